"""What an engine gives back: the records of many papers together, and the papers with a fault."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

import polars as pl

from pipelines.ingestion.engines.tasks import Outcome, PaperTask
from pipelines.runtime.errors import PaperError
from pipelines.runtime.progress import Progress
from pipelines.schema.records import EXTRACTS

if TYPE_CHECKING:
    from pipelines.extraction.paper_extract import PaperExtract


@dataclass(frozen=True, slots=True)
class ReadBatch:
    """What came of some papers.

    Attributes:
        papers: The SHA-256 of each paper that was read.
        frames: Their records, a frame for each table of `records.EXTRACTS`. Empty if no paper was
            read.
        faults: The other papers, and why each could not be read.
        workers_lost: Workers of other machines that were lost since the batch before.
    """

    papers: tuple[str, ...]
    frames: Mapping[str, pl.DataFrame]
    faults: tuple[tuple[PaperTask, PaperError], ...] = ()
    workers_lost: int = 0


class Engine(Protocol):
    """Something that reads papers."""

    def read(self, tasks: Sequence[PaperTask], progress: Progress) -> Iterator[ReadBatch]:
        """Read each paper once, in any order.

        Args:
            tasks: What to read.
            progress: Advanced once per paper; a paper that cannot be read is noted.
        """


def batch_of(outcomes: Sequence[tuple[PaperTask, Outcome]]) -> ReadBatch:
    """Put together what came of some papers."""
    read: list[tuple[str, PaperExtract]] = []
    faults: list[tuple[PaperTask, PaperError]] = []
    for task, outcome in outcomes:
        if isinstance(outcome, PaperError):
            faults.append((task, outcome))
        else:
            read.append((task.sha256, outcome))
    return ReadBatch(
        tuple(sha256 for sha256, _ in read),
        joined([extract.frames for _, extract in read]),
        tuple(faults),
    )


def joined(frames: Sequence[Mapping[str, pl.DataFrame]]) -> Mapping[str, pl.DataFrame]:
    """The frames of each table as one, in the order of the papers' ids; empty if there are none."""
    if not frames:
        return {}
    return {
        table: pl.concat([each[table] for each in frames]).sort("paper_id", maintain_order=True)
        for table in EXTRACTS
    }


def note_outcome(progress: Progress, outcome: Outcome) -> None:
    """Advance the progress by one paper, and note why it was not read, if it was not."""
    progress.advance()
    if isinstance(outcome, PaperError):
        progress.note(f"Not read: {outcome}")
