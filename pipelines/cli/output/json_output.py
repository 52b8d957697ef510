"""Output for scripts: the same facts as plain JSON values."""

import json
from collections.abc import Mapping
from dataclasses import asdict
from datetime import date, datetime, time
from decimal import Decimal
from typing import TYPE_CHECKING, Any, TypeAlias

from pipelines.cli.streams import json_escape
from pipelines.runtime.terminal_text import replace_unsafe

if TYPE_CHECKING:
    from pipelines.audit.audit import AuditReport, CheckResult
    from pipelines.monitoring.warehouse_status import Standing, Unpublished
    from pipelines.refresh.refresh import RefreshReport

Json: TypeAlias = Mapping[str, Any]
# Failed checks listed in a short message; the report of the refresh has all of them.
SHOWN_FAILURES = 3


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
        "why": report.what_is_wrong or None,
        "unsettled": [
            {"source_path": error.path, "reason": error.explanation} for error in report.unsettled
        ],
        "set_aside": [
            {
                "table": row.table_name,
                "subject": row.subject,
                "reason": row.reason,
                "paper_id": row.paper_id,
                "locator": row.locator,
            }
            for row in report.set_aside
        ],
        "failed_checks": audit_values(report.audit)["failed_checks"] if report.audit else [],
    }


def what_is_wrong(report: "RefreshReport") -> str:
    """Why a refresh failed, with the first failed checks, in sentences."""
    failures = report.audit.failures if report.audit else ()
    named = "; ".join(failure.message for failure in failures[:SHOWN_FAILURES])
    return f"{report.what_is_wrong} Failed: {named}." if named else report.what_is_wrong


def audit_values(audit: "AuditReport") -> Json:
    """An audit as JSON: each failure in full, and the number of checks that passed."""
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


def status_values(standing: "Standing") -> Json:
    """A status as JSON; `next` and `waiting` are null if there is no raw folder."""
    held = standing.held
    return {
        "warehouse": str(held.warehouse),
        "build_id": held.build_id,
        "built_at": held.built_at.isoformat(),
        "age_hours": standing.age_hours,
        "refreshed_at": standing.refreshed_at and standing.refreshed_at.isoformat(),
        "is_late": standing.is_late,
        "builds": held.builds,
        "papers": held.papers,
        "rows": dict(held.rows),
        "findings": dict(held.findings),
        "proofs": dict(held.proofs),
        "failing_checks": [asdict(check) for check in standing.failing_checks],
        "refused": standing.refused and [asdict(check) for check in standing.refused],
        "rejected": [{"source_path": path, "reason": reason} for path, reason in held.rejected],
        "waiting": standing.next
        and {
            "new": list(standing.next.waiting.new),
            "changed": list(standing.next.waiting.changed),
            "gone": list(standing.next.waiting.gone),
        },
        "next": standing.next
        and {
            "would_publish": not standing.next.is_current,
            "papers_to_read": standing.next.papers_to_read,
        },
    }


def unpublished_values(unpublished: "Unpublished") -> Json:
    """The status of a warehouse that does not exist yet, as JSON with the usual keys."""
    return {
        "warehouse": str(unpublished.warehouse),
        "build_id": None,
        "candidate": str(unpublished.candidate),
        "refused": [asdict(check) for check in unpublished.refused],
    }


def json_text(values: Any, indent: int | None = 2) -> str:
    r"""JSON that no terminal acts on: what is no plain text is escaped, and nothing else.

    >>> json_text(["pond\u202e\x9b"], indent=None)
    '["pond\\u202e\\u009b"]'
    """
    text = json.dumps(values, ensure_ascii=False, indent=indent, default=json_value)
    return replace_unsafe(text, json_escape)


def json_value(value: object) -> object:
    """Convert a value that JSON cannot hold to the expected text or number.

    >>> json_value(date(2031, 5, 6)), json_value(Decimal("12.50"))
    ('2031-05-06', 12.5)
    """
    if isinstance(value, date | datetime | time):
        return value.isoformat()
    if isinstance(value, Decimal):
        return float(value)
    return str(value)
