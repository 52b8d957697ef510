"""Cells that wrap and are justified: their words are as far apart as those of two columns.

The order of print tells them from columns. A cell is printed line by line, then print goes up to
the cell beside it.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from pipelines.readers.pdf.page.characters import Word

EDGE = 1.0  # points by which the edges of the lines of one cell differ
LINE_GAP = 0.8  # heights: lines of one cell are closer
SAME_LINE = 0.5  # heights: words of one line are closer
UP = 0.25  # heights: the next cell may be set to the middle of a row
MOST_LINES = 12  # of one cell
EVEN = 1.0  # points by which the gaps of one line differ

Run = list[Word]


def with_justified_cells(runs: Iterable[Run]) -> list[Run]:
    """The runs in printed order, those of one line of a justified cell joined."""
    runs = list(runs)
    if not any(_goes_up(before, run) for before, run in pairwise(runs)):  # as on most pages
        return runs
    lines = list(_lines(runs))
    found: list[Run] = []
    place = 0
    while place < len(lines):
        before, cell = _cell(lines, place)
        found += before
        found += [_joined(line) for line in cell]
        place += len(cell) or 1
    return found


def _lines(runs: Iterable[Run]) -> Iterator[list[Run]]:
    """Runs that are printed one right of the other, as lines; a line may hold several cells."""
    line: list[Run] = []
    for run in runs:
        if line and not (_is_level(line[-1], run) and run[0].left > line[-1][-1].right):
            yield line
            line = []
        line.append(run)
    if line:
        yield line


def _is_level(run: Run, other: Run) -> bool:
    first = run[0]
    return abs(first.top - other[0].top) < SAME_LINE * (first.bottom - first.top)


def _cell(lines: Sequence[list[Run]], first: int) -> tuple[list[Run], list[list[Run]]]:
    """The runs of a line that are of other cells, and the lines of a justified cell behind them.

    Print comes up to its first line, or goes up behind its last one, which is not stretched.
    """
    line = lines[first]
    if first + 1 == len(lines):
        return line, []
    others = next((n for n, run in enumerate(line) if _is_below(lines[first + 1], run)), None)
    if others is None or len(_words(line[others:])) < 2:
        return line, []
    cell = [line[others:]]
    for next_line in lines[first + 1 : first + 1 + MOST_LINES]:
        is_full = abs(cell[-1][-1][-1].right - line[-1][-1].right) <= EDGE
        if not is_full or not _is_below(next_line, cell[-1][0]):
            break
        cell.append(next_line)
    end = first + len(cell)
    *stretched, last = cell
    left, right = line[others][0].left, line[-1][-1].right
    came_up = not others and first > 0 and _is_higher(line[0], lines[first - 1][-1], left)
    goes_up = end < len(lines) and _is_higher(lines[end][0], last[0], right)
    is_one = (
        (came_up or goes_up)
        and len(last) == 1
        and last[0][-1].right <= right + EDGE
        and all(_is_stretched(each, left, right) for each in stretched)
    )
    return (line[:others], cell) if is_one else (line, [])


def _is_higher(run: Run, before: Run, edge: float) -> bool:
    """Whether print goes up over an edge to a run, if only to the middle of the line above."""
    is_over = before[-1].right <= edge + EDGE and run[0].left >= edge - EDGE
    return is_over and _goes_up(before, run)


def _goes_up(before: Run, run: Run) -> bool:
    last, first = before[0], run[0]
    return last.top - first.top > UP * (last.bottom - last.top)


def _is_below(line: list[Run], run: Run) -> bool:
    """Whether a line begins right below a run, at its left edge."""
    first, below = run[0], line[0][0]
    if not -EDGE <= below.left - first.left <= EDGE:
        return False
    return -SAME_LINE * first.height < below.top - first.bottom < LINE_GAP * first.height


def _is_stretched(line: Sequence[Run], left: float, right: float) -> bool:
    """Whether a line reaches both edges with gaps that are alike."""
    words = _words(line)
    gaps = [after.left - before.right for before, after in pairwise(words)]
    is_full = abs(words[0].left - left) <= EDGE and abs(words[-1].right - right) <= EDGE
    return is_full and max(gaps, default=0.0) - min(gaps, default=0.0) <= EVEN


def _joined(line: Sequence[Run]) -> Run:
    """The words of a line as one run, and not to be parted again."""
    words = _words(line)
    for word in words[1:]:
        word.is_stretched = True
    return words


def _words(line: Sequence[Run]) -> Run:
    return [word for run in line for word in run]
