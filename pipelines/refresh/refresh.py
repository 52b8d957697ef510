"""One refresh: find papers, extract what is new, build a candidate, audit it, publish it.

The command does the steps in a row: `refresh`. Dagster does one at a time: `read_step`,
`build_step`, `check_step`, `publish_step`. A step of Dagster leaves what it made as files for the
next, see `waiting`.

What has to be imported grows with what has to be done: a refresh that finds nothing changed reads
no paper and imports neither polars nor DuckDB.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from pipelines.audit.background_audit import prepared_audit
from pipelines.ingestion.manifest import write_manifest
from pipelines.publication.refresh_lock import only_refresh
from pipelines.refresh.building import Built, build_and_audit
from pipelines.refresh.plan import Plan, make_plan
from pipelines.refresh.publishing import ended, publish_built, why_not_publish
from pipelines.refresh.reading import PapersRead, read_papers, why_not_begin
from pipelines.refresh.report import Outcome, RefreshReport, built_report, not_begun, unchanged
from pipelines.refresh.waiting import drop_waiting, keep_built, keep_read, take_built, take_read
from pipelines.runtime.errors import FolderUnreadable, InputMissing, WarehouseUnusable
from pipelines.runtime.progress import Progress, Silent
from pipelines.runtime.settings import Settings
from pipelines.runtime.warehouse_errors import WriteFailedError

__all__ = [
    "Outcome",
    "RefreshReport",
    "at_work",
    "build_step",
    "check_step",
    "publish_step",
    "read_step",
    "refresh",
    "require_input",
]

# DuckDB writes these bytes at this offset of each of its files.
DUCKDB_MARK, DUCKDB_MARK_OFFSET = b"DUCK", 8


def refresh(
    settings: Settings,
    progress: Progress | None = None,
    *,
    retry_rejected: bool = False,
    allow_removals: bool = False,
) -> RefreshReport:
    """Bring the warehouse up to date with the raw folder.

    Args:
        settings: Folders and limits.
        progress: Hears of each stage and each paper.
        retry_rejected: Read papers again that were rejected before.
        allow_removals: Publish also if most of what is published goes, or if there is no paper.

    Returns:
        What was done. Rows that break a check are set aside. Nothing is published if a check of
        severity error fails all the same, or if most of what is published would go.

    Raises:
        InputMissing: The raw folder or the registers are not there.
        FolderUnreadable: The raw folder cannot be opened.
        WarehouseUnusable: The file cannot be a warehouse.
        RefreshRunning: Another refresh did not end in time.
        WarehouseError: The warehouse could not be built or written.
    """
    listener = progress or Silent()
    require_input(settings)
    with at_work(settings, listener):
        plan = _plan(settings, listener, retry_rejected)
        if plan.is_current:
            return unchanged(settings, plan)
        held = {} if allow_removals else _held(settings)
        if not allow_removals and (why := why_not_begin(settings, plan, held)):
            return not_begun(settings, plan, why)
        with prepared_audit(settings.room) as prepared:
            read = read_papers(settings, plan, listener)
            built = build_and_audit(settings, read, prepared, listener)
            return _publish(settings, read, built, held, listener)


def read_step(settings: Settings, progress: Progress) -> PapersRead | RefreshReport:
    """Read what has to be read and leave it for the step that builds.

    Each step is to be run in the lock of a refresh, see `at_work`.

    Returns:
        What was read; a report where nothing changed or the folder is refused.

    Raises:
        InputMissing, FolderUnreadable, WarehouseUnusable, WarehouseError: As `refresh` does.
    """
    require_input(settings)
    plan = _plan(settings, progress)
    if plan.is_current:
        return unchanged(settings, plan)
    if why := why_not_begin(settings, plan, _held(settings)):
        return not_begun(settings, plan, why)
    read = read_papers(settings, plan, progress)
    keep_read(settings, read)
    return read


def build_step(settings: Settings, progress: Progress) -> Built | None:
    """Build what was read, audit it, and leave it for the step that publishes.

    Returns:
        The candidate; None where nothing waits to be built.

    Raises:
        NotAsPlannedError: What decides on the publication has changed since.
        WarehouseError: It cannot be built.
    """
    if (read := take_read(settings)) is None:
        return None
    with prepared_audit(settings.room) as prepared:
        built = build_and_audit(settings, read, prepared, progress)
    keep_built(settings, built)
    return built


def check_step(settings: Settings) -> tuple[Built, str] | None:
    """Look at the candidate that waits.

    Returns:
        The candidate, and what is wrong where a check refuses it; None where nothing waits.

    Raises:
        NotAsPlannedError: The candidate is not that of what was read.
    """
    if (read := take_read(settings)) is None:
        return None
    built = take_built(settings, read)
    why = why_not_publish(settings, read, built, {})
    return built, built_report(settings, read, built, why).what_is_wrong if why else ""


def publish_step(settings: Settings, progress: Progress) -> RefreshReport | None:
    """Publish the candidate that waits, if it is that of what was read and no check refuses it.

    Returns:
        What was published or refused; None where nothing waits.

    Raises:
        NotAsPlannedError: The candidate is not that of what was read.
        WarehouseError: It cannot be published.
    """
    if (read := take_read(settings)) is None:
        return None
    return _publish(settings, read, take_built(settings, read), _held(settings), progress)


@contextmanager
def at_work(settings: Settings, progress: Progress) -> Iterator[None]:
    """Hold the lock of a refresh.

    Raises:
        RefreshRunning: Another refresh did not end in time.
        WriteFailedError: The system does not take what has to be written.
    """
    with only_refresh(settings, progress):
        try:
            yield
        except OSError as error:
            raise WriteFailedError(settings.warehouse, str(error)) from error


def require_input(settings: Settings) -> None:
    """Look whether there are papers and registers to read, and a place for the warehouse.

    Raises:
        InputMissing, FolderUnreadable, WarehouseUnusable: As `refresh` does.
    """
    try:
        if not settings.raw.is_dir():
            advice = "Make it, or name another: --raw"
            raise InputMissing(settings.raw, "The folder of papers", advice)
        next(settings.raw.iterdir(), None)
    except OSError as error:
        raise FolderUnreadable(settings.raw, error.strerror or str(error)) from error
    if not settings.reference.is_dir():
        raise InputMissing(settings.reference, "The folder of registers", "Restore it")
    if not settings.warehouse.exists():
        return
    if not settings.warehouse.is_file():
        raise WarehouseUnusable(settings.warehouse, "it is not a file")
    with settings.warehouse.open("rb") as file:
        head = file.read(DUCKDB_MARK_OFFSET + len(DUCKDB_MARK))
    if head and head[DUCKDB_MARK_OFFSET:] != DUCKDB_MARK:
        raise WarehouseUnusable(settings.warehouse, "it is a file of another kind")


def _plan(settings: Settings, progress: Progress, retry_rejected: bool = False) -> Plan:
    progress.start("Looking for papers")
    plan = make_plan(settings, retry_rejected=retry_rejected)
    if plan.is_current:
        write_manifest(settings.state, ended(plan.manifest, plan.intake.unsettled))
        drop_waiting(settings, plan.intake.unsettled)
    return plan


def _held(settings: Settings) -> Mapping[str, int]:
    """Rows of the published tables that a refresh may not shrink in silence."""
    from pipelines.publication.builds import published_counts
    from pipelines.publication.shrinkage import GUARDED

    return published_counts(settings.warehouse, GUARDED)


def _publish(
    settings: Settings,
    read: PapersRead,
    built: Built,
    held: Mapping[str, int],
    progress: Progress,
) -> RefreshReport:
    why = why_not_publish(settings, read, built, held)
    if not why:
        progress.start("Publishing it")
        publish_built(settings, read, built)
        drop_waiting(settings, read.unsettled)
    return built_report(settings, read, built, why)
