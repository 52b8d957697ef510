"""One asset check a suite, answered by the audit of the candidate."""

from collections.abc import Iterator, Sequence

import dagster as dg

from pipelines.audit.audit import AuditReport, CheckResult
from pipelines.runtime.terminal_text import one_line
from pipelines.schema.tables import TABLES

CHECK_NAME = "suite"
# Offending rows that a failed check shows.
SHOWN_ROWS = 20
ROW_COLUMNS = ("check", "values", "paper_id", "locator")
# A table, since Dagster would fetch an image that a row names in Markdown
ROWS = dg.TableSchema(columns=[dg.TableColumn(name) for name in ROW_COLUMNS])


def check_specs() -> list[dg.AssetCheckSpec]:
    """One check each table: its suite, and what follows from the contract."""
    return [
        dg.AssetCheckSpec(
            CHECK_NAME,
            asset=name,
            description=f"Key, references, columns and expectations/{name}.yml.",
        )
        for name in TABLES
    ]


def check_results(audit: AuditReport) -> Iterator[dg.AssetCheckResult]:
    """What the audit found for each table, with the rows at fault and their places."""
    stopping = set(audit.failures)
    for name in TABLES:
        results = audit.of_table(name)
        failed = [result for result in results if not result.success or result in stopping]
        is_error = any(result in stopping for result in failed)
        yield dg.AssetCheckResult(
            asset_key=name,
            check_name=CHECK_NAME,
            passed=not failed,
            severity=dg.AssetCheckSeverity.ERROR if is_error else dg.AssetCheckSeverity.WARN,
            metadata={
                "checks": len(results),
                "failed": len(failed),
                "crashed": sum(result.crashed for result in results),
                "what": dg.MetadataValue.text(_what(failed)),
                "rows": dg.MetadataValue.table(list(_rows(failed)), ROWS),
            },
        )


def _what(failed: Sequence[CheckResult]) -> str:
    lines = (one_line(f"{result.severity}: {result.message}") for result in failed)
    return "\n".join(lines) or "Every check holds."


def _rows(failed: Sequence[CheckResult]) -> Iterator[dg.TableRecord]:
    for result in failed:
        for row in result.failing_rows[:SHOWN_ROWS]:
            cells = (result.name, row.values, row.paper_id or "", row.locator or "")
            yield dg.TableRecord(dict(zip(ROW_COLUMNS, map(one_line, cells), strict=True)))
