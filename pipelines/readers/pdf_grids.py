"""Ruled tables of a PDF page: words put into the cells that lines make."""

from bisect import bisect_right
from collections.abc import Callable, Sequence
from itertools import pairwise

from pipelines.readers.pdf_elements import CellLines, Table
from pipelines.readers.pdf_lines import Extent, Fragment, lines_of, runs_of
from pipelines.readers.pdf_paragraphs import paragraphs_of, room_of
from pipelines.readers.pdf_rows import table_of
from pipelines.readers.pdf_rulings import Grid
from pipelines.readers.pdf_words import Word

NARROWEST_COLUMN = 6.0  # points: a narrower one without words is the gap of a double line
CROSSING = 2.0  # points by which words may reach over the edge of their column
MakeFragment = Callable[[list[Word]], Fragment]
Place = tuple[int, int]  # row and column of a cell


def take_tables(
    words: Sequence[Word], grids: Sequence[Grid], make: MakeFragment
) -> tuple[list[Table], list[Word]]:
    """The tables that the grids hold, and the words outside them."""
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
    tables = [
        _table(grid, _spread(grid, cells), make)
        for grid, cells in zip(grids, held, strict=True)
        if cells
    ]
    return tables, free


def _place(word: Word, grids: Sequence[Grid]) -> tuple[int, Place] | None:
    x, y = (word.left + word.right) / 2, (word.top + word.bottom) / 2
    for number, grid in enumerate(grids):
        if grid.rows[0] <= y <= grid.rows[-1] and grid.columns[0] <= x <= grid.columns[-1]:
            cell = grid.cell_at(x, y)
            if cell is not None:
                return number, cell
    return None


def _spread(grid: Grid, cells: dict[Place, list[Word]]) -> dict[Place, list[Word]]:
    """The cells, those without lines between columns parted where words keep to the columns.

    Some styles rule every second row alone. A cell over several columns has words across them, or
    nothing but words in the first.
    """
    found: dict[Place, list[Word]] = {}
    for (row, column), words in cells.items():
        parts: dict[Place, list[Word]] = {}
        for run in runs_of(words):
            first = max(bisect_right(grid.columns, (run[0].left + run[0].right) / 2) - 1, column)
            if run[-1].right > grid.columns[first + 1] + CROSSING:
                break
            parts.setdefault((row, first), []).extend(run)
        else:
            found |= parts
            continue
        found[row, column] = words
    return found


def _table(grid: Grid, cells: dict[Place, list[Word]], make: MakeFragment) -> Table:
    lines = {place: lines_of(make(run) for run in runs_of(words)) for place, words in cells.items()}
    columns = [
        number
        for number in range(len(grid.columns) - 1)
        if grid.columns[number + 1] - grid.columns[number] >= NARROWEST_COLUMN
        or any(column == number for _, column in cells)
    ]
    extents = [Extent(grid.columns[number], grid.columns[number + 1]) for number in columns]
    rooms = {
        column: room_of(line for place in lines if place[1] == column for line in lines[place])
        for column in columns
    }
    open_rows = _open_rows(cells)
    rows: list[list[CellLines]] = []
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
        start=min(word.start for words in cells.values() for word in words),
        is_ruled=True,
    )


def _open_rows(cells: dict[Place, list[Word]]) -> set[int]:
    """The rows between lines that are several: print goes back to an earlier column, further down.

    One row is printed cell by cell, each cell with all its lines.
    """
    printed = sorted(
        ((word, place) for place, words in cells.items() for word in words),
        key=lambda pair: pair[0].start,
    )
    return {
        row
        for (before, (row_before, column_before)), (word, (row, column)) in pairwise(printed)
        if row == row_before and column < column_before and word.top > before.bottom
    }
