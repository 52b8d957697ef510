"""Two tables beside each other: their lines are read one table after the other."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from pipelines.readers.pdf.layout.lines import Fragment, Line
from pipelines.readers.pdf.tables.figure_rows import cells_of, is_figure

FEWEST_ROWS = 3  # with a label behind figures: fewer may be notes behind them
SLACK = 1.0  # points by which a piece may reach over the edge of a table


@dataclass(frozen=True, slots=True)
class _Line:
    """A line as its cells; `second` is the left edge of a label behind figures, if it has one."""

    line: Line
    cells: list[Fragment]
    second: float | None


def part_tables(lines: Sequence[Line], *, spaceless: bool) -> list[Line]:
    """The lines, those of two tables beside each other parted: all left ones, then all right ones.

    Rows of both tables have a label, figures, another label and figures again.
    """
    read = [_read(line, cells_of(line, spaceless=spaceless)) for line in lines]
    if sum(each.second is not None for each in read) < FEWEST_ROWS:
        return list(lines)
    edge = _edge(read)
    found: list[Line] = []
    for is_apart, stretch in groupby(read, key=lambda each: _is_apart(each, edge)):
        held = list(stretch)
        if is_apart and sum(each.second is not None for each in held) >= FEWEST_ROWS:
            found += [part for each in held for part in _part(each, edge, is_left=True)]
            found += [part for each in held for part in _part(each, edge, is_left=False)]
        else:
            found += [each.line for each in held]
    return found


def _read(line: Line, cells: list[Fragment]) -> _Line:
    kinds = [is_figure(cell) for cell in cells]
    second = next(
        (
            cells[n].left
            for n in range(2, len(cells) - 1)
            if not kinds[n] and kinds[n - 1] and kinds[n + 1] and not kinds[0]
        ),
        None,
    )
    return _Line(line, cells, second)


def _edge(read: Sequence[_Line]) -> float:
    """The left edge of the second labels."""
    return min(each.second for each in read if each.second is not None)


def _is_apart(each: _Line, edge: float) -> bool:
    """Whether a line has no piece over the edge of the second table."""
    return all(cell.right <= edge + SLACK or cell.left >= edge - SLACK for cell in each.cells)


def _part(each: _Line, edge: float, *, is_left: bool) -> list[Line]:
    pieces = [cell for cell in each.cells if (cell.left < edge - SLACK) == is_left]
    if not pieces:
        return []
    return [
        Line(
            pieces,
            pieces[0].left,
            pieces[-1].right,
            min(piece.top for piece in pieces),
            max(piece.bottom for piece in pieces),
        )
    ]
