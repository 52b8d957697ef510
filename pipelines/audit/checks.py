"""Run the rules and the expectations of one table, and say which rows break them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import duckdb
import polars as pl

from pipelines.audit.audit_report import CheckResult, FailingRow
from pipelines.audit.suites import Expectation, Rule
from pipelines.audit.validation import FrameValidator, Outcome
from pipelines.contract import Table

# Rows of one frame: tens of megabytes of text at most, and few calls of the library a million rows.
BATCH_ROWS = 50_000
# Failing rows that a result shows; what it observed tells how many there are.
SHOWN_ROWS = 20
PLACE = ("paper_id", "locator")
# In this column a rule that several tables share says which of them the row at fault belongs to.
CHECKED_TABLE = "checked_table"
# What Great Expectations is asked about the counts of rows that break a rule.
NO_FAULTS = Expectation(
    "expect_column_values_to_be_in_set", ("faulty_rows",), arguments={"value_set": [0]}
)


@dataclass(slots=True)
class _Tally:
    """What one check has found so far."""

    is_evaluated: bool = True
    rows: int = 0
    faulty: int = 0
    shown: list[FailingRow] = field(default_factory=list)
    keys: list[pl.DataFrame] = field(default_factory=list)
    exception: str | None = None

    def crash(self, error: Exception) -> None:
        self.is_evaluated = False
        self.exception = f"{type(error).__name__}: {error}"

    def add(self, outcome: Outcome) -> None:
        self.is_evaluated &= outcome.is_evaluated
        self.rows += outcome.rows
        self.faulty += len(outcome.failing)
        self.exception = self.exception or outcome.exception

    def result(self, table: str, check: Expectation | Rule) -> CheckResult:
        columns = check.columns if isinstance(check, Expectation) else (check.column,)
        return CheckResult(
            table=table,
            expectation=check.kind if isinstance(check, Expectation) else check.name,
            column=", ".join(column for column in columns if column) or None,
            severity=check.severity,
            success=self.is_evaluated and self.exception is None and self.faulty == 0,
            evaluated=self.is_evaluated,
            observed=self._observed(isinstance(check, Expectation)),
            exception=self.exception,
            failing_rows=tuple(self.shown),
            on_failure=check.on_failure,
            keys=pl.concat(self.keys) if self.keys else None,
        )

    def _observed(self, of_rows: bool) -> str:
        if self.exception is not None:
            return f"the check crashed: {self.exception.splitlines()[0]}"
        if not self.is_evaluated:
            return "the check was not evaluated"
        return f"{self.faulty} of {self.rows} rows fail" if of_rows else f"{self.faulty} rows fail"


def check_rules(
    connection: duckdb.DuckDBPyConnection,
    validator: FrameValidator,
    table: Table,
    rules: Sequence[Rule],
) -> list[CheckResult]:
    """Count the rows that break each rule, and have the counts judged as one frame."""
    tallies = [_count_faults(connection, table, rule) for rule in rules]
    counted = [tally for tally in tallies if tally.exception is None]
    frame = pl.DataFrame({"faulty_rows": [tally.faulty for tally in counted]})
    (outcome,) = validator.validate(frame, [NO_FAULTS])
    for position, tally in enumerate(counted):
        # What DuckDB counted and what the library saw must be the same.
        agreed = (position in outcome.failing) == (tally.faulty > 0)
        tally.is_evaluated = outcome.is_evaluated and agreed
        tally.exception = outcome.exception
    return [tally.result(table.name, rule) for tally, rule in zip(tallies, rules, strict=True)]


def _count_faults(connection: duckdb.DuckDBPyConnection, table: Table, rule: Rule) -> _Tally:
    tally = _Tally()
    try:
        faults = connection.sql(rule.select)
        if CHECKED_TABLE in faults.columns:
            faults = faults.filter(f"{CHECKED_TABLE} = '{table.name}'")
        (tally.faulty,) = faults.count("*").fetchone() or (0,)
        if tally.faulty:
            shown = faults.limit(SHOWN_ROWS).pl().iter_rows(named=True)
            tally.shown = [_failing_row(row) for row in shown]
            if rule.on_failure == "set_aside":
                tally.keys = [faults.select(*map(duckdb.ColumnExpression, table.key)).pl()]
    except duckdb.Error as error:
        tally.crash(error)
    return tally


def check_rows(
    connection: duckdb.DuckDBPyConnection,
    validator: FrameValidator,
    table: Table,
    expectations: Sequence[Expectation],
    there: Sequence[str],
) -> list[CheckResult]:
    """Run the expectations batch by batch, on no more columns than they and a reader need.

    A column that is not there is left to the library, whose exception names it.
    """
    tallies = [_Tally() for _ in expectations]
    needed = {*PLACE, *table.key, *(name for check in expectations for name in check.columns)}
    selected = ", ".join(name for name in there if name in needed) or "*"
    try:
        for frame in _frames(connection, f"select {selected} from {table.name}"):
            outcomes = validator.validate(frame, expectations)
            for tally, check, outcome in zip(tallies, expectations, outcomes, strict=True):
                tally.add(outcome)
                if outcome.failing and check.on_failure == "set_aside":
                    tally.keys.append(frame[list(outcome.failing)].select(table.key))
                room = SHOWN_ROWS - len(tally.shown)
                first = list(outcome.failing[:room])
                names = [n for n in (*PLACE, *table.key, *check.columns) if n in frame.columns]
                shown = frame.select(list(dict.fromkeys(names)))[first].iter_rows(named=True)
                tally.shown += [_failing_row(row) for row in shown]
    except duckdb.Error as error:
        for tally in tallies:
            tally.crash(error)
    return [
        tally.result(table.name, check) for tally, check in zip(tallies, expectations, strict=True)
    ]


def _frames(connection: duckdb.DuckDBPyConnection, select: str) -> Iterator[pl.DataFrame]:
    """The rows in frames of bounded length; one empty frame where there are none."""
    relation = connection.sql(select)
    reader = relation.to_arrow_reader(BATCH_ROWS)
    yielded = False
    for batch in reader:
        yielded = True
        yield pl.DataFrame(batch)
    if not yielded:
        yield relation.limit(0).pl()


def _failing_row(row: Mapping[str, Any]) -> FailingRow:
    return FailingRow(
        paper_id=row.get("paper_id"),
        locator=row.get("locator"),
        values=", ".join(
            f"{name}={value}" for name, value in row.items() if name not in (*PLACE, CHECKED_TABLE)
        ),
    )
