"""The engine of many machines: dask.distributed, with the same reading as on one machine."""

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from pipelines.ingestion.engines.batches import ReadBatch
from pipelines.ingestion.engines.chunks import Piece, Pieces
from pipelines.ingestion.engines.errors import EngineMissing, SchedulerAway
from pipelines.ingestion.engines.on_worker import Chunk, end_readers, versions_here
from pipelines.ingestion.engines.tasks import PaperTask, Work, extract_file
from pipelines.runtime.limits import Limits
from pipelines.runtime.places import REFERENCE
from pipelines.runtime.progress import Progress

if TYPE_CHECKING:
    from distributed import Client

CONNECT_SECONDS = 20.0
DASK = "dask"


@dataclass(frozen=True, slots=True)
class DaskEngine:
    """Reads papers on the workers of a dask cluster.

    Every worker reads the papers from the same folder as this machine, and has the same code.

    Attributes:
        raw: The folder of the papers.
        reference: Folder of the registers.
        limits: The limits for one paper, and the number of workers of a cluster of our own.
        scheduler: Address of the scheduler; None to start a cluster on this machine.
        work: What is done with each paper; a function of a module that workers can import.
    """

    raw: Path
    reference: Path
    limits: Limits
    scheduler: str | None = None
    work: Work = extract_file

    def read(self, tasks: Sequence[PaperTask], progress: Progress) -> Iterator[ReadBatch]:
        """Read each paper once, in any order.

        Raises:
            EngineMissing: dask.distributed is not installed.
            SchedulerAway: The scheduler does not answer.
            NoWorker: It has no worker that can be used.
        """
        if not tasks:
            progress.start("Reading papers", 0)
            return
        with self._connected() as client:
            from pipelines.ingestion.engines.cluster_run import ClusterRun

            versions = versions_here(self.reference)

            def chunk(piece: Piece) -> Chunk:
                is_ours = self.reference == REFERENCE
                return Chunk(
                    # A worker may work in another folder.
                    tuple(replace(task, path=task.path.absolute()) for task in piece.tasks),
                    self.raw.absolute(),
                    None if is_ours else self.reference.absolute(),
                    versions,
                    self.limits,
                    self.work,
                )

            run = ClusterRun(client, Pieces(tasks), chunk, progress)
            count = run.wait_for_workers()
            workers = "1 worker" if count == 1 else f"{count} workers"
            progress.start(f"Reading papers on {workers}", len(tasks))
            yield from run.batches()

    @contextmanager
    def _connected(self) -> "Iterator[Client]":
        try:
            from distributed import Client, LocalCluster
        except ImportError as error:
            raise EngineMissing(DASK) from error
        if self.scheduler is None:
            # The processes that read have limits of their own, so a worker needs none.
            with (
                LocalCluster(
                    n_workers=self.limits.workers or os.cpu_count() or 1,
                    threads_per_worker=1,
                    memory_limit=0,
                    # Otherwise dask shows its pages to the whole network.
                    dashboard_address="127.0.0.1:0",
                ) as cluster,
                Client(cluster) as client,
            ):
                yield client
            return
        try:
            client = Client(self.scheduler, timeout=CONNECT_SECONDS)
        except (OSError, ValueError) as error:
            raise SchedulerAway(self.scheduler, str(error)) from error
        with client:
            try:
                yield client
            finally:
                _end_readers(client)


def _end_readers(client: "Client") -> None:
    """Have the workers of others end the processes that wait for another chunk."""
    from distributed import fire_and_forget

    with suppress(OSError):
        for worker in client.nthreads():
            fire_and_forget(client.submit(end_readers, workers=[worker], pure=False))
