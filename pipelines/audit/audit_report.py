"""The result of an audit: one result per check, and whether the candidate may be published."""

from dataclasses import dataclass, field

import polars as pl

from pipelines.audit.suites import OnFailure, Severity


@dataclass(frozen=True, slots=True)
class FailingRow:
    """One row that breaks a check, and its place in the paper, if known.

    Attributes:
        values: The columns that identify the row and show what is wrong, as `name=value`.
    """

    paper_id: str | None
    locator: str | None
    values: str


@dataclass(frozen=True, slots=True)
class CheckResult:
    """What one check found.

    Attributes:
        expectation: Great Expectations' name, or the name of a rule.
        evaluated: Whether the check looked at the rows at all.
        observed: What was found, in words.
        exception: The exception raised instead; None if there was none.
        failing_rows: The first rows that fail.
        on_failure: The consequence if it fails; None if there is none.
        keys: The key of each row that fails, columns as in the table; None if a faulty row
            cannot be identified.
    """

    table: str
    expectation: str
    column: str | None
    severity: Severity
    success: bool
    evaluated: bool
    observed: str
    exception: str | None = None
    failing_rows: tuple[FailingRow, ...] = ()
    on_failure: OnFailure | None = None
    keys: pl.DataFrame | None = field(default=None, compare=False, repr=False)

    @property
    def name(self) -> str:
        """The check with its columns, as the reason for setting a row aside."""
        return f"{self.expectation}: {self.column}" if self.column else self.expectation

    @property
    def names_rows(self) -> bool:
        """Whether the faulty rows are known and may be set aside."""
        return self.on_failure == "set_aside" and self.keys is not None and not self.crashed

    @property
    def crashed(self) -> bool:
        """Whether the check gave no result about the rows: a bug, not a fault of a paper."""
        return self.exception is not None or not self.evaluated

    @property
    def message(self) -> str:
        """The result in one line."""
        about = f"{self.table}.{self.column}" if self.column else self.table
        return f"{about}: {self.expectation}: {self.observed}"


@dataclass(frozen=True, slots=True)
class AuditReport:
    """Every check of an audit, in the order of the contract."""

    results: tuple[CheckResult, ...]

    @property
    def failures(self) -> tuple[CheckResult, ...]:
        """What prevents publication: failed checks of severity error, and crashed checks."""
        return tuple(
            result
            for result in self.results
            if result.crashed or (not result.success and result.severity == "error")
        )

    @property
    def to_set_aside(self) -> tuple[CheckResult, ...]:
        """The failures that identify the faulty rows, so a build without these may pass."""
        return tuple(result for result in self.failures if result.names_rows)

    @property
    def warnings(self) -> tuple[CheckResult, ...]:
        """The failures that do not prevent publication."""
        stopping = self.failures
        return tuple(
            result for result in self.results if not result.success and result not in stopping
        )

    @property
    def crashed(self) -> tuple[CheckResult, ...]:
        """The checks without a result."""
        return tuple(result for result in self.results if result.crashed)

    @property
    def ok(self) -> bool:
        """Whether the candidate may be published."""
        return not self.failures

    def of_table(self, table: str) -> tuple[CheckResult, ...]:
        """The checks of one table."""
        return tuple(result for result in self.results if result.table == table)
