"""Counts the rows that break each rule and expectation of a table, and has the counts judged.

DuckDB counts: one statement per rule that a first look does not answer, and one for all
expectations of a table. Great Expectations
judges the counts of a whole audit at once, as one small frame.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import duckdb
import polars as pl

from pipelines.audit.audit_report import CheckResult, FailingRow
from pipelines.audit.first_look import FirstLook
from pipelines.audit.suites import Expectation, Rule
from pipelines.audit.validation import FrameValidator
from pipelines.schema.tables import Table
from pipelines.warehouse.bounded import LACKS

# Failing rows that a result shows; `observed` has their full number.
SHOWN_ROWS = 20
PLACE = ("paper_id", "locator")
# A rule shared by several tables names the table of the faulty row in this column.
CHECKED_TABLE = "checked_table"
# DuckDB says behind this where in a statement it failed; nobody else sees the statement.
PLACE_IN_STATEMENT = "\n\nLINE "
# The expectation that Great Expectations applies to the counts of rows that break a check.
NO_FAULTS = Expectation(
    "expect_column_values_to_be_in_set", ("faulty_rows",), arguments={"value_set": [0]}
)


@dataclass(slots=True)
class Tally:
    """The counts of one check.

    Attributes:
        rows: Rows that were checked; None for a rule, whose select decides what it reads.
    """

    table: Table
    check: Expectation | Rule
    rows: int | None = None
    faulty: int = 0
    shown: list[FailingRow] = field(default_factory=list)
    keys: pl.DataFrame | None = None
    is_evaluated: bool = True
    exception: str | None = None

    def crash(self, error: Exception) -> None:
        """Record that the check gave no result about the rows."""
        self.is_evaluated = False
        said = str(error).partition(PLACE_IN_STATEMENT)[0]
        self.exception = f"{type(error).__name__}: {said}"

    def result(self) -> CheckResult:
        """The count as the audit reports it."""
        check = self.check
        columns = check.columns if isinstance(check, Expectation) else (check.column,)
        return CheckResult(
            table=self.table.name,
            expectation=check.kind if isinstance(check, Expectation) else check.name,
            column=", ".join(column for column in columns if column) or None,
            severity=check.severity,
            success=self.is_evaluated and self.exception is None and self.faulty == 0,
            evaluated=self.is_evaluated,
            observed=self._observed(),
            exception=self.exception,
            failing_rows=tuple(self.shown),
            on_failure=check.on_failure,
            keys=self.keys,
        )

    def _observed(self) -> str:
        if self.exception is not None:
            return f"the check crashed: {self.exception.splitlines()[0]}"
        if not self.is_evaluated:
            return "the check was not evaluated"
        of_rows = "" if self.rows is None else f" of {self.rows}"
        return f"{self.faulty}{of_rows} rows fail"


@dataclass(frozen=True, slots=True)
class RuleCounts:
    """Counts the rows that rules return; a rule shared by several tables runs once.

    Attributes:
        look: What is known before; a check that is known to hold is not run.
    """

    connection: duckdb.DuckDBPyConnection
    look: FirstLook
    _by_table: dict[str, dict[str, int]] = field(default_factory=dict)

    def of_table(self, table: Table, rules: Sequence[Rule]) -> list[Tally]:
        """Count the rows that each rule returns for a table."""
        tallies = [Tally(table, rule) for rule in rules]
        for tally, rule in zip(tallies, rules, strict=True):
            try:
                tally.faulty = self._count(table, rule)
                if tally.faulty:
                    _look_at(tally, self._faults(table, rule))
            except LACKS:
                raise
            except duckdb.Error as error:
                tally.crash(error)
        return tallies

    def _count(self, table: Table, rule: Rule) -> int:
        if self.look.is_known_to_hold(rule.name, table.name):
            return 0
        if CHECKED_TABLE not in rule.select:
            query = f"select count(*) from ({rule.select}\n)"
            ((faulty,),) = self.connection.execute(query).fetchall()
            return int(faulty)
        if rule.select not in self._by_table:
            query = f"select {CHECKED_TABLE}, count(*) from ({rule.select}\n) group by all"
            self._by_table[rule.select] = dict(self.connection.execute(query).fetchall())
        return self._by_table[rule.select].get(table.name, 0)

    def _faults(self, table: Table, rule: Rule) -> duckdb.DuckDBPyRelation:
        faults = self.connection.sql(rule.select)
        if CHECKED_TABLE in faults.columns:
            return faults.filter(f"{CHECKED_TABLE} = '{table.name}'")
        return faults


def count_rows(
    connection: duckdb.DuckDBPyConnection,
    table: Table,
    expectations: Sequence[Expectation],
    there: Collection[str],
) -> list[Tally]:
    """Count the rows that break each expectation, in one statement.

    If that statement fails, each expectation is counted by itself to find the one at fault.
    """
    tallies = [Tally(table, expectation) for expectation in expectations]
    conditions = [expectation.condition for expectation in expectations]
    try:
        _count(connection, table, tallies, conditions)
    except LACKS:
        raise
    except duckdb.Error:
        for tally, condition in zip(tallies, conditions, strict=True):
            try:
                _count(connection, table, [tally], [condition])
            except duckdb.Error as error:
                tally.crash(error)
    for tally, expectation, condition in zip(tallies, expectations, conditions, strict=True):
        if tally.faulty:
            wanted = dict.fromkeys((*PLACE, *table.key, *expectation.columns))
            selected = ", ".join(f'"{name}"' for name in wanted if name in there)
            select = f"select {selected} from {table.name} where {condition} order by all"
            _look_at(tally, connection.sql(select))
    return tallies


def judge(validator: FrameValidator, tallies: Sequence[Tally]) -> None:
    """Have the library judge all counts; a count that it did not see is recorded as a crash."""
    counted = [tally for tally in tallies if tally.exception is None]
    frame = pl.DataFrame({"faulty_rows": [tally.faulty for tally in counted]})
    (outcome,) = validator.validate(frame, [NO_FAULTS])
    failing = set(outcome.failing)
    for position, tally in enumerate(counted):
        # The counts of DuckDB and of the library must be the same.
        agreed = (position in failing) == (tally.faulty > 0)
        tally.is_evaluated = outcome.is_evaluated and agreed
        tally.exception = outcome.exception


def _count(
    connection: duckdb.DuckDBPyConnection,
    table: Table,
    tallies: Sequence[Tally],
    conditions: Sequence[str],
) -> None:
    counts = ", ".join(f"count(*) filter (where {condition})" for condition in conditions)
    counted = connection.sql(f"select count(*), {counts} from {table.name}").fetchone()
    assert counted is not None
    for tally, faulty in zip(tallies, counted[1:], strict=True):
        tally.rows, tally.faulty = counted[0], faulty


def _look_at(tally: Tally, faults: duckdb.DuckDBPyRelation) -> None:
    """Take the first faulty rows to show, and the keys of all to set them aside."""
    shown = faults.limit(SHOWN_ROWS).pl().iter_rows(named=True)
    tally.shown = [_failing_row(row) for row in shown]
    if tally.check.on_failure == "set_aside":
        tally.keys = faults.select(*map(duckdb.ColumnExpression, tally.table.key)).pl()


def _failing_row(row: Mapping[str, Any]) -> FailingRow:
    return FailingRow(
        paper_id=row.get("paper_id"),
        locator=row.get("locator"),
        values=", ".join(
            f"{name}={value}" for name, value in row.items() if name not in (*PLACE, CHECKED_TABLE)
        ),
    )
