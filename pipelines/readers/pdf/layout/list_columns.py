"""Short lists of a PDF that are set in columns beside each other, known by their bullets."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from pipelines.readers.pdf.layout.lines import Fragment, Line
from pipelines.readers.pdf.layout.paragraphs import BULLET

FEWEST_COLUMNS = 2
EDGE = 1.5  # points by which a bullet may deviate from its column
LINE_GAP = 1.6  # heights: lines further below are not part of the list


def part_lists(lines: Sequence[Line]) -> Iterator[tuple[list[Line], bool]]:
    """Lines from the top down, cut at lists in columns, with a flag for each such column."""
    free: list[Line] = []
    position = 0
    while position < len(lines):
        columns, end = _columns_at(lines, position)
        if columns:
            if free:
                yield free, False
            free = []
            yield from ((column, True) for column in columns)
        else:
            free.append(lines[position])
        position = end
    if free:
        yield free, False


def _columns_at(lines: Sequence[Line], first: int) -> tuple[list[list[Line]], int]:
    """The lines of each column of a list that begins here, and the line that follows it."""
    end = first + 1
    if len(lines[first].fragments) < FEWEST_COLUMNS:  # as most lines
        return [], end
    starts = [piece.left for piece in lines[first].fragments if _is_item(piece)]
    if len(starts) < FEWEST_COLUMNS or not _fits(lines[first], starts):
        return [], end
    parts = _parts(lines[first], starts)
    if any(sum(len(piece.words) for piece in part) <= 1 for part in parts):
        return [], end
    while end < len(lines) and _goes_on(lines[end - 1], lines[end], starts):
        end += 1
    columns: list[list[Line]] = [[] for _ in starts]
    for line in lines[first:end]:
        for column, pieces in zip(columns, _parts(line, starts), strict=True):
            if pieces:
                column.append(_line_of(pieces))
    return columns, end


def _goes_on(above: Line, line: Line, starts: Sequence[float]) -> bool:
    return line.top - above.bottom <= LINE_GAP * line.height and _fits(line, starts)


def _fits(line: Line, starts: Sequence[float]) -> bool:
    """Whether a line has only items and their continuations, each within its column."""
    if line.left < starts[0] - EDGE:
        return False
    parts = _parts(line, starts)
    begins = all(
        _is_item(pieces[0]) if pieces[0].left <= start + EDGE else True
        for start, pieces in zip(starts, parts, strict=True)
        if pieces
    )
    ends = all(
        pieces[-1].right < beyond
        for pieces, (_, beyond) in zip(parts, pairwise(starts), strict=False)
        if pieces
    )
    return begins and ends


def _parts(line: Line, starts: Sequence[float]) -> list[list[Fragment]]:
    """The pieces of a line in each column."""
    bounds = [*(start - EDGE for start in starts), float("inf")]
    return [
        [piece for piece in line.fragments if left <= piece.left < right]
        for left, right in pairwise(bounds)
    ]


def _is_item(piece: Fragment) -> bool:
    return bool(BULLET.match(piece.words[0].text))


def _line_of(pieces: list[Fragment]) -> Line:
    return Line(
        pieces,
        min(piece.left for piece in pieces),
        max(piece.right for piece in pieces),
        min(piece.top for piece in pieces),
        max(piece.bottom for piece in pieces),
    )
