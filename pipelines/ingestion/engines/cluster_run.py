"""Hands chunks of papers to the workers of a dask cluster, and takes what they read.

Each chunk is given to one worker that has a free thread, and never to a queue: if a worker ends,
exactly the chunks that it read are to be read elsewhere, and are the only ones to blame.
"""

import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import replace
from queue import Empty, SimpleQueue
from typing import TYPE_CHECKING

from distributed import CancelledError, KilledWorker
from distributed.comm import CommClosedError

from pipelines.ingestion.engines.batches import ReadBatch, note_outcome
from pipelines.ingestion.engines.chunks import MOST_DEATHS, Piece, Pieces
from pipelines.ingestion.engines.errors import NoWorker, SchedulerAway
from pipelines.ingestion.engines.on_worker import Chunk, Refusal, read_chunk
from pipelines.runtime.errors import ReaderDied
from pipelines.runtime.progress import Progress

if TYPE_CHECKING:
    from distributed import Client, Future

# How often the scheduler is asked which workers there are.
LOOK_SECONDS = 1.0
# How long a cluster may have no worker, since one that starts or comes back takes some seconds.
WAIT_SECONDS = 60.0
# How long the records of a chunk, some tens of MiB, may be under way.
RESULT_SECONDS = 120.0


class ClusterRun:
    """One reading of many papers on a cluster.

    Attributes:
        pieces: The papers that no worker reads at present.
        running: Which worker reads which piece.
        threads: The threads of each worker that can be used.
        refused: Why each other worker cannot be used.
    """

    def __init__(
        self,
        client: "Client",
        pieces: Pieces,
        chunk: Callable[[Piece], Chunk],
        progress: Progress,
    ) -> None:
        self.client = client
        self.pieces = pieces
        self.chunk = chunk
        self.progress = progress
        self.running: dict[Future, tuple[str, Piece]] = {}
        self.threads: dict[str, int] = {}
        self.refused: dict[str, str] = {}
        self._done: SimpleQueue[Future] = SimpleQueue()
        self._batches: list[ReadBatch] = []
        self._lost = 0
        self._looked = float("-inf")
        self._had_worker = time.monotonic()

    def wait_for_workers(self) -> int:
        """How many workers there are, once there is one.

        Raises:
            NoWorker: None came in time.
        """
        while not self.threads:
            self._look()
            time.sleep(0 if self.threads else LOOK_SECONDS)
        return len(self.threads)

    def batches(self) -> Iterator[ReadBatch]:
        """What was read, as it is done.

        Raises:
            NoWorker: There is no worker any more, or none that can be used.
            SchedulerAway: The scheduler does not answer any more.
        """
        try:
            while self.pieces or self.running:
                self._look()
                self._hand_out()
                for future in self._finished():
                    self._take(future)
                yield from self._flush()
        finally:
            self.client.cancel(list(self.running), force=True)

    def _look(self) -> None:
        """Ask which workers there are, and have the pieces of those that are gone read again."""
        now = time.monotonic()
        if now - self._looked < LOOK_SECONDS:
            return
        self._looked = now
        try:
            there = self.client.nthreads()
        except OSError as error:
            raise SchedulerAway(self._address, str(error) or type(error).__name__) from error
        # One that was refused may still have pieces.
        had = self.threads.keys() | {worker for worker, _ in self.running.values()}
        for worker in had - there.keys():
            self._lose(worker)
        self.threads = {
            worker: threads for worker, threads in there.items() if worker not in self.refused
        }
        if self.threads:
            self._had_worker = now
        elif now - self._had_worker > WAIT_SECONDS or there:
            raise NoWorker(self._address, self.refused)

    def _hand_out(self) -> None:
        """Give a piece to each free thread."""
        busy = Counter(worker for worker, _ in self.running.values())
        closed = {worker for worker, piece in self.running.values() if piece.is_alone}
        every = sum(self.threads.values())
        for worker, threads in self.threads.items():
            while worker not in closed and busy[worker] < threads:
                piece = self.pieces.take(every, is_free=not busy[worker])
                if piece is None:
                    break
                busy[worker] += 1
                closed |= {worker} if piece.is_alone else set()
                future = self.client.submit(
                    read_chunk,
                    self.chunk(piece),
                    workers=[worker],
                    allow_other_workers=False,
                    pure=False,
                )
                self.running[future] = worker, piece
                future.add_done_callback(self._done.put)

    def _finished(self) -> Iterator["Future"]:
        """What is done, waiting a moment for the first."""
        timeout = LOOK_SECONDS
        with suppress(Empty):
            while True:
                yield self._done.get(timeout=timeout)
                timeout = 0

    def _take(self, future: "Future") -> None:
        """Take what a worker read of a piece, or why it did not."""
        if future not in self.running:
            return
        worker, piece = self.running.pop(future)
        try:
            result = future.result(timeout=RESULT_SECONDS)
        except (KilledWorker, CancelledError, CommClosedError, TimeoutError):
            # The worker ended while it read, or with what it had read.
            self._put_back_lost(piece)
        except Exception as error:
            self._refuse(worker, f"failed: {type(error).__name__}: {error}")
            self.pieces.put_back(piece)
        else:
            if isinstance(result, Refusal):
                self._refuse(worker, result.why)
                self.pieces.put_back(piece)
            else:
                self._batches.append(result)

    def _refuse(self, worker: str, why: str) -> None:
        if worker not in self.refused:
            self.progress.note(f"Worker {worker} is not used: it {why}")
        self.refused[worker] = why
        self.threads.pop(worker, None)

    def _lose(self, worker: str) -> None:
        self._lost += 1
        self.progress.note(f"Worker {worker} is gone; what it had is read elsewhere.")
        for future, (reader, piece) in list(self.running.items()):
            if reader == worker:
                del self.running[future]
                future.cancel()
                self._put_back_lost(piece)

    def _put_back_lost(self, piece: Piece) -> None:
        paper = self.pieces.put_back_lost(piece)
        if paper is not None:
            reason = f"ended {MOST_DEATHS} workers that read nothing else"
            fault = ReaderDied(paper.source_path, reason)
            self._batches.append(ReadBatch((), {}, ((paper, fault),)))

    def _flush(self) -> Iterator[ReadBatch]:
        while self._batches:
            batch = self._batches.pop(0)
            for _ in batch.papers:
                self.progress.advance()
            for _, fault in batch.faults:
                note_outcome(self.progress, fault)
            lost, self._lost = self._lost, 0
            yield replace(batch, workers_lost=lost)

    @property
    def _address(self) -> str:
        return str(self.client.scheduler.address) if self.client.scheduler else "of the cluster"
