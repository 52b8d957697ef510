"""What an audit says: one result a check, and whether the candidate may be published."""

from dataclasses import dataclass, field

import polars as pl

from pipelines.audit.suites import OnFailure, Severity


@dataclass(frozen=True, slots=True)
class FailingRow:
    """One row that breaks a check, and where its paper says so, if it says.

    Attributes:
        values: The columns that tell which row it is and what is wrong, as `name=value`.
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
        exception: What was raised instead; None where nothing was.
        failing_rows: The first rows that fail.
        on_failure: What follows if it fails; None if nothing does.
        keys: The key of each row that fails, columns as in the table; None if a row at fault does
            not say which it is.
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
        """The check with the columns that it looks at: what a row that is set aside is held for."""
        return f"{self.expectation}: {self.column}" if self.column else self.expectation

    @property
    def names_rows(self) -> bool:
        """Whether the rows at fault are known and may be set aside."""
        return self.on_failure == "set_aside" and self.keys is not None and not self.crashed

    @property
    def crashed(self) -> bool:
        """Whether the check says nothing about the rows: a fault of ours, not of a paper."""
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
        """What forbids to publish: failed checks of severity error, and each check that crashed."""
        return tuple(
            result
            for result in self.results
            if result.crashed or (not result.success and result.severity == "error")
        )

    @property
    def to_set_aside(self) -> tuple[CheckResult, ...]:
        """The failures that name the rows at fault, so that a build without those may be sound."""
        return tuple(result for result in self.failures if result.names_rows)

    @property
    def warnings(self) -> tuple[CheckResult, ...]:
        """What failed and forbids nothing."""
        stopping = self.failures
        return tuple(
            result for result in self.results if not result.success and result not in stopping
        )

    @property
    def crashed(self) -> tuple[CheckResult, ...]:
        """The checks that tell nothing."""
        return tuple(result for result in self.results if result.crashed)

    @property
    def ok(self) -> bool:
        """Whether the candidate may be published."""
        return not self.failures

    def of_table(self, table: str) -> tuple[CheckResult, ...]:
        """The checks of one table."""
        return tuple(result for result in self.results if result.table == table)
