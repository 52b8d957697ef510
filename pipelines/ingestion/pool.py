"""Reads papers in separate processes, so that one paper cannot stop the others.

Even a single paper gets its own process. Starting one costs about a second, but in this process a
runaway paper could neither be stopped nor kept from taking all memory. Each worker has its own
pipe: if it dies in mid-message, no other pipe is damaged, and its paper is always known. (A shared
queue was tried: if a worker died before its task was recorded, nobody finished it.)
"""

import multiprocessing
import os
import signal
import time
import traceback
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256
from importlib import import_module
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from pipelines.ingestion.archives import read_file
from pipelines.ingestion.memory import limit_added_memory
from pipelines.ingestion.parent_death import end_with_parent, start_out_of_reach
from pipelines.runtime.errors import (
    CannotBeOpened,
    FaultInCode,
    PaperChangedMeanwhile,
    PaperError,
    PaperNeedsTooMuchMemory,
    PaperTookTooLong,
    ReaderDied,
)
from pipelines.runtime.limits import DEFAULT_LIMITS, MEBIBYTE, Limits

if TYPE_CHECKING:
    from pipelines.extraction.extract import PaperExtract

# With fewer papers per worker than this, one more worker costs more to start than it saves.
PAPERS_PER_WORKER = 8
# How long a worker's imports may take on a very busy machine.
START_SECONDS = 300.0
# A worker's message when it is ready for its first paper.
READY = "ready"


@dataclass(frozen=True, slots=True)
class PaperTask:
    """One paper to read.

    Attributes:
        path: Where it is.
        source_path: Its path below the raw folder.
        sha256: The content expected.
        reference: Folder of the registers.
        limits: The limits for the paper.
    """

    path: Path
    source_path: str
    sha256: str
    reference: Path
    limits: Limits = DEFAULT_LIMITS


Outcome: TypeAlias = "PaperExtract | PaperError"
Work: TypeAlias = Callable[[PaperTask], "PaperExtract"]


def extract_papers(
    tasks: Iterable[PaperTask], limits: Limits, work: Work | None = None
) -> Iterator[tuple[PaperTask, Outcome]]:
    """Read papers in parallel, each within its limits.

    Args:
        tasks: What to read.
        limits: Time and memory for one paper, and the number of workers.
        work: What a worker does with a task; None for `extract_file`. It must be a function of a
            module, because workers import it.

    Yields:
        Each task with what came of it, as it is done. A paper that takes too long, takes too much
        memory or ends two workers comes with the error that says so, and the rest goes on.
    """
    waiting = deque(tasks)
    if not waiting:
        return
    most = limits.workers or os.cpu_count() or 1
    count = max(1, min(most, -(-len(waiting) // PAPERS_PER_WORKER)))
    workers = [_Worker(limits, work or extract_file) for _ in range(count)]
    tried: set[PaperTask] = set()
    try:
        while waiting or any(worker.task for worker in workers):
            for worker in _spoken(workers):
                task, outcome = worker.hear()
                if task is not None and isinstance(outcome, ReaderDied) and task not in tried:
                    # The system may have ended the worker for want of memory elsewhere.
                    tried.add(task)
                    waiting.append(task)
                    outcome = None
                if waiting and worker.is_ready and worker.task is None:
                    worker.give(waiting.popleft())
                if task is not None and outcome is not None:
                    yield task, outcome
    finally:
        for worker in workers:
            worker.end()


def extract_file(task: PaperTask) -> "PaperExtract":
    """Read one paper from its file. Runs in a worker.

    Raises:
        PaperError: The file has changed since it was found, or cannot be read.
    """
    from pipelines.extraction.extract import extract_paper

    try:
        data = read_file(task.path, task.limits)
    except OSError as error:
        raise CannotBeOpened(task.source_path, f"cannot be opened ({error.strerror})") from error
    if sha256(data).hexdigest() != task.sha256:
        raise PaperChangedMeanwhile(task.source_path, "was written to while it was being read")
    return extract_paper(data, task.source_path, task.reference, task.limits)


def _spoken(workers: list["_Worker"]) -> list["_Worker"]:
    """The workers that have sent a message, have died, or are out of time."""
    until = min(worker.deadline for worker in workers)
    heard = wait(
        [worker.connection for worker in workers],
        None if until == float("inf") else max(0.0, until - time.monotonic()),
    )
    now = time.monotonic()
    return [worker for worker in workers if worker.connection in heard or worker.deadline <= now]


class _Worker:
    """One process that reads papers, and its current task."""

    process: BaseProcess
    connection: Connection

    def __init__(self, limits: Limits, work: Work) -> None:
        self.limits = limits
        self.work = work
        self.task: PaperTask | None = None
        self.start()

    def start(self) -> None:
        """Start the process; it says when it is ready."""
        # Spawned, not forked: a fork would copy the threads and locks of polars in a broken state.
        context = multiprocessing.get_context("spawn")
        self.connection, theirs = context.Pipe()
        self.process = context.Process(
            target=_serve,
            args=(theirs, self.work, self.limits.memory_bytes, os.getpid()),
            daemon=True,
        )
        start_out_of_reach(self.process)
        theirs.close()
        self.is_ready = False
        self.deadline = time.monotonic() + START_SECONDS

    def give(self, task: PaperTask) -> None:
        """Hand over a paper and start its clock."""
        self.task = task
        self.deadline = time.monotonic() + self.limits.seconds
        # If the worker died between two papers, `hear` notices and starts another.
        with suppress(BrokenPipeError):
            self.connection.send(task)

    def hear(self) -> "tuple[PaperTask | None, Outcome | None]":
        """Take the worker's message; if the worker is gone, start another."""
        task, outcome = self.task, None
        try:
            if self.connection.poll():
                outcome = self.connection.recv()
            elif task is not None:
                outcome = PaperTookTooLong(
                    task.source_path, f"could not be read in {self.limits.seconds:.0f} s"
                )
                self.restart()
            else:
                raise RuntimeError(f"a worker was not ready in {START_SECONDS:.0f} s")
        except (EOFError, ConnectionError):
            self.process.join()
            if not self.is_ready:
                raise RuntimeError("a worker ended before its first paper; see above") from None
            if task is not None:
                outcome = ReaderDied(task.source_path, _how_it_ended(self.process.exitcode))
            self.restart()
        if outcome == READY:
            self.is_ready, outcome = True, None
        if outcome is not None:
            self.task = None
        if self.is_ready and self.task is None:
            self.deadline = float("inf")
        return task, outcome

    def restart(self) -> None:
        """Replace the process."""
        self.end()
        self.task = None
        self.start()

    def end(self) -> None:
        """End the process, whatever it is doing."""
        self.process.kill()
        self.process.join()
        self.connection.close()


def _how_it_ended(exit_code: int | None) -> str:
    if exit_code is not None and exit_code < 0:
        return f"ended the process that read it ({signal.Signals(-exit_code).name})"
    return f"ended the process that read it (exit code {exit_code})"


def _serve(connection: Connection, work: Work, memory_bytes: int, parent: int) -> None:
    """Run a worker: report ready, then answer tasks until the pipe closes."""
    end_with_parent(parent)
    # One thread each: papers are read in parallel, and threads cost address space.
    os.environ["POLARS_MAX_THREADS"] = "1"
    import_module("pipelines.extraction.extract")
    limit_added_memory(memory_bytes)
    try:
        connection.send(READY)
        while True:
            connection.send(_outcome(work, connection.recv(), memory_bytes))
    except (EOFError, ConnectionError):
        # The parent is gone, so nobody waits for an answer.
        return


def _outcome(work: Work, task: PaperTask, memory_bytes: int) -> Outcome:
    try:
        return work(task)
    except PaperError as error:
        return error
    except MemoryError:
        most = memory_bytes / MEBIBYTE
        return PaperNeedsTooMuchMemory(task.source_path, f"needs more than {most:.0f} MiB to read")
    except Exception as error:
        last = traceback.extract_tb(error.__traceback__)[-1]
        place = f"{Path(last.filename).name} line {last.lineno}"
        return FaultInCode(
            task.source_path, f"could not be read: {type(error).__name__}: {error} ({place})"
        )
