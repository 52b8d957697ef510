"""Rows of a table that something speaks against: figures left over, in wrong columns, disputed."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from pipelines.structures.figures.figure_tables import FigureTable
from pipelines.structures.figures.sums import PLAIN_TOTAL, TOTAL
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
    table: FigureTable, sums: TableSums, counted: Sequence[int], *, is_counts: bool
) -> dict[int, Doubt]:
    """The rows that are not trusted, by their place in the body.

    Args:
        table: The table.
        sums: Its sums, of the counted columns alone.
        counted: The columns whose figures are read.
        is_counts: Whether it counts people, so that a total is the sum of what is printed.
    """
    doubts: dict[int, Doubt] = {}
    rows = range(len(table.body))
    columns = [column for column in range(len(table.heads)) if column != table.stub]
    if _lacks_heads(table):
        return {row: Doubt(NO_HEAD) for row in rows}
    if _fails(table, sums.figures, counted):
        if any(table.heads[column] and not _has_words(table, column) for column in columns):
            return {row: Doubt(NO_HEAD) for row in rows}
        moved = _mended_by_moving(table, sums.figures, counted)
        if moved:
            doubts |= {row: Doubt(SLID) for row in moved}
        elif is_counts:
            doubts |= {row: Doubt(NO_SUM) for row in rows}
    doubts |= {one.total: Doubt(SLID) for one in sums.slid}
    doubts |= {row: Doubt(LEFT_OVER) for row in rows if table.body[row].is_left_over}
    return doubts


def _lacks_heads(table: FigureTable) -> bool:
    """Whether one column has a head and no figure while another has figures and no head."""
    if not any(table.heads):
        return False
    columns = [column for column in range(len(table.heads)) if column != table.stub]
    bare = [c for c in columns if not table.heads[c] and c > table.stub and _held(table, c)]
    blank = [c for c in columns if table.heads[c] and not _has_words(table, c)]
    return bool(bare) and bool(blank)


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
    is_last = totals == [len(table.labels) - 1] and bool(PLAIN_TOTAL.match(table.labels[-1]))
    if not is_last or any(row.section for row in table.body):
        return 0, 0
    pairs = [
        (figures[totals[0]][column], [row[column] for row in figures[: totals[0]]])
        for column in counted
    ]
    return _tally(pairs)


def _across(table: FigureTable, figures: Figures, counted: Sequence[int]) -> tuple[int, int]:
    """The same of the one total column."""
    totals = [column for column in counted if PLAIN_TOTAL.match(table.headings[column])]
    levels = {len(table.heads[column]) for column in counted}
    if len(totals) != 1 or levels != {1}:
        return 0, 0
    parts = [column for column in counted if column != totals[0]]
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


def _mended_by_moving(table: FigureTable, figures: Figures, counted: Sequence[int]) -> list[int]:
    """The rows that are in wrong columns: moving one of them makes most sums hold."""
    gains = {row: _gain(table, figures, row, counted) for row in range(len(figures))}
    most = max(gains.values(), default=0)
    return [row for row, gain in gains.items() if gain == most] if most else []


def _gain(table: FigureTable, figures: Figures, row: int, counted: Sequence[int]) -> int:
    """How many sums hold once the figures of a row stand in other columns, in their order."""
    if _across(table, (*figures[:row], *figures[row + 1 :]), counted)[1]:
        return 0  # another row is at fault as well
    own = [figures[row][column] for column in counted]
    known = [value for value in own if value is not None]
    if len(known) < LEAST_FAILING:
        return 0
    moves = [[*own[1:], None], [None, *own[:-1]]]
    if len(known) == len(own) - 1:  # one cell is lost: the gap may be anywhere
        moves += [[*known[:gap], None, *known[gap:]] for gap in range(len(own))]
    best = 0
    for moved in moves:
        cells = list(figures[row])
        for column, value in zip(counted, moved, strict=True):
            cells[column] = value
        other = (*figures[:row], tuple(cells), *figures[row + 1 :])
        right, wrong = _down(table, other, counted)
        if right >= LEAST_FAILING and wrong < LEAST_FAILING:  # the figure at the edge may be lost
            best = max(best, right - wrong)
    return best
