"""Ruled tables of a PDF page: words put into the cells that lines make."""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise

from pipelines.documents import Reading
from pipelines.readers.pdf.layout.elements import CellLines, Table
from pipelines.readers.pdf.layout.lines import Extent, Fragment, Line, lines_of, runs_of
from pipelines.readers.pdf.layout.paragraphs import is_label, paragraphs_of, room_of
from pipelines.readers.pdf.page.characters import Word
from pipelines.readers.pdf.page.rulings import Grid
from pipelines.readers.pdf.tables.rows import table_of

NARROWEST_COLUMN = 6.0  # points: a narrower one without words is the gap of a double line
CROSSING = 2.0  # points by which words may reach over the edge of their column
FEWEST_GAPS = 2  # one below another that show two columns without a line between them
MOST_CROSSED = 0.1  # share of those gaps that words of other lines may reach over
LETTER = re.compile(r"[^\W\d_]")
MakeFragment = Callable[[list[Word]], Fragment]
Place = tuple[int, int]  # row and column of a cell


def take_tables(
    words: Sequence[Word], grids: Sequence[Grid], make: MakeFragment, widest: float
) -> tuple[list[Table], list[Word]]:
    """The tables that the grids hold, and the words outside them.

    Args:
        words: The words of the page.
        grids: The ruling lines that make cells.
        make: Makes a piece of a line of the words in it.
        widest: In heights, the widest gap without a printed space between words of one column.
    """
    if not grids:
        return [], list(words)
    held: list[dict[Place, list[Word]]] = [{} for _ in grids]
    free: list[Word] = []
    for word in words:
        place = _place(word, grids)
        if place is None:
            free.append(word)
        else:
            number, cell = place
            held[number].setdefault(cell, []).append(word)
    tables: list[Table] = []
    for grid, cells in zip(grids, held, strict=True):
        table = _table(grid, _spread(grid, cells, widest), make, widest) if cells else None
        if table is not None:
            tables.append(table)
        else:
            free += (word for cell in cells.values() for word in cell)
    return tables, sorted(free, key=lambda word: word.start)


def _place(word: Word, grids: Sequence[Grid]) -> tuple[int, Place] | None:
    x, y = (word.left + word.right) / 2, (word.top + word.bottom) / 2
    for number, grid in enumerate(grids):
        if grid.rows[0] <= y <= grid.rows[-1] and grid.columns[0] <= x <= grid.columns[-1]:
            cell = grid.cell_at(x, y)
            if cell is not None:
                return number, cell
    return None


def _spread(grid: Grid, cells: dict[Place, list[Word]], widest: float) -> dict[Place, list[Word]]:
    """The cells; those without lines between columns are split if words keep to the columns.

    Some styles rule every second row alone. A cell over several columns has words across them, or
    nothing but words in the first.
    """
    found: dict[Place, list[Word]] = {}
    merged = _rows_of_merged_heads(grid)
    for (row, column), words in cells.items():
        if row in merged or max(word.right for word in words) < grid.columns[column + 1]:
            found[row, column] = words
            continue
        runs = runs_of(words, widest)
        if all(_is_centred(run, grid, row, column) for run in runs):
            found[row, column] = words
            continue
        parts: dict[Place, list[Word]] = {}
        for run in runs:
            first = max(bisect_right(grid.columns, (run[0].left + run[0].right) / 2) - 1, column)
            if run[-1].right > grid.columns[first + 1] + CROSSING:
                break
            parts.setdefault((row, first), []).extend(run)
        else:
            found |= parts
            continue
        found[row, column] = words
    return found


def _rows_of_merged_heads(grid: Grid) -> range:
    """The rows of heads above the first row with all lines: lines say which columns each is over.

    In a row without any line between columns, they say nothing.
    """
    rows = [row[:-1] for row in grid.has_border]
    full = next((number for number, row in enumerate(rows) if all(row)), 0)
    return range(full if all(map(any, rows[:full])) else 0)


def _last_column(grid: Grid, row: int, column: int) -> int:
    """The last column of the cell that begins at one."""
    while column < len(grid.columns) - 2 and not grid.has_border[row][column]:
        column += 1
    return column


def _span(grid: Grid, row: int, column: int, columns: Sequence[int]) -> int:
    """Over how many of the columns the cell is that begins at one."""
    last = _last_column(grid, row, column)
    return sum(column <= each <= last for each in columns)


def _is_centred(run: Sequence[Word], grid: Grid, row: int, column: int) -> bool:
    """Whether words are in the middle of a cell over some of the columns: a head over these."""
    last = _last_column(grid, row, column)
    if column == 0 and last == len(grid.columns) - 2:
        return False  # no line parts the columns of this row
    middle = (grid.columns[column] + grid.columns[last + 1]) / 2
    return abs((run[0].left + run[-1].right) / 2 - middle) <= CROSSING


def _table(
    grid: Grid, cells: dict[Place, list[Word]], make: MakeFragment, widest: float
) -> Table | None:
    """The words in the cells of a grid; None if it separates some columns but not others."""
    lines = {
        place: lines_of(make(run) for run in runs_of(words, widest))
        for place, words in cells.items()
    }
    columns = [
        number
        for number in range(len(grid.columns) - 1)
        if grid.columns[number + 1] - grid.columns[number] >= NARROWEST_COLUMN
        or any(column == number for _, column in cells)
    ]
    by_column = {
        column: [line for place in lines if place[1] == column for line in lines[place]]
        for column in columns
    }
    if any(_holds_columns(each) for each in by_column.values()):
        return None
    extents = [Extent(grid.columns[number], grid.columns[number + 1]) for number in columns]
    rooms = {column: room_of(each) for column, each in by_column.items()}
    open_rows = _open_rows(grid, cells)
    rows: list[list[CellLines]] = []
    heads = [row for row in _rows_of_merged_heads(grid) if any(row == each for each, _ in cells)]
    spans = tuple(tuple(_span(grid, row, column, columns) for column in columns) for row in heads)
    for row in sorted({row for row, _ in cells}):
        if row in open_rows:
            pieces = [each for place in lines if place[0] == row for each in lines[place]]
            pieces_by_height = lines_of(piece for line in pieces for piece in line.fragments)
            rows += table_of(pieces_by_height, extents).rows
            continue
        rows.append(
            [paragraphs_of(lines.get((row, column), []), rooms[column]) for column in columns]
        )
    return Table(
        rows=rows,
        columns=extents,
        left=grid.columns[0],
        right=grid.columns[-1],
        top=grid.rows[0],
        bottom=grid.rows[-1],
        start=min(words[0].start for words in cells.values()),
        is_ruled=True,
        is_sure=True,
        readings=(Reading("ruling lines"),),
        spans=() if open_rows.intersection(heads) else spans,
    )


def _holds_columns(lines: Iterable[Line]) -> bool:
    """Whether the words between two upright lines are split further, by space alone."""
    lines = list(lines)
    gaps = [
        (left.right, right.left)
        for line in lines
        for left, right in pairwise(line.fragments)
        if not (is_label(left.text) and LETTER.search(right.text))
    ]
    if len(gaps) < FEWEST_GAPS:
        return False
    pieces = [(piece.left, piece.right) for line in lines for piece in line.fragments]
    for place in {(left + right) / 2 for left, right in gaps}:
        in_line = sum(left < place < right for left, right in gaps)
        crossed = sum(left < place < right for left, right in pieces)
        if in_line >= FEWEST_GAPS and crossed <= MOST_CROSSED * in_line:
            return True
    return False


def _open_rows(grid: Grid, cells: dict[Place, list[Word]]) -> set[int]:
    """The rows between lines that are several: print goes back to an earlier column, further down.

    One row is printed cell by cell, each cell with all its lines. A cell over two rows of others is
    set to the middle of both.
    """
    printed = sorted(
        (
            (word, (row, column))
            for (row, column), words in cells.items()
            if grid.has_floor[row][column]
            for word in words
        ),
        key=lambda pair: pair[0].start,
    )
    return {
        row
        for (before, (row_before, column_before)), (word, (row, column)) in pairwise(printed)
        if row == row_before and column < column_before and word.top > before.bottom
    }
