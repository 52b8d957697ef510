"""Heads above columns of figures: which head is above which column, and how sure that is.

The lines of one head overlap each other, and the heads of two columns never do. Each head goes to
a column; of all ways to do this that keep their order, the one that costs least is taken. A line
of heads over several columns each (years over programmes) is a level of its own.
"""

import math
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from pipelines.readers.pdf.layout.lines import Extent, Fragment
from pipelines.readers.pdf.tables.head_costs import (
    ALIKE,
    HEADLESS,
    Head,
    extent_of,
    offsets_of,
    over_one_each,
    over_several,
)

# Costs in heights of a line: a level of heads over several columns; lines of one head that are far
# apart; two levels that are closer than lines of one.
LEVEL, LOOSE, TIGHT = 1.0, 1.0, 1.0
LOOSE_GAP = 0.45  # heights: lines of one head are closer
UNALIGNED = 1.5  # the lines of a head have no edge and no middle in common
YEARLESS = 3.0  # a year is above some columns of one name, or of a row, and not above the others
TOUCH = 0.2  # points by which pieces of two heads may overlap
CLEAR = 0.4  # points by which gaps differ
PERIOD = re.compile(r"(?:19|20)\d\d(?:[/–-]\d{2,4})?")  # 2015, 2015/16, alone in its line
OFF_COLUMN = "heads off their columns, or columns without a head"


@dataclass(frozen=True, slots=True)
class Heads:
    """All heads of a table: those over several columns, and those of each column.

    Attributes:
        costs: What speaks against the match, by name, in heights of a line.
        is_sure: Whether every head is over its own column and no other.
    """

    upper: list[Head]
    lower: list[Head]
    costs: tuple[tuple[str, float], ...]
    is_sure: bool

    @property
    def cost(self) -> float:
        """All costs together."""
        return sum(cost for _, cost in self.costs)

    @property
    def names(self) -> dict[int, tuple[int, str, str]]:
        """For each column of figures place and words of the head above it, and its own words."""
        return {head.first: (*self._above(head), head.text) for head in self.lower if head.first}

    def _above(self, head: Head) -> tuple[int, str]:
        over = next((each for each in self.upper if each.first and each.is_over(head)), None)
        return (over.first, over.text) if over else (0, "")

    def plus(self, *costs: tuple[str, float]) -> "Heads":
        """The same match with more costs; those of 0 are left out."""
        return replace(self, costs=(*self.costs, *(each for each in costs if each[1])))


NO_HEADS = Heads([], [], (), is_sure=False)


def match_heads(
    lines: Sequence[Sequence[Fragment]], columns: Sequence[Extent], height: float
) -> Iterator[tuple[int, Heads]]:
    """Every match of heads and columns, with how many lines are over several columns each.

    Args:
        lines: The pieces of each line of heads, from the top down.
        columns: The columns below, that of the labels first; none is empty.
        height: Of a line, in points.
    """
    gaps = [_gap(above, below) / height for above, below in pairwise(lines)]
    for split in range(len(lines)):
        found = _match(lines[:split], lines[split:], columns, height)
        if found is None:
            continue
        loose = sum(gap > LOOSE_GAP for n, gap in enumerate(gaps, 1) if n != split)
        is_tight = split and gaps[split - 1] < max(gaps) - CLEAR / height
        yield (
            split,
            found.plus(
                ("columns with the same heads", ALIKE * _alike(found)),
                ("years above some columns alone", YEARLESS * _is_partly_dated(found.lower)),
                ("lines of a head far apart", LOOSE * loose),
                ("levels of heads close together", TIGHT if is_tight else 0.0),
            ),
        )


def _gap(above: Sequence[Fragment], below: Sequence[Fragment]) -> float:
    return min(piece.top for piece in below) - max(piece.bottom for piece in above)


def _alike(heads: Heads) -> int:
    """How many columns have the heads of another, at all levels."""
    counted = Counter(heads.names.values())
    return sum(count - 1 for count in counted.values())


def _is_partly_dated(heads: Sequence[Head]) -> bool:
    """Whether a head without a year is between heads with one above, or says the same as one.

    So it is with years over several columns each, if each is taken for the head of one of them.
    """
    words = {
        head.first: [piece.text for piece in head.pieces if not PERIOD.fullmatch(piece.text)]
        for head in heads
    }
    dated = {head.first for head in heads if len(words[head.first]) < len(head.pieces)}
    dated &= {column for column, rest in words.items() if rest}
    return bool(dated) and any(
        min(dated) < column < max(dated) or rest in [words[each] for each in dated]
        for column, rest in words.items()
        if column not in dated and rest
    )


def _match(
    upper: Sequence[Sequence[Fragment]],
    lower: Sequence[Sequence[Fragment]],
    columns: Sequence[Extent],
    height: float,
) -> Heads | None:
    heads = stacks(lower)
    matched = over_one_each(heads, columns, height)
    if matched is None:
        return None
    cost, places = matched
    found = _joined(heads, places)
    cost += sum(_unaligned(head, height) for head in heads)
    is_sure = all(_is_over(head, columns) for head in found)
    if not upper:
        return Heads([], found, (), is_sure).plus((OFF_COLUMN, cost))
    below = {head.first: head for head in found}
    widened = [
        hull([column, extent_of(below[number].pieces)]) if number in below else column
        for number, column in enumerate(columns)
    ]
    grouped = over_several(stacks(upper), widened, below, height)
    if grouped is None:
        return None
    # The upper level may have the heads that the lower one lacks.
    cost -= HEADLESS * sum(n not in below for n in range(1, len(columns)))
    return Heads(grouped[1], found, (), is_sure).plus(
        (OFF_COLUMN, cost),
        ("heads off the columns they are over", grouped[0]),
        ("a level of heads over several columns", LEVEL),
    )


def _joined(heads: Sequence[list[Fragment]], places: Sequence[int]) -> list[Head]:
    """The head of each column, from one part or several."""
    parts: dict[int, list[Fragment]] = {}
    for head, place in zip(heads, places, strict=True):
        parts.setdefault(place, []).extend(head)
    return [Head(pieces, place, place) for place, pieces in parts.items()]


def _unaligned(head: Sequence[Fragment], height: float) -> float:
    """What speaks against the lines of a head being one cell: no edge and no middle in common."""
    offsets = [offsets_of(extent_of([piece]), extent_of(head[-1:])) for piece in head]
    off: float = min(map(max, zip(*offsets, strict=True)))
    return UNALIGNED * min(off / height, 1.0)


def stacks(lines: Sequence[Sequence[Fragment]]) -> list[list[Fragment]]:
    """The pieces of some lines that are above each other, from left to right."""
    found: list[list[Fragment]] = []
    pieces = sorted((piece for line in lines for piece in line), key=lambda piece: piece.left)
    right = -math.inf
    for piece in pieces:
        if piece.left < right - TOUCH:
            found[-1].append(piece)
        else:
            found.append([piece])
        right = max(right, piece.right)
    return [sorted(each, key=lambda piece: (piece.top, piece.left)) for each in found]


def _is_over(head: Head, columns: Sequence[Extent]) -> bool:
    """Whether a head overlaps its own column and no other."""
    extent = extent_of(head.pieces)
    over = [
        n for n, each in enumerate(columns) if extent.left < each.right and extent.right > each.left
    ]
    return over == [head.first]


def hull(extents: Sequence[Extent]) -> Extent:
    """From the left of some extents to their right."""
    return Extent(min(each.left for each in extents), max(each.right for each in extents))


def rows_of_heads(heads: Sequence[Head], count: int) -> list[list[Fragment]]:
    """The pieces of each column of one level of heads."""
    cells: list[list[Fragment]] = [[] for _ in range(count)]
    for head in heads:
        cells[head.first] += head.pieces
    return cells
