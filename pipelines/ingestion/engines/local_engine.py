"""The engine of one machine: a pool of processes."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipelines.ingestion.engines.batches import ReadBatch, batch_of, note_outcome
from pipelines.ingestion.engines.pool import extract_papers
from pipelines.ingestion.engines.tasks import Outcome, PaperTask, Work, extract_file
from pipelines.ingestion.extracts import BATCH_PAPERS
from pipelines.runtime.limits import Limits
from pipelines.runtime.progress import Progress


@dataclass(frozen=True, slots=True)
class LocalEngine:
    """Reads papers in processes of this machine.

    Attributes:
        limits: The limits for one paper, and the number of processes.
        work: What is done with each paper; a function of a module that processes can import.
    """

    limits: Limits
    work: Work = extract_file

    def read(self, tasks: Sequence[PaperTask], progress: Progress) -> Iterator[ReadBatch]:
        """Read each paper once, in any order."""
        progress.start("Reading papers", len(tasks))
        done: list[tuple[PaperTask, Outcome]] = []
        for task, outcome in extract_papers(tasks, self.limits, self.work):
            note_outcome(progress, outcome)
            done.append((task, outcome))
            if len(done) == BATCH_PAPERS:
                yield batch_of(done)
                done = []
        if done:
            yield batch_of(done)
