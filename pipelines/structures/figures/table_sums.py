"""The printed sums of a table, by row and by column, and which cells they prove."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from pipelines.structures.figures.figure_tables import FigureTable
from pipelines.structures.figures.sums import TOTAL, Sum, SumFinder, checked_sums, slide

# The greatest rounding error of a figure, in units of its last digit
ROUNDING = Decimal("0.5")

Place = tuple[int, int]
Figures = tuple[tuple[Decimal | None, ...], ...]


@dataclass(frozen=True, slots=True)
class Equation:
    """One printed total at one place: the cells with their signs, and what the parts make more.

    Attributes:
        terms: Each cell (row, column) with its sign in parts less total: -1 for the total.
        gap: What the parts make, less the printed total; zero if rounding explains it.
    """

    total: Place
    terms: dict[Place, int]
    gap: Decimal


@dataclass(frozen=True, slots=True)
class TableSums:
    """What a table adds up.

    Attributes:
        slid: Sums whose total has the right figures in the wrong columns.
        equations: Every other sum at every place.
    """

    figures: Figures
    slid: tuple[Sum, ...]
    equations: tuple[Equation, ...]

    def proved(self) -> frozenset[Place]:
        """All cells that a sum covers, if every sum that covers them holds."""
        gaps: dict[Place, list[Decimal]] = defaultdict(list)
        for each in self.equations:
            for place in each.terms:
                gaps[place].append(each.gap)
        return frozenset(place for place, found in gaps.items() if not any(found))


def margin_of(table: FigureTable) -> int | None:
    """The last column that is called a total."""
    named = [number for number, heading in enumerate(table.headings) if TOTAL.search(heading)]
    return named[-1] if named else None


def read_sums(
    table: FigureTable,
    left_out: frozenset[int] = frozenset(),
    not_across: frozenset[int] = frozenset(),
) -> TableSums:
    """The sums of a table.

    Args:
        table: The table.
        left_out: Columns that nobody adds up, such as ranks.
        not_across: Columns that are not added to those beside them, such as denominators.
    """
    figures = table.figures_to_add(left_out)
    total_rows = [row for row, label in enumerate(table.labels) if TOTAL.search(label)]
    margin = margin_of(table)
    if (margin is None and not total_rows) or not figures:
        return TableSums(figures, (), ())
    columns = [
        [None] * len(figures) if number in not_across else list(line)
        for number, line in enumerate(zip(*figures, strict=True))
    ]
    down = SumFinder(table.labels, figures, margin).find()
    across = SumFinder(table.headings, columns, total_rows[-1] if total_rows else None).find()
    slid = tuple(one for one in down if slide(one, figures))
    slid_rows = {one.total for one in slid}
    equations = [
        *_equations(figures, down, table.is_rounded),
        *(_turned(each) for each in _equations(columns, across, table.is_rounded)),
    ]
    kept = [each for each in equations if not any(row in slid_rows for row, _ in each.terms)]
    return TableSums(figures, slid, tuple(kept))


def _equations(
    lines: Sequence[Sequence[Decimal | None]], sums: Sequence[Sum], is_rounded: bool
) -> Iterator[Equation]:
    for one in sums:
        for place, made in checked_sums(one, lines):
            printed = lines[one.total][place] or Decimal(0)
            parts = {
                (part, place): sign for part, sign in one.parts if lines[part][place] is not None
            }
            gap = made - printed
            if is_rounded and abs(gap) <= _rounding(printed) * len(parts):
                gap = Decimal(0)
            yield Equation((one.total, place), {**parts, (one.total, place): -1}, gap)


def _turned(one: Equation) -> Equation:
    """The sum of columns, as cells of rows and columns."""
    terms = {(row, column): sign for (column, row), sign in one.terms.items()}
    return Equation((one.total[1], one.total[0]), terms, one.gap)


def _rounding(printed: Decimal) -> Decimal:
    exponent = printed.as_tuple().exponent
    return ROUNDING.scaleb(exponent if isinstance(exponent, int) else 0)
