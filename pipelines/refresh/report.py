"""What a refresh did, and what it says of a refusal."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from pipelines.ingestion.rejections import Rejection, rejections
from pipelines.publication.publishing import candidate_path, left_by_refusal
from pipelines.refresh.plan import Plan
from pipelines.runtime.errors import PaperError
from pipelines.runtime.settings import Settings

if TYPE_CHECKING:
    from pipelines.audit.audit_report import AuditReport
    from pipelines.refresh.building import Built
    from pipelines.refresh.reading import PapersRead
    from pipelines.schema.withheld import WithheldRow


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
        return say_unsettled(self.unsettled)


def say_unsettled(unsettled: Sequence[PaperError]) -> str:
    """Which papers cannot be opened now, and what to do; empty if there is none."""
    if not unsettled:
        return ""
    named = "; ".join(f"{error.path} {error.reason}" for error in unsettled)
    return (
        f"Papers that were read before cannot be opened now; their facts stay: {named}. "
        f"{unsettled[0].advice}."
    )


def not_begun(settings: Settings, plan: Plan, why: str) -> RefreshReport:
    """A refresh that was refused before a paper was read."""
    published = plan.manifest.published
    return RefreshReport(
        outcome=Outcome.REFUSED,
        warehouse=settings.warehouse,
        build_id=published.build_id if published else "",
        rows=published.rows if published else {},
        findings=published.findings if published else {},
        files_found=plan.files_found,
        papers_read=0,
        papers_extracted=0,
        rejected=rejections(plan.manifest, {}),
        new=plan.intake.new,
        changed=plan.intake.changed,
        gone=plan.intake.gone,
        unsettled=plan.intake.unsettled,
        why=why,
    )


def unchanged(settings: Settings, plan: Plan) -> RefreshReport:
    """A refresh that found published what the folder holds."""
    published = plan.manifest.published
    assert published is not None
    return RefreshReport(
        outcome=Outcome.UNCHANGED,
        warehouse=settings.warehouse,
        build_id=published.build_id,
        rows=published.rows,
        findings=published.findings,
        files_found=plan.files_found,
        papers_read=published.rows.get("papers", 0),
        papers_extracted=0,
        rejected=rejections(plan.manifest, published.not_trusted),
        unsettled=plan.intake.unsettled,
    )


def built_report(settings: Settings, read: "PapersRead", built: "Built", why: str) -> RefreshReport:
    """A refresh that built a candidate.

    Args:
        settings: Folders.
        read: What was read.
        built: The candidate.
        why: Why it was not published; empty where it was.
    """
    return RefreshReport(
        outcome=Outcome.REFUSED if why else Outcome.PUBLISHED,
        warehouse=settings.warehouse,
        candidate=candidate_path(settings.warehouse) if why else None,
        build_id=built.build_id,
        rows=built.rows,
        findings=built.findings,
        files_found=read.files_found,
        papers_read=built.rows["papers"],
        papers_extracted=read.papers_extracted,
        rejected=rejections(read.manifest, built.not_trusted),
        new=read.new,
        changed=read.changed,
        gone=read.gone,
        unsettled=read.unsettled,
        set_aside=built.set_aside,
        why=why,
        audit=built.audit,
    )
