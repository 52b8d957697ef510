"""What one run over a site works with, and what it did."""

from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from pipelines.privacy.contacts import mask_contacts
from pipelines.runtime.progress import Progress
from pipelines.sources.configuration import Source
from pipelines.sources.http.client import Client
from pipelines.sources.http.faults import FetchFault, Forbidden, SourceStopped
from pipelines.sources.store import Problem, Store

# Failures one after the other, after which a site is taken to be in trouble
MOST_FAILURES_IN_A_ROW = 5


@dataclass(slots=True)
class Counts:
    """What a run did."""

    meetings_listed: int = 0
    meetings_due: int = 0
    meetings_asked: int = 0
    meetings_changed: int = 0
    documents_fetched: int = 0
    documents_unchanged: int = 0


@dataclass(slots=True)
class Run:
    """What a run over a site works with.

    Attributes:
        raw: The folder of papers.
        since: The earliest day of a meeting; None for the last 400 days.
    """

    source: Source
    client: Client
    store: Store
    raw: Path
    since: date | None
    progress: Progress
    is_dry: bool
    counts: Counts = field(default_factory=Counts)
    problems: list[Problem] = field(default_factory=list)
    failures_in_a_row: int = 0
    are_pages_closed: bool = False

    def remark(self, rule: str, subject: str, told: str) -> None:
        """Note something odd that makes the run no less complete."""
        self.problems.append(Problem(rule, subject, "", told, is_failure=False))

    def note_failure(self, subject: str, error: FetchFault) -> None:
        """Note that one thing could not be had, through no fault of the site."""
        reason = mask_contacts(error.reason)  # an error page may be quoted in it
        self.problems.append(Problem(error.rule, subject, error.url, reason))
        self.progress.note(f"{self.source.source_id}: {subject}: {reason}")

    def failed(self, subject: str, error: FetchFault) -> None:
        """Note that one thing could not be had.

        Raises:
            SourceStopped: Too many things failed one after the other.
        """
        self.note_failure(subject, error)
        if isinstance(error, Forbidden):
            return
        self.failures_in_a_row += 1
        if self.failures_in_a_row > MOST_FAILURES_IN_A_ROW:
            reason = f"More than {MOST_FAILURES_IN_A_ROW} requests in a row failed, last {subject}"
            raise SourceStopped("partial" if self._has_anything() else "failed", reason)

    def _has_anything(self) -> bool:
        return bool(self.counts.meetings_asked or self.counts.documents_fetched)

    @property
    def kinds(self) -> str:
        """The kinds of documents that the source asks for, as they are kept with a meeting."""
        return ",".join(sorted(self.source.documents))
