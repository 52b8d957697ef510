"""What the printed margins allow for region by political group, arranged as a table."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

ALL_PROGRAMMES = "all"
# The proof of a figure that nothing in the papers confirms
ONE_READING = "single"


@dataclass(frozen=True, slots=True, kw_only=True)
class BoundsRow:
    """One row of uptake_region_by_party_bounds; there is no row if the margins disagree."""

    period: str | None
    as_of: date | None
    programme_id: str
    region: str
    political_group: str
    region_participants: int
    group_participants: int
    programme_participants: int
    lowest: int
    highest: int
    bounds_rule: str
    estimate: float
    estimate_by_seats: float | None
    denominator_source: str | None
    sources: str
    proof: str


@dataclass(frozen=True, slots=True)
class CrossedCell:
    """What is known of one region and group; `estimate` is not printed in any paper."""

    lowest: int
    highest: int
    estimate: float
    is_single: bool


@dataclass(frozen=True, slots=True)
class CrossedLine:
    """One region, with a cell for each group of the table."""

    region: str
    cells: tuple[CrossedCell, ...]


@dataclass(frozen=True, slots=True)
class CrossedTable:
    """All programmes of a period, regions by groups.

    Attributes:
        seats_source: The source of the seats that the estimates start from; None if they start from
            the margins alone.
    """

    groups: tuple[str, ...]
    lines: tuple[CrossedLine, ...]
    seats_source: str | None

    @property
    def has_single(self) -> bool:
        """Whether some cell follows from a figure of one reading only."""
        return any(cell.is_single for line in self.lines for cell in line.cells)


def arrange_bounds(
    rows: Iterable[BoundsRow], period: str | None, as_of: date | None
) -> CrossedTable | None:
    """Arrange the rows of all programmes of one period.

    Returns:
        The table; None if there are no such rows.
    """
    found = [
        row
        for row in rows
        if (row.period, row.as_of, row.programme_id) == (period, as_of, ALL_PROGRAMMES)
    ]
    groups = tuple(sorted({row.political_group for row in found}))
    by_seats = all(row.estimate_by_seats is not None for row in found)
    by_region: dict[str, dict[str, CrossedCell]] = {}
    for row in found:
        estimate = row.estimate if row.estimate_by_seats is None else row.estimate_by_seats
        estimate = estimate if by_seats else row.estimate
        cell = CrossedCell(row.lowest, row.highest, estimate, row.proof == ONE_READING)
        by_region.setdefault(row.region, {})[row.political_group] = cell
    if not found:
        return None
    lines = (
        CrossedLine(region, tuple(cells[group] for group in groups))
        for region, cells in sorted(by_region.items())
    )
    return CrossedTable(groups, tuple(lines), found[0].denominator_source if by_seats else None)
