"""Fetches from the sources of a file, one after the other, and says how each ended."""

import logging
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path

from filelock import FileLock, Timeout

from pipelines.runtime.objects.object_path import NoFolder, ObjectPath
from pipelines.runtime.progress import Progress
from pipelines.sources.configuration import Source
from pipelines.sources.files import UNFINISHED
from pipelines.sources.http.client import Client
from pipelines.sources.http.faults import FetchFault, SourceStopped
from pipelines.sources.http.pace import Pace
from pipelines.sources.moderngov.fetching import fetch_site
from pipelines.sources.moderngov.run import Counts, Run
from pipelines.sources.store import FOLDER, Problem, Store, copied_store, opened_store, store_path

COMPLETE, PARTIAL, REFUSED, FAILED = "complete", "partial", "refused", "failed"


@dataclass(frozen=True, slots=True)
class SourceReport:
    """How a run over one source ended.

    Attributes:
        outcome: `complete`, `partial`, `refused` or `failed`.
        message: Why, if it is not complete.
        problems: What failed, each with its id, and what looked wrong.
    """

    source_id: str
    outcome: str
    message: str
    counts: Counts = field(default_factory=Counts)
    problems: tuple[Problem, ...] = ()
    requests: int = 0
    taken_bytes: int = 0
    seconds: float = 0.0
    is_dry: bool = False

    @property
    def is_complete(self) -> bool:
        """Whether everything that was due came."""
        return self.outcome == COMPLETE


def fetch(
    sources: Sequence[Source],
    contact: str,
    raw: Path,
    progress: Progress,
    *,
    since: date | None = None,
    is_dry: bool = False,
    pace: Pace | None = None,
) -> Iterator[SourceReport]:
    """Fetch from each source in turn; one that fails stops no other.

    Args:
        sources: The sites.
        contact: Where sites can reach the operator.
        raw: The folder of papers; files go to a folder of it that is named after the source.
        progress: A listener.
        since: In place of the source's own day.
        is_dry: Ask only what there is, and write nothing.
        pace: Keeps the time between requests; of the whole machine by default.

    Raises:
        NoFolder: The papers are in an object store, where nothing can be remembered beside them.
    """
    if isinstance(raw, ObjectPath):
        raise NoFolder(raw, "Fetching")
    for source in sources:
        try:
            with _store(raw, source, progress, is_dry=is_dry) as store:
                client = Client(source, contact, store.facts, pace or Pace())
                try:
                    day = since or source.since
                    run = Run(source, client, store, raw, day, progress, is_dry=is_dry)
                    report = _fetched(run)
                finally:
                    client.close()
        except (sqlite3.Error, OSError) as error:
            path = store_path(raw, source.source_id)
            told = f"What is known of the source cannot be read or kept ({path}: {error})"
            report = SourceReport(source.source_id, FAILED, told, is_dry=is_dry)
        yield report


def running_fetches(raw: Path) -> list[str]:
    """The sources from which some process is fetching into a folder now."""
    return [path.stem for path in sorted((raw / FOLDER).glob("*.lock")) if _is_held(path)]


def _is_held(path: Path) -> bool:
    lock = FileLock(path)
    try:
        lock.acquire(timeout=0)
    except Timeout:
        return True
    lock.release()
    return False


def _fetched(run: Run) -> SourceReport:
    outcome, message = COMPLETE, ""
    try:
        fetch_site(run)
    except SourceStopped as stopped:
        outcome, message = stopped.outcome, stopped.reason
    except FetchFault as error:
        outcome, message = FAILED, str(error)
    except OSError as error:
        outcome, message = FAILED, f"The papers cannot be written: {error}"
    except sqlite3.Error:
        raise
    except Exception as error:  # the other sources are fetched all the same
        logging.getLogger("boardpapers").exception("fault_in_code")
        outcome, message = FAILED, f"A fault of boardpapers: {type(error).__name__}: {error}"
    failures = [each for each in run.problems if each.is_failure]
    if outcome == COMPLETE and failures:
        outcome = PARTIAL
        message = f"{len(failures)} could not be fetched, first {failures[0].subject}: "
        message += failures[0].reason
    facts = {
        "kind": run.source.kind,
        "base_url": run.source.base_url,
        "council_id": run.source.council_id or "",
        "last_fetched_at": datetime.now(UTC).isoformat(timespec="seconds"),
        "last_outcome": outcome,
        "message": message,
    }
    run.store.end_run(run.problems, facts)
    return SourceReport(
        source_id=run.source.source_id,
        outcome=outcome,
        message=message,
        counts=run.counts,
        problems=tuple(run.problems),
        requests=run.client.spent.requests,
        taken_bytes=run.client.spent.taken_bytes,
        seconds=round(run.client.spent.minutes * 60, 1),
        is_dry=run.is_dry,
    )


@contextmanager
def _store(raw: Path, source: Source, progress: Progress, *, is_dry: bool) -> Iterator[Store]:
    """The store of a source, held by this process alone."""
    path = store_path(raw, source.source_id)
    if is_dry:
        with copied_store(path) as store:
            yield store
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    lock = FileLock(_lock_path(raw, source.source_id))
    try:
        lock.acquire(timeout=0)
    except Timeout:
        progress.note(f"{source.source_id}: another fetch is running; this one waits for it")
        lock.acquire()
    try:
        # What a run that was killed has left behind
        (raw / FOLDER / f"{source.source_id}{UNFINISHED}").unlink(missing_ok=True)
        with opened_store(path) as store:
            yield store
    finally:
        lock.release()


def _lock_path(raw: Path, source_id: str) -> Path:
    return raw / FOLDER / f"{source_id}.lock"
