"""How the number of those who took part in a programme changed from year to year."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from pipelines.reports.bounds import ONE_READING


@dataclass(frozen=True, slots=True, kw_only=True)
class TrendRow:
    """One row of programme_trend; the comparisons are None if there is no year before."""

    programme_id: str | None
    programme_name: str
    unit: str | None
    standing: str
    period: str
    participants: int
    qualifier: str | None
    status: str
    as_of: date | None
    is_part_year: bool | None
    previous_period: str | None
    previous_participants: int | None
    previous_qualifier: str | None
    change: int | None
    change_share: float | None
    is_change_exact: bool | None
    statements: int
    paper_id: str
    locator: str
    quote: str
    proof: str

    @property
    def is_single(self) -> bool:
        """Whether nothing in the papers confirms one of the two numbers."""
        return self.proof == ONE_READING


def compared_years(rows: Iterable[TrendRow]) -> tuple[TrendRow, ...]:
    """The rows that have a year before them, newest first, then by programme and unit."""
    compared = [row for row in rows if row.change is not None]
    by_name = sorted(compared, key=lambda row: (row.programme_name, row.unit or "", row.standing))
    return tuple(sorted(by_name, key=lambda row: row.period, reverse=True))
