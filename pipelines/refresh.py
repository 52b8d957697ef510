"""One refresh: find papers, extract what is new, build a candidate, audit it, publish it.

The command line and Dagster both call `refresh`. What it has to import grows with what it has to
do: a refresh that finds nothing changed reads no paper and imports neither polars nor DuckDB.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from pipelines.audit.background_audit import BackgroundAudit, prepared_audit
from pipelines.errors import InputMissing, WarehouseUnusable
from pipelines.ingestion.intake import Intake
from pipelines.ingestion.manifest import Manifest, Published, write_manifest
from pipelines.planning import Plan, make_plan
from pipelines.progress import Progress, Silent
from pipelines.publication.refresh_lock import only_refresh
from pipelines.settings import Settings
from pipelines.warehouse_errors import WriteFailedError

if TYPE_CHECKING:
    from pipelines.audit.audit import AuditReport

# DuckDB writes these bytes at this offset of each of its files.
DUCKDB_MARK, DUCKDB_MARK_OFFSET = b"DUCK", 8


class Outcome(StrEnum):
    """How a refresh ended."""

    PUBLISHED = "published"
    UNCHANGED = "unchanged"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Rejection:
    """One file that is not in the warehouse, and why."""

    source_path: str
    sha256: str | None
    reason: str
    rejected_at: datetime


@dataclass(frozen=True, slots=True)
class RefreshReport:
    """What a refresh did.

    Attributes:
        candidate: The file left for inspection when it was refused.
        rows: Rows of each table, of the candidate where it was refused.
        findings: Findings by severity.
        files_found: Files in the raw folder, rejected ones among them.
        papers_read: Different papers among them that the warehouse holds.
        papers_extracted: Papers that had to be read this time.
        audit: What the checks found; None where nothing was built.
    """

    outcome: Outcome
    warehouse: Path
    build_id: str
    rows: Mapping[str, int]
    findings: Mapping[str, int]
    files_found: int
    papers_read: int
    papers_extracted: int
    rejected: tuple[Rejection, ...]
    new: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()
    candidate: Path | None = None
    audit: "AuditReport | None" = field(default=None, repr=False)


def refresh(
    settings: Settings, progress: Progress | None = None, *, retry_rejected: bool = False
) -> RefreshReport:
    """Bring the warehouse up to date with the raw folder.

    Args:
        settings: Folders and limits.
        progress: Who wants to know where it stands.
        retry_rejected: Read papers again that were rejected before.

    Returns:
        What was done. Nothing is published where a check of severity error failed.

    Raises:
        InputMissing: The raw folder or the registers are not there.
        WarehouseUnusable: The file cannot be a warehouse.
        RefreshRunning: Another refresh did not end in time.
        WarehouseError: The warehouse could not be built or written.
    """
    listener = progress or Silent()
    _require_input(settings)
    with only_refresh(settings, listener):
        try:
            return _refresh(settings, listener, retry_rejected)
        except OSError as error:
            raise WriteFailedError(settings.warehouse, str(error)) from error


def _require_input(settings: Settings) -> None:
    if not settings.raw.is_dir():
        raise InputMissing(settings.raw, "The folder of papers", "Make it, or name another: --raw")
    if not settings.reference.is_dir():
        raise InputMissing(settings.reference, "The folder of registers", "Restore it")
    if not settings.warehouse.exists():
        return
    if not settings.warehouse.is_file():
        raise WarehouseUnusable(settings.warehouse, "it is no file")
    with settings.warehouse.open("rb") as file:
        head = file.read(DUCKDB_MARK_OFFSET + len(DUCKDB_MARK))
    if head and head[DUCKDB_MARK_OFFSET:] != DUCKDB_MARK:
        raise WarehouseUnusable(settings.warehouse, "it is a file of another kind")


def _refresh(settings: Settings, progress: Progress, retry_rejected: bool) -> RefreshReport:
    progress.start("Looking for papers")
    plan = make_plan(settings, retry_rejected=retry_rejected)
    if plan.is_current:
        write_manifest(settings.state, replace(plan.manifest, refreshed_at=datetime.now(UTC)))
        return _unchanged(settings, plan.manifest, plan.intake)
    with prepared_audit() as prepared:
        return _rebuild(settings, progress, plan, prepared)


def _unchanged(settings: Settings, manifest: Manifest, intake: Intake) -> RefreshReport:
    published = manifest.published
    assert published is not None
    rejected = rejections(manifest)
    return RefreshReport(
        outcome=Outcome.UNCHANGED,
        warehouse=settings.warehouse,
        build_id=published.build_id,
        rows=published.rows,
        findings=published.findings,
        files_found=len(intake.files) + len(intake.rejected),
        papers_read=_papers_read(manifest),
        papers_extracted=0,
        rejected=rejected,
    )


def _rebuild(
    settings: Settings, progress: Progress, plan: Plan, prepared: BackgroundAudit
) -> RefreshReport:
    from pipelines.audit.check_results import keep_results
    from pipelines.disk_faults import writing
    from pipelines.ingestion.ingest import ingest
    from pipelines.publication.candidates import build_from
    from pipelines.publication.kept_builds import keep_build
    from pipelines.publication.publishing import publish

    manifest, extracted = ingest(settings, plan.manifest, plan.version, progress)
    progress.start("Building the warehouse")
    build = build_from(settings, manifest, rejections(manifest), plan.version)
    progress.start("Checking it")
    intake = plan.intake
    found = prepared.audit(build.candidate)
    with writing(settings.warehouse):
        audit = keep_results(build.candidate, build.build_id, found, intake)
    build = replace(build, rows={**build.rows, "check_results": len(audit.results)})
    report = RefreshReport(
        outcome=Outcome.PUBLISHED if audit.ok else Outcome.REFUSED,
        warehouse=settings.warehouse,
        candidate=None if audit.ok else build.candidate,
        build_id=build.build_id,
        rows=build.rows,
        findings=build.findings,
        files_found=len(intake.files) + len(intake.rejected),
        papers_read=_papers_read(manifest),
        papers_extracted=extracted,
        rejected=rejections(manifest),
        new=intake.new,
        changed=intake.changed,
        gone=intake.gone,
        audit=audit,
    )
    if audit.ok:
        progress.start("Publishing it")
        publish(build.candidate, settings.warehouse)
        keep_build(settings, build.build_id)
        status = settings.warehouse.stat()
        published = Published(
            plan.fingerprint,
            status.st_size,
            status.st_mtime_ns,
            build.build_id,
            build.rows,
            build.findings,
        )
        now = datetime.now(UTC)
        write_manifest(settings.state, replace(manifest, published=published, refreshed_at=now))
    return report


def rejections(manifest: Manifest) -> tuple[Rejection, ...]:
    """Every file that a manifest knows and no warehouse holds, sorted by path."""
    refused = [
        Rejection(path, None, refused.reason, refused.since)
        for path, refused in manifest.refused.items()
    ]
    unread = [
        Rejection(path, file.sha256, known.reason, known.ingested_at)
        for path, file in manifest.files.items()
        if (known := manifest.papers.get(file.sha256)) and known.reason
    ]
    return tuple(sorted([*refused, *unread], key=lambda rejection: rejection.source_path))


def _papers_read(manifest: Manifest) -> int:
    contents = {file.sha256 for file in manifest.files.values()}
    return sum(1 for sha256 in contents if manifest.papers[sha256].reason is None)
