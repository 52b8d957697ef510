"""Two tables beside each other: their lines are read one table after the other."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from statistics import median

from pipelines.readers.pdf.layout.lines import Fragment, Line, lines_of
from pipelines.readers.pdf.tables.figure_rows import Cut, is_figure, may_end_in_figures

FEWEST_ROWS = 3  # with a label behind figures: fewer may be notes behind them
FEWEST_CELLS = 4  # of a line of two tables: label and figure of each
WIDEST_LABEL = 90.0  # points by which the left edges of labels differ at the most
SLACK = 1.0  # points by which a piece may reach over the edge of a table


@dataclass(frozen=True, slots=True)
class _Line:
    """A line as its cells; `second` is the left edge of a label behind figures, if it has one."""

    line: Line
    cells: list[Fragment]
    second: float | None


def part_tables(lines: Sequence[Line], cut: Cut) -> list[Line]:
    """The lines, those of two tables beside each other parted: all left ones, then all right ones.

    Rows of both tables have a label, figures, another label and figures again.
    """
    if sum(may_end_in_figures(line) for line in lines) < FEWEST_ROWS:  # as on most pages
        return list(lines)
    read = [_read(line, cut(line)) for line in lines]
    if sum(each.second is not None for each in read) < FEWEST_ROWS:
        return list(lines)
    edge = _edge(read)
    found: list[Line] = []
    for is_apart, stretch in groupby(read, key=lambda each: _is_apart(each, edge)):
        held = list(stretch)
        if is_apart and sum(each.second is not None for each in held) >= FEWEST_ROWS:
            cells = [cell for each in held for cell in each.cells]
            # Rows of two tables may be at different heights: lines are made again.
            found += lines_of(cell for cell in cells if cell.left < edge - SLACK)
            found += lines_of(cell for cell in cells if cell.left >= edge - SLACK)
        else:
            found += [each.line for each in held]
    return found


def _read(line: Line, cells: list[Fragment]) -> _Line:
    if len(cells) < FEWEST_CELLS:  # as most lines
        return _Line(line, cells, None)
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
    """The left edge of the second labels, which may be set to the middle of their column."""
    lefts = [each.second for each in read if each.second is not None]
    middle = median(lefts)
    return min(left for left in lefts if left >= middle - WIDEST_LABEL)


def _is_apart(each: _Line, edge: float) -> bool:
    """Whether a line has no piece over the edge of the second table."""
    return all(cell.right <= edge + SLACK or cell.left >= edge - SLACK for cell in each.cells)
