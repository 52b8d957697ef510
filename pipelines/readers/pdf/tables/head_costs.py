"""The costs of heads above columns: over one column each, or over several.

A head belongs over its column. Where heads keep to one edge of their cells and figures to the
other, it belongs in the room of its cell: that reaches to the next column, or from the one before.
"""

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from pipelines.readers.pdf.layout.lines import Extent, Fragment

# Costs in heights of a line: a head is over another column; a column has no head; a level of heads
# over several columns leaves one out; such a head is over one column that has a head.
COLLIDES, HEADLESS, UNCOVERED, GROUP_OF_ONE = 4.0, 3.0, 0.8, 0.5
# Each height by which edges and middles are off; heads that are in the room of their cells but not
# over their columns; two pieces beside each other that are one head.
OFF, IN_ROOM, JOIN = 0.3, 0.6, 0.5
ALIKE = 2.0  # two columns have the same heads
MOST_OFF = 3.0  # heights: a head further off is as bad


@dataclass(frozen=True, slots=True)
class Head:
    """The pieces of one head, line by line, and the columns below it: the first and the last."""

    pieces: list[Fragment]
    first: int
    last: int

    @property
    def text(self) -> str:
        """Its words."""
        return " ".join(piece.text for piece in self.pieces)

    def is_over(self, other: "Head") -> bool:
        """Whether it is over the first column of another head."""
        return self.first <= other.first <= self.last


@dataclass(frozen=True, slots=True)
class _Group:
    """Columns that a head may be over, with what is the same for all heads."""

    first: int
    last: int
    cost: float
    rooms: list[Extent]


def extent_of(pieces: Sequence[Fragment]) -> Extent:
    """From the left of some pieces to their right."""
    return Extent(min(piece.left for piece in pieces), max(piece.right for piece in pieces))


def offsets_of(head: Extent, column: Extent) -> tuple[float, float, float]:
    """By how much left edges, right edges and middles are off."""
    left, right = head.left - column.left, head.right - column.right
    return abs(left), abs(right), abs(left + right) / 2


def _shares(head: Extent, columns: Sequence[Extent]) -> list[float]:
    """How much of a head, or of a column, the head has over each column."""
    left, right = head.left, head.right
    return [
        (min(right, each.right) - max(left, each.left))
        / max(1.0, min(right - left, each.right - each.left))
        if each.left < right and left < each.right
        else 0.0
        for each in columns
    ]


def _beside(shares: Sequence[float], first: int, last: int) -> float:
    """The shares of a head over other columns than its own."""
    return sum((*shares[:first], *shares[last + 1 :]))


def over_one_each(
    heads: Sequence[Sequence[Fragment]], columns: Sequence[Extent], height: float
) -> tuple[float, list[int]] | None:
    """A column for each head, in order, at the least cost; neighbours may be one head in parts.

    Heads are over their columns; or each is in the room of its cell, where heads keep to one edge
    of the cell and figures to the other.
    """
    if not heads:
        return 0.0, []
    found: list[tuple[float, list[int]]] = []
    extents = [extent_of(head) for head in heads]
    places = range(len(columns))
    shares = [_shares(head, columns) for head in extents]
    shared = [[_beside(each, n, n) for n in places] for each in shares]
    for rooms in (None, _rooms_right(columns), _rooms_left(columns)):
        if found and found[0][0] < IN_ROOM:
            break  # no room can be cheaper
        costs = [
            [_off(head, n, columns, height, rooms) + COLLIDES * beside[n] for n in places]
            for head, beside in zip(extents, shared, strict=True)
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
                (place, cost + row[place] + _headless(start, place))
                for place in range(start, count)
            ]
            if number:
                apart = max(0.0, heads[number].left - heads[number - 1].right) / height
                options.append((start - 1, cost + row[start - 1] + JOIN * (1 + apart)))
            for place, total in options:
                if place + 1 not in made or total < made[place + 1][0]:
                    made[place + 1] = (total, [*places, place])
        least = made
    ended = [(cost + _headless(start, count), places) for start, (cost, places) in least.items()]
    return min(ended, default=None)


def _headless(first: int, end: int) -> float:
    """The cost of columns without a head, from one up to another; labels need none."""
    return HEADLESS * max(0, end - max(first, 1))


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


def _off(
    head: Extent,
    place: int,
    columns: Sequence[Extent],
    height: float,
    rooms: Sequence[Extent] | None = None,
) -> float:
    """The cost of a head being off its column, or off the room of its cell."""
    column = columns[place]
    if rooms is None:
        off = OFF * min(min(offsets_of(head, column)) / height, 1.0)
        apart = max(column.left - head.right, head.left - column.right, 0.0) / height
    else:
        off, room = 0.0, rooms[place]
        apart = max(room.left - head.left, head.right - room.right, 0.0) / height
    return off + min(apart, MOST_OFF)


def over_several(
    heads: Sequence[Sequence[Fragment]],
    columns: Sequence[Extent],
    below: Mapping[int, Head],
    height: float,
) -> tuple[float, list[Head]] | None:
    """The columns that each head of an upper level is over: runs of them, in order.

    `below` has the lower head of each column that has one.
    """
    count = len(columns)
    groups = [
        _Group(first, last, *_group_below(first, last, columns, below))
        for first in range(count)
        for last in range(first, count)
    ]
    least: dict[int, tuple[float, list[Head]]] = {-1: (0.0, [])}  # by the last column taken
    for head in heads:
        made: dict[int, tuple[float, list[Head]]] = {}
        start = min(least, default=count) + 1
        open_groups = [group for group in groups if group.first >= start]
        costs = _group_costs(head, open_groups, columns, height)
        for before, (cost, found) in least.items():
            for first in range(before + 1, count):
                uncovered = _uncovered(range(before + 1, first), below)
                for last in range(first, count):
                    total = cost + costs[first, last] + uncovered
                    if last not in made or total < made[last][0]:
                        made[last] = (total, [*found, Head(list(head), first, last)])
        least = made
    ended = (
        (cost + _uncovered(range(last + 1, count), below), found)
        for last, (cost, found) in least.items()
    )
    best = min(ended, key=lambda each: each[0], default=None)
    if best is None or all(head.first == head.last for head in best[1]):
        return None
    return best


def _uncovered(columns: range, below: Mapping[int, Head]) -> float:
    """The cost of columns that no head of an upper level is over."""
    return sum(UNCOVERED if n in below else HEADLESS for n in columns if n > 0)


def _group_below(
    first: int, last: int, columns: Sequence[Extent], below: Mapping[int, Head]
) -> tuple[float, list[Extent]]:
    """What any head over these columns costs, and the rooms that its lines may be aligned in.

    All lines are aligned alike, over the columns or over the cells that these are at an edge of.
    """
    if first == last:
        return (GROUP_OF_ONE if first in below else 0.0), []
    if first == 0:
        return math.inf, []
    names = [below[n].text for n in range(first, last + 1) if n in below]
    cost = HEADLESS * (last + 1 - first - len(names)) + ALIKE * (len(names) - len(set(names)))
    group = Extent(columns[first].left, columns[last].right)
    return cost, [group, *_over_heads(below, first, last), *_rooms_of(columns, first, last)]


def _group_costs(
    pieces: Sequence[Fragment],
    groups: Sequence[_Group],
    columns: Sequence[Extent],
    height: float,
) -> dict[tuple[int, int], float]:
    """The cost of a head over each group of columns, by the first of them and the last."""
    head = extent_of(pieces)
    lines = [extent_of([piece]) for piece in pieces]
    shares = _shares(head, columns)
    found = {}
    for group in groups:
        off = 0.0
        if group.first == group.last:
            off = _off(head, group.first, columns, height)
        elif group.rooms:
            off = min(_least_off(lines, group.rooms) / height, MOST_OFF)
        beside = _beside(shares, group.first, group.last)
        found[group.first, group.last] = group.cost + off + COLLIDES * beside
    return found


def _least_off(lines: Sequence[Extent], rooms: Sequence[Extent]) -> float:
    """By how much the lines of a head are off the edge or middle that suits all of them best."""
    off: float = min(
        max(edges)
        for room in rooms
        for edges in zip(*(offsets_of(line, room) for line in lines), strict=True)
    )
    return off


def _over_heads(below: Mapping[int, Head], first: int, last: int) -> Iterator[Extent]:
    """From the first lower head to the last: heads of both levels are often aligned alike."""
    if first in below and last in below:
        yield extent_of([*below[first].pieces, *below[last].pieces])


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
