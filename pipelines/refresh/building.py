"""The second step of a refresh: build a candidate and audit it.

Rows that break a check are set aside: the candidate is built again without them.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pipelines.audit.background_audit import BackgroundAudit
from pipelines.refresh.reading import PapersRead
from pipelines.runtime.progress import Progress
from pipelines.runtime.settings import Settings

if TYPE_CHECKING:
    from pipelines.audit.audit_report import AuditReport
    from pipelines.schema.withheld import WithheldRow

# The first leaves out the rows that others are made of, the second what fails besides: what still
# fails then is a fault of ours.
MOST_REBUILDS = 2


@dataclass(frozen=True, slots=True)
class Built:
    """A candidate, closed and audited.

    Attributes:
        fingerprint: That of what it was built from.
        rows: Rows of each table.
        findings: Findings by severity.
        not_trusted: The checks that each paper (id) broke which was left out as a whole.
        audit: What the checks found.
        set_aside: The rows that were left out; none if another process takes it up.
    """

    build_id: str
    fingerprint: str
    rows: Mapping[str, int]
    findings: Mapping[str, int]
    not_trusted: Mapping[str, str]
    audit: "AuditReport"
    set_aside: "tuple[WithheldRow, ...]" = ()


def build_and_audit(
    settings: Settings, read: PapersRead, prepared: BackgroundAudit, progress: Progress
) -> Built:
    """Build and audit, and again without the rows that failed, until the audit holds or no more."""
    from pipelines.audit.check_results import keep_results
    from pipelines.audit.withholding import rows_at_fault
    from pipelines.schema.withheld import Withheld
    from pipelines.warehouse.candidates import build_from

    withheld = Withheld()
    for attempt in range(1 + MOST_REBUILDS):
        progress.start("Building the warehouse" if not attempt else "Building it without these")
        build, _ = build_from(settings, read.manifest, read.basis.version, withheld)
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
    audit = keep_results(build.candidate, build.build_id, found, read.manifest, settings.room)
    return Built(
        build_id=build.build_id,
        fingerprint=read.fingerprint,
        rows={**build.rows, "check_results": len(audit.results)},
        findings=build.findings,
        not_trusted=withheld.papers,
        audit=audit,
        set_aside=withheld.rows,
    )
