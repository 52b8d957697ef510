"""Heads of a table of words without ruling lines: those that wrap, and years above the others."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from pipelines.readers.pdf.layout.elements import CellLines, Table
from pipelines.readers.pdf.layout.lines import Extent, Fragment, Line, lines_of
from pipelines.readers.pdf.tables.figure_heads import PERIOD
from pipelines.readers.pdf.tables.head_costs import Head, over_several
from pipelines.readers.pdf.tables.rows import EDGE, WRAP, closest_rows

CELL_GAP = 1.0  # heights: lines of one cell are closer
DEAREST = 2.5  # cost above which years are over no columns


def lines_above(
    rows: Sequence[Line], columns: Sequence[Extent], above: Sequence[Line]
) -> list[Line]:
    """The lines right above a table that are of its heads: a wrapped one is set to their foot.

    They are printed after a head beside, or are closer than the rows, as lines of other cells are.
    """
    closest = closest_rows(rows)
    wraps = any(
        min(len(line.fragments), len(before.fragments)) == 1
        and line.top - before.bottom < closest - WRAP
        for before, line in pairwise(rows)
    )
    heads = [piece for line in rows if line.top < rows[0].bottom for piece in line.fragments]
    taken: list[Line] = []
    for line in reversed(above):
        gap = min(piece.top for piece in heads) - line.bottom
        is_later = line.fragments[0].start > rows[0].fragments[0].start
        is_near = gap < (CELL_GAP * line.height if is_later else closest - WRAP)
        if not (is_near and (is_later or wraps)) or not all(
            _goes_on(piece, heads, columns) for piece in line.fragments
        ):
            break
        taken.insert(0, line)
        heads = list(line.fragments)
    return taken


def _goes_on(piece: Fragment, heads: Sequence[Fragment], columns: Sequence[Extent]) -> bool:
    """Whether a piece keeps to one column, and a head below continues it."""
    over = [each for each in columns if piece.left < each.right and piece.right > each.left]
    return len(over) == 1 and any(
        each.font == piece.font
        and over[0].left <= each.left < over[0].right
        and _align(piece, each)
        for each in heads
    )


def _align(piece: Fragment, below: Fragment) -> bool:
    """Whether two pieces have one left edge, one right edge or one middle."""
    left, right = piece.left - below.left, piece.right - below.right
    return min(abs(left), abs(right), abs(left + right) / 2) <= EDGE


def is_line_of_years(lines: Sequence[Line]) -> bool:
    """Whether the first line holds nothing but years, each over one or several heads below."""
    if len(lines) < 2:
        return False
    line, below = lines[:2]
    return (
        len(below.fragments) > len(line.fragments)
        and all(PERIOD.fullmatch(piece.text) for piece in line.fragments)
        and below.top - line.bottom <= CELL_GAP * line.height
    )


def with_years_above(table: Table, line: Line) -> Table | None:
    """A table with a line of years as its first row, each over some columns; None if none fits."""
    below = {
        column: Head(pieces, column, column)
        for column in range(len(table.columns))
        if (pieces := _first_pieces(table, column))
    }
    years = [[piece] for piece in line.fragments]
    found = over_several(years, table.columns, below, line.height)
    if found is None or found[0] > DEAREST:
        return None
    cells: list[CellLines] = [[] for _ in table.columns]
    spans = [1] * len(table.columns)
    for head in found[1]:
        cells[head.first] = [lines_of(head.pieces)]
        spans[head.first] = head.last - head.first + 1
    start = min(table.start, line.fragments[0].start)
    rows = [cells, *table.rows]
    return replace(table, rows=rows, spans=(tuple(spans),), top=line.top, start=start)


def _first_pieces(table: Table, column: int) -> list[Fragment]:
    filled = (row[column] for row in table.rows if row[column])
    return [piece for lines in next(filled, []) for each in lines for piece in each.fragments]
