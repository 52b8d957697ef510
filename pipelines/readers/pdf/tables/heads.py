"""Heads of a table without ruling lines: as close as words, or aligned to the foot."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from pipelines.readers.pdf.layout.lines import Extent, Fragment, Line, fragment_of
from pipelines.readers.pdf.page.word import Word
from pipelines.readers.pdf.tables.rows import EDGE, WRAP, closest_rows

# (1,250.50) or 12%: text set to the right of its column
NUMBER = re.compile(r"^[(£+-]*+\d[\d,.]*+[%)]*")
ROWS_BELOW = 8  # a head, in which it is seen what columns there are
FEWEST_GUTTERS = 2  # rows below that leave room between two adjacent heads
TABLE_GAP = 2.0  # heights: rows are seldom further apart
CELL_GAP = 1.0  # heights: lines of one cell are closer


def with_heads_apart(head: Line, below: Sequence[Line]) -> Line:
    """A head cut between two adjacent words above separate columns."""
    rows = list(_rows_right_below(head, below))
    pieces = [part for piece in head.fragments for part in _heads_of(piece, rows)]
    return head if len(pieces) == len(head.fragments) else replace(head, fragments=pieces)


def _rows_right_below(head: Line, below: Sequence[Line]) -> Iterator[Line]:
    """The first lines below a head, up to a gap that may part its table from another."""
    for above, line in pairwise([head, *below[:ROWS_BELOW]]):
        if line.top - above.bottom > TABLE_GAP * line.height:
            return
        yield line


def _heads_of(piece: Fragment, below: Sequence[Line]) -> list[Fragment]:
    if len(piece.words) == 1:
        return [piece]
    gutters = [
        (left.right, right.left, bool(NUMBER.fullmatch(left.text) and NUMBER.fullmatch(right.text)))
        for line in below
        for left, right in pairwise(line.fragments)
        if left.right > piece.left and right.left < piece.right
    ]
    if len(gutters) < FEWEST_GUTTERS:
        return [piece]
    above = [
        [place for place, (left, right, _) in enumerate(gutters) if _is_above(pair, left, right)]
        for pair in pairwise(piece.words)
    ]
    apart = [number for number, word in enumerate(piece.words) if number and word.is_apart]
    # Words with a space between may be one head, but for the only two that meet above numbers.
    lone = [
        number
        for number, places in enumerate(above, start=1)
        if all(gutters[place][2] and sum(place in each for each in above) == 1 for place in places)
    ]
    cuts = [n for n in sorted({*apart, *lone}) if len(above[n - 1]) >= FEWEST_GUTTERS]
    bounds = [0, *cuts, len(piece.words)]
    return [fragment_of(piece.words[start:end], piece.font) for start, end in pairwise(bounds)]


def _is_above(pair: tuple[Word, Word], left: float, right: float) -> bool:
    """Whether two words meet above the room between two columns."""
    before, word = pair
    return left < word.left and right > before.right


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
