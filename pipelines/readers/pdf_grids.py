"""Ruled tables of a PDF page: words put into the cells that lines make."""

from collections.abc import Callable, Sequence

from pipelines.readers.pdf_elements import Table
from pipelines.readers.pdf_lines import Extent, Fragment, lines_of, runs_of
from pipelines.readers.pdf_paragraphs import paragraphs_of, room_of
from pipelines.readers.pdf_rulings import Grid
from pipelines.readers.pdf_words import Word

NARROWEST_COLUMN = 6.0  # points: a narrower one without words is the gap of a double line
MakeFragment = Callable[[list[Word]], Fragment]


def take_tables(
    words: Sequence[Word], grids: Sequence[Grid], make: MakeFragment
) -> tuple[list[Table], list[Word]]:
    """The tables that the grids hold, and the words outside them."""
    if not grids:
        return [], list(words)
    held: list[dict[tuple[int, int], list[Word]]] = [{} for _ in grids]
    free: list[Word] = []
    for word in words:
        place = _place(word, grids)
        if place is None:
            free.append(word)
        else:
            number, cell = place
            held[number].setdefault(cell, []).append(word)
    tables = [_table(grid, cells, make) for grid, cells in zip(grids, held, strict=True) if cells]
    return tables, free


def _place(word: Word, grids: Sequence[Grid]) -> tuple[int, tuple[int, int]] | None:
    x, y = (word.left + word.right) / 2, (word.top + word.bottom) / 2
    for number, grid in enumerate(grids):
        if grid.rows[0] <= y <= grid.rows[-1] and grid.columns[0] <= x <= grid.columns[-1]:
            cell = grid.cell_at(x, y)
            if cell is not None:
                return number, cell
    return None


def _table(grid: Grid, cells: dict[tuple[int, int], list[Word]], make: MakeFragment) -> Table:
    lines = {place: lines_of(make(run) for run in runs_of(words)) for place, words in cells.items()}
    columns = [
        number
        for number in range(len(grid.columns) - 1)
        if grid.columns[number + 1] - grid.columns[number] >= NARROWEST_COLUMN
        or any(column == number for _, column in cells)
    ]
    rows = sorted({row for row, _ in cells})
    rooms = {
        column: room_of(line for place in lines if place[1] == column for line in lines[place])
        for column in columns
    }
    return Table(
        rows=[
            [paragraphs_of(lines.get((row, column), []), rooms[column]) for column in columns]
            for row in rows
        ],
        columns=[Extent(grid.columns[number], grid.columns[number + 1]) for number in columns],
        left=grid.columns[0],
        right=grid.columns[-1],
        top=grid.rows[0],
        bottom=grid.rows[-1],
        start=min(word.start for words in cells.values() for word in words),
        is_ruled=True,
    )
