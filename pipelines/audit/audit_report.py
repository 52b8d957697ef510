"""What an audit says: one result a check, and whether the candidate may be published."""

from dataclasses import dataclass

from pipelines.audit.suites import Severity


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

    @property
    def crashed(self) -> bool:
        """Whether the check tells nothing about the rows: a fault of ours, not of a paper."""
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
