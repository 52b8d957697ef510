"""Reads a table in a roll row by row or column by column, whichever its labels and names allow."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from pipelines.documents import Passage, Row
from pipelines.reference.registers import Registers
from pipelines.structures.attendance.columns.kinds import CellKind, is_label
from pipelines.structures.attendance.columns.turned_names import turned
from pipelines.structures.attendance.columns.whole_cells import Grid, WholeCell, is_one, whole_cells
from pipelines.structures.names.one_name import has_title
from pipelines.structures.people.cells import joined

FEWEST_NAMES = 0.5  # of the cells of a column that are no labels
FEWEST_UNKNOWN = 3  # names whose given names no register holds, for a column of such names alone


@dataclass(frozen=True, slots=True)
class RollLine:
    """A line for the reader of a roll.

    Attributes:
        passage: Its words.
        in_table: Whether it is of a table.
        is_beside: Whether a cell stands before it in its row.
        quoted: The words to quote if they are others.
        told: What cells beside a name say of the person.
        column: The number of its column if columns are read one after the other.
    """

    passage: Passage
    in_table: bool = False
    is_beside: bool = False
    quoted: Passage | None = None
    told: tuple[str, ...] = ()
    column: int | None = None


def table_lines(rows: Sequence[Row], registers: Registers) -> Iterator[RollLine]:
    """The lines of a table, each label before the names that it is for.

    A label in a column of its own is for the names beside it. One within a column of names is for
    the names below it. If several columns may hold names and none does for certain, the table gives
    no people.
    """
    is_whole = all(is_one(cell, registers) for row in rows for cell in row.cells)
    if not is_whole or max(len(row.cells) for row in rows) == 1:
        yield from _as_printed(rows)
        return
    for section in _sections(rows, registers):
        yield from _section_lines(section, registers)


def _sections(rows: Sequence[Row], registers: Registers) -> Iterator[Sequence[Row]]:
    """The parts of a table below rows that hold a label alone, each part with its label."""
    starts = [
        number
        for number, row in enumerate(rows)
        if number and row.texts[0] and not any(row.texts[1:]) and is_label(row.texts[0], registers)
    ]
    for first, last in pairwise([0, *starts, len(rows)]):
        yield rows[first:last]


def _section_lines(rows: Sequence[Row], registers: Registers) -> Iterator[RollLine]:
    grid = turned(whole_cells(rows, registers), registers)
    names = _name_columns(grid, registers)
    if not names:
        yield from _as_printed(rows) if not _is_undecided(grid) else _labels(grid)
    elif _cost_of_columns(grid, names) < _cost_of_rows(grid, names):
        yield from _by_columns(grid, names)
    else:
        for number, row in enumerate(grid):
            last = max((cell.last for cell in row if cell), default=number)
            whole = joined([each.passage for each in rows[number : last + 1]])
            for line in _row(row, names):
                yield replace(line, quoted=whole) if line.told else line


def _as_printed(rows: Sequence[Row]) -> Iterator[RollLine]:
    for row in rows:
        for column, cell in enumerate(row.cells):
            yield from (RollLine(passage, True, column > 0) for passage in cell.paragraphs)


def _column(grid: Grid, column: int) -> list[WholeCell]:
    return [cell for row in grid if (cell := row[column])]


def _name_columns(grid: Grid, registers: Registers) -> list[int]:
    """The columns that hold names.

    Unknown words are names only if another column has known ones, and none of those has a title.
    """
    shares: dict[int, tuple[int, int, int]] = {}
    for column in range(len(grid[0])):
        kinds = [cell.kind for cell in _column(grid, column) if cell.kind is not CellKind.LABEL]
        shares[column] = kinds.count(CellKind.NAME), kinds.count(CellKind.MAYBE), len(kinds)
    sure = [
        column
        for column, (known, maybe, count) in shares.items()
        if known and known + maybe > FEWEST_NAMES * count
    ]
    are_titled = any(
        has_title(cell.text, registers)
        for column in sure
        for cell in _column(grid, column)
        if cell.kind is CellKind.NAME
    )
    alike = [
        column
        for column, (_, maybe, count) in shares.items()
        if sure and not are_titled and maybe == count >= FEWEST_UNKNOWN
    ]
    return sorted({*sure, *alike})


def _is_undecided(grid: Grid) -> bool:
    """Whether several columns may hold names and none does for certain."""
    return (
        sum(
            any(cell.kind is CellKind.MAYBE for cell in _column(grid, column))
            for column in range(len(grid[0]))
        )
        > 1
    )


def _labels(grid: Grid) -> Iterator[RollLine]:
    for row in grid:
        for cell in row:
            if cell and cell.kind is CellKind.LABEL:
                yield RollLine(cell.passage, True)


def _cost_of_rows(grid: Grid, names: Sequence[int]) -> int:
    """How many labels within columns of names have somebody beside them whom they are not for."""
    return sum(
        _is_label(row[column])
        and (column != names[0] or any(row[other] for other in names if other != column))
        for row in grid
        for column in names
    )


def _cost_of_columns(grid: Grid, names: Sequence[int]) -> int:
    """How many labels in columns of their own have names beside them."""
    return sum(
        any(map(_is_label, row[: names[0]])) and any(row[column] for column in names)
        for row in grid
    )


def _is_label(cell: WholeCell | None) -> bool:
    return cell is not None and cell.kind is CellKind.LABEL


def _by_columns(grid: Grid, names: Sequence[int]) -> Iterator[RollLine]:
    """The columns one after the other, each under its own labels.

    Below a column with labels, one that begins without a label may go on from it or not.
    """
    is_labelled = False
    for place, column in enumerate(names):
        cells = _column(grid, column)
        if is_labelled and not _is_label(cells[0]):
            continue
        end = names[place + 1] if place + 1 < len(names) else None
        for row in grid:
            yield from (
                replace(line, column=place) for line in _row(row[:end], [column], is_alone=True)
            )
        is_labelled = is_labelled or any(map(_is_label, cells))


def _row(
    row: Sequence[WholeCell | None], names: Sequence[int], *, is_alone: bool = False
) -> Iterator[RollLine]:
    """The labels and names of a row, each name with what stands beside it.

    Args:
        row: The cells of the row.
        names: The columns of names.
        is_alone: Whether what stands before the first of these columns is of other columns.
    """
    named = [column for column in names if (cell := row[column]) and not _is_label(cell)]
    first = 0 if not is_alone else names[0]
    told: list[str] = []
    for column, cell in enumerate(row[first:], first):
        if cell is None:
            continue
        if column in named:
            end = next((other for other in names if other > column), len(row))
            behind = [each.text for each in row[column + 1 : end] if each and not _is_label(each)]
            yield RollLine(cell.passage, True, column > 0, cell.quoted, (*told, *behind))
            told = []
        elif _is_label(cell) or not named:
            yield RollLine(cell.passage, True, column > 0)
        elif column < named[0]:
            told.append(cell.text)
