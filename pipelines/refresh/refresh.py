"""One refresh: find papers, extract what is new, build a candidate, audit it, publish it.

The command line and Dagster both call `refresh`. What it has to import grows with what it has to
do: a refresh that finds nothing changed reads no paper and imports neither polars nor DuckDB.
"""

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from pipelines.audit.background_audit import BackgroundAudit, prepared_audit
from pipelines.ingestion.intake import Intake
from pipelines.ingestion.manifest import Manifest, Published, write_manifest
from pipelines.ingestion.rejections import Rejection, rejections
from pipelines.publication.publishing import left_by_refusal
from pipelines.publication.refresh_lock import only_refresh
from pipelines.refresh.plan import Plan, make_plan
from pipelines.runtime.errors import FolderUnreadable, InputMissing, PaperError, WarehouseUnusable
from pipelines.runtime.progress import Progress, Silent
from pipelines.runtime.settings import Settings
from pipelines.runtime.warehouse_errors import WriteFailedError

if TYPE_CHECKING:
    from pipelines.audit.audit import AuditReport
    from pipelines.ingestion.ingest import Ingested
    from pipelines.schema.withheld import Withheld, WithheldRow
    from pipelines.warehouse.build import BuildReport

# DuckDB writes these bytes at this offset of each of its files.
DUCKDB_MARK, DUCKDB_MARK_OFFSET = b"DUCK", 8
# The first leaves out the rows that others are made of, the second what fails besides: what still
# fails then is a fault of ours.
MOST_REBUILDS = 2


class Outcome(StrEnum):
    """How a refresh ended."""

    PUBLISHED = "published"
    UNCHANGED = "unchanged"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class RefreshReport:
    """What a refresh did.

    Attributes:
        why: Why it was refused, and what to do, in sentences; empty where it was not.
        candidate: The file left for inspection when it was refused; None where none was built.
        rows: Rows of each table, of the candidate where it was refused.
        findings: Findings by severity.
        files_found: Files in the raw folder, rejected ones among them.
        papers_read: Different papers among them that the warehouse holds.
        papers_extracted: Papers that had to be read this time.
        unsettled: Papers that were read before and cannot be opened now; their facts stay.
        set_aside: Rows that the audit withheld this time.
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
    unsettled: tuple[PaperError, ...] = ()
    set_aside: "tuple[WithheldRow, ...]" = ()
    why: str = ""
    candidate: Path | None = None
    audit: "AuditReport | None" = field(default=None, repr=False)

    @property
    def is_good(self) -> bool:
        """Whether what is published is what the folder holds."""
        return self.outcome is not Outcome.REFUSED and not self.unsettled

    @property
    def what_is_wrong(self) -> str:
        """Why it did not end well, what is published now, and what to do; empty if it did."""
        if self.outcome is Outcome.REFUSED:
            candidate = f" The candidate stays for inspection at {self.candidate}."
            return (
                f"Nothing was published. {self.why} {left_by_refusal(self.warehouse)}"
                f"{candidate if self.candidate else ''}"
            )
        if self.unsettled:
            named = "; ".join(f"{error.path} {error.reason}" for error in self.unsettled)
            return (
                f"Papers that were read before cannot be opened now; their facts stay: {named}. "
                f"{self.unsettled[0].advice}."
            )
        return ""


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
    _require_input(settings)
    with only_refresh(settings, listener):
        try:
            return _refresh(settings, listener, retry_rejected, allow_removals)
        except OSError as error:
            raise WriteFailedError(settings.warehouse, str(error)) from error


def _require_input(settings: Settings) -> None:
    if not settings.raw.is_dir():
        raise InputMissing(settings.raw, "The folder of papers", "Make it, or name another: --raw")
    try:
        os.scandir(settings.raw).close()
    except OSError as error:
        raise FolderUnreadable(settings.raw, error.strerror or str(error)) from error
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


def _refresh(
    settings: Settings, progress: Progress, retry_rejected: bool, allow_removals: bool
) -> RefreshReport:
    progress.start("Looking for papers")
    plan = make_plan(settings, retry_rejected=retry_rejected)
    if plan.is_current:
        write_manifest(settings.state, _ended(plan.manifest, plan.intake.unsettled))
        return _unchanged(settings, plan)
    held: Mapping[str, int] = {}
    if not allow_removals:
        from pipelines.publication.builds import published_counts
        from pipelines.publication.shrinkage import GUARDED

        held = published_counts(settings.warehouse, GUARDED)
        if why := _too_few_papers(settings, plan, held):
            return _not_begun(settings, plan, why)
    with prepared_audit(settings.room) as prepared:
        return _rebuild(settings, progress, plan, prepared, held)


def _too_few_papers(settings: Settings, plan: Plan, held: Mapping[str, int]) -> str:
    """Why the folder cannot be what is meant to be published, before a paper is read."""
    from pipelines.publication.shrinkage import PAPERS, describe_losses, find_losses

    intake = plan.intake
    if not held and not intake.files and not intake.rejected:
        return (
            f"There is no paper under {settings.raw}. Put papers there, or name another folder "
            "with --raw."
        )
    contents = len({file.sha256 for file in intake.files})
    losses = find_losses(held, {PAPERS: contents}, settings.most_lost)
    return describe_losses(losses, intake.gone, settings.most_lost) if losses else ""


def _not_begun(settings: Settings, plan: Plan, why: str) -> RefreshReport:
    published = plan.manifest.published
    return RefreshReport(
        outcome=Outcome.REFUSED,
        warehouse=settings.warehouse,
        build_id=published.build_id if published else "",
        rows=published.rows if published else {},
        findings=published.findings if published else {},
        files_found=len(plan.intake.files) + len(plan.intake.rejected),
        papers_read=0,
        papers_extracted=0,
        rejected=rejections(plan.manifest, {}),
        new=plan.intake.new,
        changed=plan.intake.changed,
        gone=plan.intake.gone,
        unsettled=plan.intake.unsettled,
        why=why,
    )


def _unchanged(settings: Settings, plan: Plan) -> RefreshReport:
    published = plan.manifest.published
    assert published is not None
    return RefreshReport(
        outcome=Outcome.UNCHANGED,
        warehouse=settings.warehouse,
        build_id=published.build_id,
        rows=published.rows,
        findings=published.findings,
        files_found=len(plan.intake.files) + len(plan.intake.rejected),
        papers_read=published.rows.get("papers", 0),
        papers_extracted=0,
        rejected=rejections(plan.manifest, published.not_trusted),
        unsettled=plan.intake.unsettled,
    )


def _rebuild(
    settings: Settings,
    progress: Progress,
    plan: Plan,
    prepared: BackgroundAudit,
    held: Mapping[str, int],
) -> RefreshReport:
    from pipelines.ingestion.ingest import ingest
    from pipelines.publication.shrinkage import describe_losses, find_losses

    read = ingest(settings, plan.manifest, plan.formerly, plan.version, progress)
    made = _build_and_audit(settings, progress, plan, read, prepared)
    losses = find_losses(held, made.build.rows, settings.most_lost)
    failed = len(made.audit.failures)
    why = f"{failed} {'check' if failed == 1 else 'checks'} failed." if failed else ""
    if not failed and losses:
        why = describe_losses(losses, plan.intake.gone, settings.most_lost)
    if not why:
        progress.start("Publishing it")
        _publish(settings, plan, read, made)
    intake = plan.intake
    return RefreshReport(
        outcome=Outcome.REFUSED if why else Outcome.PUBLISHED,
        warehouse=settings.warehouse,
        candidate=made.build.candidate if why else None,
        build_id=made.build.build_id,
        rows=made.build.rows,
        findings=made.build.findings,
        files_found=len(intake.files) + len(intake.rejected),
        papers_read=made.build.rows["papers"],
        papers_extracted=read.papers_read,
        rejected=made.rejected,
        new=intake.new,
        changed=intake.changed,
        gone=intake.gone,
        unsettled=(*intake.unsettled, *read.unsettled),
        set_aside=made.withheld.rows,
        why=why,
        audit=made.audit,
    )


@dataclass(frozen=True, slots=True)
class _Made:
    """A candidate, what its audit found, and what was left out of it."""

    build: "BuildReport"
    rejected: tuple[Rejection, ...]
    audit: "AuditReport"
    withheld: "Withheld"


def _build_and_audit(
    settings: Settings, progress: Progress, plan: Plan, read: "Ingested", prepared: BackgroundAudit
) -> _Made:
    """Build and audit, and again without the rows that failed, until the audit holds or no more."""
    from pipelines.audit.check_results import keep_results
    from pipelines.audit.withholding import rows_at_fault
    from pipelines.schema.withheld import Withheld
    from pipelines.warehouse.candidates import build_from

    withheld = Withheld()
    for attempt in range(1 + MOST_REBUILDS):
        progress.start("Building the warehouse" if not attempt else "Building it without these")
        build, rejected = build_from(settings, read.manifest, plan.version, withheld)
        progress.start("Checking it")
        found = prepared.audit(build.candidate)
        if not found.to_set_aside or attempt == MOST_REBUILDS:
            break
        is_last = attempt + 1 == MOST_REBUILDS
        more = rows_at_fault(build.candidate, found, settings.room, is_last=is_last)
        for row in more.rows:
            place = f" ({row.paper_id} {row.locator})" if row.locator else ""
            progress.note(f"Set aside: {row.table_name}: {row.subject}: {row.reason}{place}")
        withheld = withheld.plus(more)
    there = _as_read(plan.intake, read.manifest)
    audit = keep_results(build.candidate, build.build_id, found, there, settings.room)
    build = replace(build, rows={**build.rows, "check_results": len(audit.results)})
    return _Made(build, rejected, audit, withheld)


def _publish(settings: Settings, plan: Plan, read: "Ingested", made: _Made) -> None:
    from pipelines.ingestion.ingest import tidy
    from pipelines.publication.kept_builds import keep_build
    from pipelines.publication.publishing import publish

    build = made.build
    publish(build.candidate, settings.warehouse)
    keep_build(settings, build.build_id, plan.left_out)
    status = settings.warehouse.stat()
    published = Published(
        # Papers that could not be opened are published as they were: the next refresh tries again.
        "" if read.unsettled else plan.fingerprint,
        status.st_size,
        status.st_mtime_ns,
        build.build_id,
        build.rows,
        build.findings,
        made.withheld.papers,
        plan.left_out,
    )
    unsettled = (*plan.intake.unsettled, *read.unsettled)
    manifest = _ended(replace(read.manifest, published=published), unsettled)
    tidy(settings, manifest, plan.version)


def _ended(manifest: Manifest, unsettled: Sequence[PaperError]) -> Manifest:
    """With the time of a refresh that ended well, if it did."""
    return manifest if unsettled else replace(manifest, refreshed_at=datetime.now(UTC))


def _as_read(intake: Intake, manifest: Manifest) -> Intake:
    """What was found, with the files that could not be opened as they were before."""
    files = (manifest.files.get(file.source_path, file) for file in intake.files)
    return replace(intake, files=tuple(files))
