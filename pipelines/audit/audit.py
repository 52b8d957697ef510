"""Check a candidate warehouse against the suites, before anybody may read it.

Rows that break a rule or an expectation are counted in DuckDB, and Great Expectations judges the
counts: memory stays bounded and time short however long a table is.
"""

from collections.abc import Sequence
from pathlib import Path

from pipelines.audit.audit_report import AuditReport, CheckResult, FailingRow
from pipelines.audit.checks import RuleCounts, Tally, count_rows, judge
from pipelines.audit.first_look import look_at_all
from pipelines.audit.structure import structure_rules
from pipelines.audit.suites import Suite, load_suites
from pipelines.audit.validation import FrameValidator, import_great_expectations
from pipelines.runtime.limits import Room
from pipelines.runtime.places import EXPECTATIONS
from pipelines.schema.tables import TABLES, Table
from pipelines.warehouse.bounded import bounded

__all__ = ["AuditReport", "CheckResult", "FailingRow", "audit", "preload"]

MISSING_TABLE = "table_exists"


def preload() -> None:
    """Import Great Expectations ahead of an audit.

    A refresh does this beside the build, since it takes seconds.
    """
    import_great_expectations()


def audit(
    candidate: Path,
    tables: Sequence[str] | None = None,
    suites: Path = EXPECTATIONS,
    room: Room | None = None,
) -> AuditReport:
    """Run the suites on a candidate warehouse, which is opened read-only.

    Args:
        candidate: A DuckDB file; no connection of this process may hold it for writing.
        tables: The tables to check; None for all. Rules may read others beside them.
        suites: Where the suites are.
        room: How much memory and disk it may take.

    Returns:
        Every check, those that crashed among them.

    Raises:
        FileNotFoundError: There is no such file.
        ValueError: A table is not in the contract.
        SuiteError: A suite does not say what to check.
        WarehouseError: There is not enough memory or disk.
    """
    if not candidate.is_file():
        raise FileNotFoundError(f"There is no warehouse to check at {candidate}.")
    names = list(TABLES) if tables is None else list(tables)
    if strangers := [name for name in names if name not in TABLES]:
        raise ValueError(f"Not in the contract: {strangers}. It has: {', '.join(TABLES)}.")
    expected = load_suites(suites, names)
    tallies: list[Tally | CheckResult] = []
    with bounded(candidate, room or Room(), read_only=True) as connection:
        # A process that another one started is taken for a person's, and its output drawn on.
        connection.execute("set enable_progress_bar = false")
        look = look_at_all(connection, [TABLES[name] for name in names])
        counts = RuleCounts(connection, look)
        for name, suite in expected.items():
            tallies += _check_table(counts, TABLES[name], suite)
    judge(FrameValidator(), [each for each in tallies if isinstance(each, Tally)])
    return AuditReport(
        tuple(each.result() if isinstance(each, Tally) else each for each in tallies)
    )


def _check_table(counts: RuleCounts, table: Table, suite: Suite) -> list[Tally | CheckResult]:
    there = counts.look.columns.get(table.name)
    if there is None:
        return [_missing_table(table.name)]
    rules = [*structure_rules(table, suite.on_failure), *suite.rules]
    return [
        *counts.of_table(table, rules),
        *count_rows(counts.connection, table, suite.expectations, there),
    ]


def _missing_table(table: str) -> CheckResult:
    return CheckResult(
        table=table,
        expectation=MISSING_TABLE,
        column=None,
        severity="error",
        success=False,
        evaluated=True,
        observed="the candidate has no such table, so that nothing else of it was checked",
    )
