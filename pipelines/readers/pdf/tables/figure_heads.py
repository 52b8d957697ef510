"""Heads above columns of figures: which head is above which column, and how sure that is.

The lines of one head overlap each other, and the heads of two columns never do. Each head goes to
a column; of all ways to do this that keep their order, the one that costs least is taken. A line
of heads over several columns each (years over programmes) is a level of its own.
"""

import math
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

from pipelines.readers.pdf.layout.lines import Extent, Fragment

# Costs of a match, in heights of a line: a head is off its column, it is over another column, a
# column has no head, and a level of heads over several columns is needed.
COLLIDES, HEADLESS, LEVEL = 4.0, 3.0, 1.0
# Two columns have the same heads; the lines of one head are far apart; the gap between two levels
# is narrower than one within a level.
ALIKE, LOOSE, TIGHT = 2.0, 1.0, 1.0
LOOSE_GAP = 0.45  # heights: lines of one head are closer
GROUP_OF_ONE = 0.5
UNCOVERED = 0.8  # a column that a level of heads over several leaves out
# Each height by which edges and middles are off; heads that are in the room of their cells but not
# over their columns; two pieces beside each other that are one head.
OFF, IN_ROOM, JOIN = 0.3, 0.6, 0.5
UNALIGNED = 1.5  # the lines of a head have no edge and no middle in common
MOST_OFF = 3.0  # heights: a head further off is as bad
CLEAR = 0.4  # points by which gaps differ
LEAST = 1e-6  # by which one cost is less than another


@dataclass(frozen=True, slots=True)
class Head:
    """The pieces of one head, line by line, and the columns below it: the first and the last."""

    pieces: list[Fragment]
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Heads:
    """All heads of a table: those over several columns, and those of each column.

    Attributes:
        cost: What speaks against the match, in heights of a line.
        is_sure: Whether every head is over its own column and no other.
    """

    upper: list[Head]
    lower: list[Head]
    cost: float
    is_sure: bool


def match_heads(
    lines: Sequence[Sequence[Fragment]], columns: Sequence[Extent], height: float
) -> Heads:
    """The cheapest match of heads and columns.

    Args:
        lines: The pieces of each line of heads, from the top down.
        columns: The columns below, that of the labels first; none is empty.
        height: Of a line, in points.
    """
    gaps = [_gap(above, below) / height for above, below in pairwise(lines)]
    best = Heads([], [], math.inf, is_sure=False)
    for split in range(len(lines)):
        found = _match(lines[:split], lines[split:], columns, height)
        if found is None:
            continue
        cost = found.cost + ALIKE * _alike(found)
        cost += LOOSE * sum(gap > LOOSE_GAP for n, gap in enumerate(gaps, 1) if n != split)
        if split and gaps[split - 1] < max(gaps) - CLEAR / height:
            cost += TIGHT
        if cost < best.cost - LEAST:
            best = replace(found, cost=cost)
    return best


def _gap(above: Sequence[Fragment], below: Sequence[Fragment]) -> float:
    return min(piece.top for piece in below) - max(piece.bottom for piece in above)


def _alike(heads: Heads) -> int:
    """How many columns have the heads of another, at all levels."""
    names = Counter(
        (
            " ".join(piece.text for piece in head.pieces),
            next(
                (n for n, each in enumerate(heads.upper) if each.first <= head.first <= each.last),
                -1,
            ),
        )
        for head in heads.lower
    )
    return sum(count - 1 for count in names.values())


def _match(
    upper: Sequence[Sequence[Fragment]],
    lower: Sequence[Sequence[Fragment]],
    columns: Sequence[Extent],
    height: float,
) -> Heads | None:
    heads = stacks(lower)
    matched = _one_each(heads, columns, height)
    if matched is None:
        return None
    cost, places = matched
    found = _joined(heads, places)
    cost += sum(_unaligned(head, height) for head in heads)
    is_sure = all(_is_over(head, columns) for head in found)
    if not upper:
        return Heads([], found, cost, is_sure)
    taken = {each.first for each in found}
    widened = [
        _hull([columns[n], *(_extent(head.pieces) for head in found if head.first == n)])
        for n in range(len(columns))
    ]
    grouped = _groups(stacks(upper), widened, taken, height)
    if grouped is None:
        return None
    # The upper level may have the heads that the lower one lacks.
    cost -= HEADLESS * sum(n not in taken for n in range(1, len(columns)))
    return Heads(grouped[1], found, cost + grouped[0] + LEVEL, is_sure)


def _joined(heads: Sequence[list[Fragment]], places: Sequence[int]) -> list[Head]:
    """The head of each column, from one part or several."""
    parts: dict[int, list[Fragment]] = {}
    for head, place in zip(heads, places, strict=True):
        parts.setdefault(place, []).extend(head)
    return [Head(pieces, place, place) for place, pieces in parts.items()]


def _unaligned(head: Sequence[Fragment], height: float) -> float:
    """What speaks against the lines of a head being one cell: no edge and no middle in common."""
    offsets = [_offsets(_extent([piece]), _extent(head[-1:])) for piece in head]
    off: float = min(map(max, zip(*offsets, strict=True)))
    return UNALIGNED * min(off / height, 1.0)


def stacks(lines: Sequence[Sequence[Fragment]]) -> list[list[Fragment]]:
    """The pieces of some lines that are above each other, from left to right."""
    found: list[list[Fragment]] = []
    pieces = sorted((piece for line in lines for piece in line), key=lambda piece: piece.left)
    right = -math.inf
    for piece in pieces:
        if piece.left < right:
            found[-1].append(piece)
        else:
            found.append([piece])
        right = max(right, piece.right)
    return [sorted(each, key=lambda piece: (piece.top, piece.left)) for each in found]


def _one_each(
    heads: Sequence[Sequence[Fragment]], columns: Sequence[Extent], height: float
) -> tuple[float, list[int]] | None:
    """A column for each head, in order, at the least cost; neighbours may be one head in parts.

    Heads are over their columns; or each is in the room of its cell, where heads keep to one edge
    of the cell and figures to the other.
    """
    if not heads:
        return 0.0, []
    found = []
    extents = [_extent(head) for head in heads]
    for rooms in (None, _rooms_right(columns), _rooms_left(columns)):
        costs = [
            [_cost(head, n, columns, height, rooms) for n in range(len(columns))]
            for head in extents
        ]
        best = _cheapest(costs, extents, height)
        if best is not None:
            found.append((best[0] + (IN_ROOM if rooms else 0.0), best[1]))
    return min(found, default=None)


def _cheapest(
    costs: Sequence[Sequence[float]], heads: Sequence[Extent], height: float
) -> tuple[float, list[int]] | None:
    """The columns in order that cost least, those without a head counted in."""
    count = len(costs[0])
    least: dict[int, tuple[float, list[int]]] = {0: (0.0, [])}  # by the first column that is open
    for number, row in enumerate(costs):
        made: dict[int, tuple[float, list[int]]] = {}
        for start, (cost, places) in least.items():
            options = [
                (place, cost + row[place] + HEADLESS * sum(n > 0 for n in range(start, place)))
                for place in range(start, count)
            ]
            if number:
                apart = max(0.0, heads[number].left - heads[number - 1].right) / height
                options.append((start - 1, cost + row[start - 1] + JOIN * (1 + apart)))
            for place, total in options:
                if place + 1 not in made or total < made[place + 1][0]:
                    made[place + 1] = (total, [*places, place])
        least = made
    ended = [
        (cost + HEADLESS * sum(n > 0 for n in range(start, count)), places)
        for start, (cost, places) in least.items()
    ]
    return min(ended, default=None)


def _rooms_right(columns: Sequence[Extent]) -> list[Extent]:
    """The room of each cell if figures keep to its left edge."""
    lefts = [column.left for column in columns]
    return [Extent(left, right) for left, right in zip(lefts, [*lefts[1:], math.inf], strict=True)]


def _rooms_left(columns: Sequence[Extent]) -> list[Extent]:
    """The room of each cell if figures keep to its right edge."""
    rights = [column.right for column in columns]
    return [
        Extent(left, right) for left, right in zip([-math.inf, *rights[:-1]], rights, strict=True)
    ]


def _rooms_of(columns: Sequence[Extent], first: int, last: int) -> Iterator[Extent]:
    """The cells of some columns, if figures keep to the left edge, or to the right one."""
    after = [each.left for each in columns[1:]]
    width = median([right - left for left, right in pairwise(after)] or [0.0])
    lefts = [columns[0].left, *after, after[-1] + width] if after else []
    if lefts:
        yield Extent(lefts[first], lefts[last + 1])
        yield Extent(
            columns[first - 1].right if first > 1 else columns[first].right - width,
            columns[last].right,
        )


def _cost(
    head: Extent,
    place: int,
    columns: Sequence[Extent],
    height: float,
    rooms: Sequence[Extent] | None = None,
) -> float:
    column = columns[place]
    if rooms is None:
        off = OFF * min(min(_offsets(head, column)) / height, 1.0)
        apart = max(column.left - head.right, head.left - column.right, 0.0) / height
    else:
        off, room = 0.0, rooms[place]
        apart = max(room.left - head.left, head.right - room.right, 0.0) / height
    return off + min(apart, MOST_OFF) + COLLIDES * _shared(head, columns, place, place)


def _shared(head: Extent, columns: Sequence[Extent], first: int, last: int) -> float:
    """How much of a head, or of the columns beside its own, is over such a column."""
    return sum(
        max(0.0, min(head.right, each.right) - max(head.left, each.left))
        / max(1.0, min(head.right - head.left, each.right - each.left))
        for n, each in enumerate(columns)
        if not first <= n <= last
    )


def _offsets(head: Extent, column: Extent) -> tuple[float, float, float]:
    """By how much left edges, right edges and middles are off."""
    left, right = head.left - column.left, head.right - column.right
    return abs(left), abs(right), abs(left + right) / 2


def _groups(
    heads: Sequence[Sequence[Fragment]],
    columns: Sequence[Extent],
    taken: set[int],
    height: float,
) -> tuple[float, list[Head]] | None:
    """The columns that each head of an upper level is over: runs of them, in order."""
    count = len(columns)
    least: list[dict[int, tuple[float, list[Head]]]] = [{-1: (0.0, [])}]
    for head in heads:
        made: dict[int, tuple[float, list[Head]]] = {}
        for before, (cost, found) in least[-1].items():
            for first in range(before + 1, count):
                for last in range(first, count):
                    total = cost + _group_cost(head, first, last, columns, taken, height)
                    total += _uncovered(range(before + 1, first), taken)
                    if last not in made or total < made[last][0]:
                        made[last] = (total, [*found, Head(list(head), first, last)])
        least.append(made)
    ended = (
        (cost + _uncovered(range(last + 1, count), taken), found)
        for last, (cost, found) in least[-1].items()
    )
    best = min(ended, key=lambda each: each[0], default=None)
    if best is None or all(head.first == head.last for head in best[1]):
        return None
    return best


def _uncovered(columns: range, taken: set[int]) -> float:
    """The cost of columns that no head of an upper level is over."""
    return sum(UNCOVERED if n in taken else HEADLESS for n in columns if n > 0)


def _group_cost(
    pieces: Sequence[Fragment],
    first: int,
    last: int,
    columns: Sequence[Extent],
    taken: set[int],
    height: float,
) -> float:
    head = _extent(pieces)
    group = Extent(columns[first].left, columns[last].right)
    cost = 0.0
    if first == last:
        cost = 0.0 if first not in taken else GROUP_OF_ONE
        return cost + _cost(head, first, columns, height)
    if first == 0:
        return math.inf
    cost += HEADLESS * sum(n not in taken for n in range(first, last + 1))
    # All lines are aligned alike, over the columns or over the cells that these are at an edge of.
    off: float = min(
        max(edges)
        for room in (group, *_rooms_of(columns, first, last))
        for edges in zip(*(_offsets(_extent([piece]), room) for piece in pieces), strict=True)
    )
    return cost + min(off / height, MOST_OFF) + COLLIDES * _shared(head, columns, first, last)


def _is_over(head: Head, columns: Sequence[Extent]) -> bool:
    """Whether a head overlaps its own column and no other."""
    extent = _extent(head.pieces)
    over = [
        n for n, each in enumerate(columns) if extent.left < each.right and extent.right > each.left
    ]
    return over == [head.first]


def _extent(pieces: Sequence[Fragment]) -> Extent:
    return Extent(min(piece.left for piece in pieces), max(piece.right for piece in pieces))


def _hull(extents: Sequence[Extent]) -> Extent:
    return Extent(min(each.left for each in extents), max(each.right for each in extents))


def rows_of_heads(heads: Sequence[Head], count: int) -> list[list[Fragment]]:
    """The pieces of each column of one level of heads."""
    cells: list[list[Fragment]] = [[] for _ in range(count)]
    for head in heads:
        cells[head.first] += head.pieces
    return cells


def gaps_of(heads: Sequence[Head]) -> Iterator[float]:
    """Points between neighbouring heads of one level."""
    extents = [_extent(head.pieces) for head in heads]
    for left, right in pairwise(extents):
        yield right.left - left.right
