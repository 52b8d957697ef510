"""What the command line says to scripts: the same facts as plain values for JSON."""

from collections.abc import Mapping
from datetime import date, datetime, time
from decimal import Decimal
from typing import TYPE_CHECKING, Any, TypeAlias

if TYPE_CHECKING:
    from pipelines.audit.audit import AuditReport, CheckResult
    from pipelines.ingestion.intake import Intake
    from pipelines.publication.querying import WarehouseStatus
    from pipelines.refresh import RefreshReport

Json: TypeAlias = Mapping[str, Any]


def refresh_values(report: "RefreshReport") -> Json:
    """A refresh as JSON."""
    return {
        "outcome": report.outcome.value,
        "warehouse": str(report.warehouse),
        "candidate": str(report.candidate) if report.candidate else None,
        "build_id": report.build_id,
        "rows": dict(report.rows),
        "findings": dict(report.findings),
        "files_found": report.files_found,
        "papers_read": report.papers_read,
        "papers_extracted": report.papers_extracted,
        "rejected": [
            {
                "source_path": rejection.source_path,
                "sha256": rejection.sha256,
                "reason": rejection.reason,
                "rejected_at": rejection.rejected_at.isoformat(),
            }
            for rejection in report.rejected
        ],
        "new": list(report.new),
        "changed": list(report.changed),
        "gone": list(report.gone),
        "failed_checks": audit_values(report.audit)["failed_checks"] if report.audit else [],
    }


def audit_values(audit: "AuditReport") -> Json:
    """An audit as JSON: what failed in full, what held as a number."""
    failed = [*audit.failures, *audit.warnings]
    return {
        "ok": audit.ok,
        "checks": len(audit.results),
        "failed_checks": [_check_values(result) for result in failed],
    }


def _check_values(result: "CheckResult") -> Json:
    return {
        "table": result.table,
        "column": result.column,
        "check": result.expectation,
        "severity": result.severity,
        "crashed": result.crashed,
        "observed": result.observed,
        "rows": [
            {"paper_id": row.paper_id, "locator": row.locator, "values": row.values}
            for row in result.failing_rows
        ],
    }


def status_values(status: "WarehouseStatus", waiting: "Intake | None") -> Json:
    """A status as JSON; `waiting` is null where there is no raw folder."""
    return {
        "warehouse": str(status.warehouse),
        "build_id": status.build_id,
        "built_at": status.built_at.isoformat(),
        "builds": status.builds,
        "papers": status.papers,
        "rows": dict(status.rows),
        "findings": dict(status.findings),
        "rejected": [{"source_path": path, "reason": reason} for path, reason in status.rejected],
        "waiting": waiting
        and {
            "new": list(waiting.new),
            "changed": list(waiting.changed),
            "gone": list(waiting.gone),
        },
    }


def json_value(value: object) -> object:
    """What JSON has no form for, as the text or number that a reader expects.

    >>> json_value(date(2031, 5, 6)), json_value(Decimal("12.50"))
    ('2031-05-06', 12.5)
    """
    if isinstance(value, date | datetime | time):
        return value.isoformat()
    if isinstance(value, Decimal):
        return float(value)
    return str(value)
