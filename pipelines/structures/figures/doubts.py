"""Rows of a table that something speaks against: figures left over, in wrong columns, disputed."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from pipelines.structures.figures.figure_tables import FigureTable
from pipelines.structures.figures.line_words import TOTAL as TOTAL_ALONE
from pipelines.structures.figures.sums import TOTAL
from pipelines.structures.figures.table_sums import Figures, TableSums

LEFT_OVER, SLID, NO_HEAD, NO_SUM, DISPUTED, TORN = (
    "figures_left_over",
    "figures_in_wrong_columns",
    "figures_without_head",
    "sums_do_not_hold",
    "readings_disagree",
    "label_torn",
)
LEAST_FAILING = 2  # sums: one that fails may be a misprint, several are a fault of reading


@dataclass(frozen=True, slots=True)
class Doubt:
    """Why a row is not trusted, and how another reading has it."""

    reason: str
    other: tuple[str, ...] = ()


def find_doubts(
    table: FigureTable,
    sums: TableSums,
    counted: Sequence[int],
    *,
    is_counts: bool,
    lacks_figures: bool,
) -> dict[int, Doubt]:
    """The rows that are not trusted, by their place in the body.

    Args:
        table: The table.
        sums: Its sums, of the counted columns alone.
        counted: The columns whose figures are read.
        is_counts: Whether it counts people, so that a total is the sum of what is printed.
        lacks_figures: Whether a head that names what is counted has no cell below it.
    """
    rows = range(len(table.body))
    if _lacks_heads(table) or (is_counts and lacks_figures):
        return {row: Doubt(NO_HEAD) for row in rows}
    if is_counts and _may_be_under_other_heads(table, sums.figures, counted):
        return {row: Doubt(NO_HEAD) for row in rows}
    doubts: dict[int, Doubt] = {}
    wrong = _failing(table, sums.figures, counted)
    if wrong:
        moved = _mended_by_moving(table, sums.figures, counted, wrong)
        if moved:
            doubts |= {row: Doubt(SLID) for row in moved}
        elif is_counts and _fails(table, sums.figures, counted):
            doubts |= {row: Doubt(NO_SUM) for row in rows}
    doubts |= {one.total: Doubt(SLID) for one in sums.slid}
    proved = sums.proved()
    for row, each in enumerate(table.body):
        if each.is_left_over or not proved.issuperset((row, column) for column in each.spaced):
            doubts[row] = Doubt(LEFT_OVER)
    return doubts


def _lacks_heads(table: FigureTable) -> bool:
    """Whether one column has a head and no figure while another has figures and no head."""
    if not any(table.heads):
        return False
    columns = [column for column in range(len(table.heads)) if column != table.stub]
    bare = [column for column in columns if _is_bare(table, column)]
    blank = [c for c in columns if table.heads[c] and not _has_words(table, c)]
    return bool(bare) and bool(blank)


def _is_bare(table: FigureTable, column: int) -> bool:
    """Whether a column right of the labels has figures, but no head."""
    return not table.heads[column] and column > table.stub and _held(table, column)


def _may_be_under_other_heads(table: FigureTable, figures: Figures, counted: Sequence[int]) -> bool:
    """Whether a column of figures has no head, so that each head may be one column off.

    A column without a head is no sign of that if it is the total of the others, or if their own
    total holds.
    """
    bare = [column for column in counted if any(table.heads) and _is_bare(table, column)]
    headed = [column for column in counted if table.heads[column]]
    if not bare or len(headed) < LEAST_FAILING:
        return False
    as_total = _tally([(row[bare[0]], [row[column] for column in headed]) for row in figures])
    tallies = (as_total, _across(table, figures, headed))
    return not any(right and not wrong for right, wrong in tallies)


def _held(table: FigureTable, column: int) -> bool:
    rows = range(len(table.body))
    return 2 * sum(table.figure(row, column) is not None for row in rows) >= len(rows)


def _has_words(table: FigureTable, column: int) -> bool:
    return any(row.text(column) for row in table.body)


def _fails(table: FigureTable, figures: Figures, counted: Sequence[int]) -> bool:
    """Whether most places of the one total, by row or by column, are not what their parts make."""
    return any(
        wrong >= LEAST_FAILING and wrong > right
        for right, wrong in (_down(table, figures, counted), _across(table, figures, counted))
    )


def _down(table: FigureTable, figures: Figures, counted: Sequence[int]) -> tuple[int, int]:
    """At how many columns the one total row holds, and at how many it does not."""
    totals = [row for row, label in enumerate(table.labels) if TOTAL.search(label)]
    is_last = totals == [len(table.labels) - 1] and bool(TOTAL_ALONE.match(table.labels[-1]))
    if not is_last or any(row.section for row in table.body):
        return 0, 0
    pairs = [
        (figures[totals[0]][column], [row[column] for row in figures[: totals[0]]])
        for column in counted
    ]
    return _tally(pairs)


def _across(table: FigureTable, figures: Figures, counted: Sequence[int]) -> tuple[int, int]:
    """The same of the one total column."""
    totals = [column for column in counted if TOTAL_ALONE.match(table.headings[column])]
    levels = {len(table.heads[column]) for column in counted if table.heads[column]}
    if len(totals) != 1 or levels != {1}:
        return 0, 0
    parts = [column for column in counted if column != totals[0] and table.heads[column]]
    return _tally([(row[totals[0]], [row[column] for column in parts]) for row in figures])


def _tally(pairs: Sequence[tuple[Decimal | None, list[Decimal | None]]]) -> tuple[int, int]:
    right = wrong = 0
    for printed, parts in pairs:
        known = [part for part in parts if part is not None]
        if printed is None or len(known) < LEAST_FAILING:
            continue
        if sum(known) == printed:
            right += 1
        else:
            wrong += 1
    return right, wrong


def _failing(table: FigureTable, figures: Figures, counted: Sequence[int]) -> int:
    """How many sums do not hold, by row and by column."""
    return _down(table, figures, counted)[1] + _across(table, figures, counted)[1]


def _mended_by_moving(
    table: FigureTable, figures: Figures, counted: Sequence[int], wrong: int
) -> list[int]:
    """The rows whose figures are in wrong columns: once they are moved, every sum holds."""
    return [
        row
        for row in range(len(figures))
        if any(not _failing(table, other, counted) for other in _gaps(figures, row, counted))
        or (
            wrong >= LEAST_FAILING
            and any(not _failing(table, other, counted) for other in _swaps(figures, row, counted))
        )
    ]


def _gaps(figures: Figures, row: int, counted: Sequence[int]) -> Iterator[Figures]:
    """A row that lacks one figure: the gap at each place, filled with what its sum asks for."""
    known = [value for column in counted if (value := figures[row][column]) is not None]
    if len(known) != len(counted) - 1 or len(known) < LEAST_FAILING:
        return
    for gap in range(len(counted)):
        column = [line[counted[gap]] for line in figures]
        others = [value or Decimal(0) for value in (*column[:row], *column[row + 1 : -1])]
        made = sum(others, Decimal(0))
        lost = made if row == len(figures) - 1 else (column[-1] or Decimal(0)) - made
        if lost >= 0:
            yield _with_row(figures, row, counted, [*known[:gap], lost, *known[gap:]])


def _swaps(figures: Figures, row: int, counted: Sequence[int]) -> Iterator[Figures]:
    """A row with two figures side by side in each other's place."""
    own = [value for column in counted if (value := figures[row][column]) is not None]
    if len(own) == len(counted):
        for place in range(len(own) - 1):
            moved = [*own[:place], own[place + 1], own[place], *own[place + 2 :]]
            yield _with_row(figures, row, counted, moved)


def _with_row(
    figures: Figures, row: int, counted: Sequence[int], values: Sequence[Decimal]
) -> Figures:
    cells = list(figures[row])
    for column, value in zip(counted, values, strict=True):
        cells[column] = value
    return (*figures[:row], tuple(cells), *figures[row + 1 :])
