"""Columns of prose on a PDF page: stretches of print beside each other."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from pipelines.readers.pdf.layout.elements import Table
from pipelines.readers.pdf.layout.lines import Extent, Fragment
from pipelines.readers.pdf.layout.page_columns import find_page_columns

Item = Fragment | Table

UPWARDS = 3.0  # heights: print that moves further up begins a new column
FEWEST_LINES = 4  # of a column: fewer are a wrapped cell
FEWEST_WORDS = 3.0  # a line of prose on average
FULL_LINE = 0.6  # share of its column that a third of the lines of prose fill
LONG_COLUMN = 10  # lines
SAME_WIDTH = 0.5  # share of the widest column that the others fill
GUTTER = 5.0  # points between two columns at the least
ROW_GAP = 30.0  # points: the greatest distance between rows of a table
SAME_PLACE = 4.0  # points by which the edges of two zones may differ


@dataclass(frozen=True, slots=True)
class _Zone:
    """Columns beside each other, as places in the order of print.

    `left` is the left edge of the second one.
    """

    columns: list[list[int]]
    left: float
    top: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Flow:
    """The items of one column; `is_next_column` if they continue the flow before."""

    items: list[Item]
    is_next_column: bool = False


def split_flows(items: Sequence[Item]) -> list[Flow]:
    """The items of a page as flows in reading order: columns one after the other."""
    printed = sorted(items, key=lambda item: item.start)
    turns = _turns(printed)
    zones = _sound(printed, [_zone(printed, part) for part in find_page_columns(printed, turns)])
    zones = zones or _sound(printed, list(_zones(printed, turns)))
    if not zones:  # as on most pages
        return [Flow(printed)] if printed else []
    taken = {n for zone in zones for column in zone.columns for n in column}
    free = sorted(
        (item for number, item in enumerate(printed) if number not in taken),
        key=lambda item: item.top,
    )
    flows: list[Flow] = []
    for zone in sorted(zones, key=lambda each: each.top):
        flows.append(Flow([item for item in free if item.top < zone.top]))
        free = [item for item in free if item.top >= zone.top]
        columns = [[printed[n] for n in column] for column in zone.columns]
        flows.append(Flow(columns[0]))
        left = min(item.left for item in columns[0])
        flows += [Flow(_set_below(column, left), is_next_column=True) for column in columns[1:]]
    flows.append(Flow(free))
    return [flow for flow in flows if flow.items]


def _set_below(column: Sequence[Item], left: float) -> list[Item]:
    """A column moved to the left edge of the first one, so that a table may continue in it."""
    by = left - min(item.left for item in column)
    return [_moved(item, by) for item in column]


def _moved(item: Item, by: float) -> Item:
    if isinstance(item, Fragment):
        words = [word.moved(by) for word in item.words]
        return replace(item, words=words, left=item.left + by, right=item.right + by)
    columns = [Extent(column.left + by, column.right + by) for column in item.columns]
    return replace(item, columns=columns, left=item.left + by, right=item.right + by)


def _turns(printed: Sequence[Item]) -> list[int]:
    """The places where print moves right and up, if only beside a table: columns begin there."""
    return [
        number
        for number, (before, item) in enumerate(pairwise(printed), start=1)
        if item.left > before.left and (item.top < before.top or isinstance(before, Table))
    ]


def _zones(items: Sequence[Item], turns: Sequence[int]) -> Iterator[_Zone]:
    end = 0
    for number in turns:
        zone = _zone_at(items, number) if number >= end and _moves_up(items, number) else None
        if zone is not None:
            yield zone
            end = zone.columns[-1][-1] + 1


def _moves_up(items: Sequence[Item], number: int) -> bool:
    before, item = items[number - 1], items[number]
    if item.top >= before.top or item.left <= before.left + GUTTER:
        return False
    height = min(before.bottom - before.top, item.bottom - item.top)
    return item.top < before.top - UPWARDS * height


def _zone_at(items: Sequence[Item], jump: int) -> _Zone | None:
    """The columns left and right of a jump up; None if they are not columns of prose."""
    first = _first_of_column(items, jump)
    if first == jump:
        return None
    ranges = [(first, jump)]
    while True:
        start = ranges[-1][1]
        end = _end_of_column(items, start, max(item.right for item in items[slice(*ranges[-1])]))
        if end == start:
            break
        ranges.append((start, end))
        if end >= len(items) or not _moves_up(items, end):
            break
    columns = [items[start:end] for start, end in ranges]
    if len(columns) < 2 or not _are_prose(columns):
        return None
    zone = _zone(items, [list(range(start, end)) for start, end in ranges])
    others = [*items[:first], *items[ranges[-1][1] :]]
    if any(item.bottom > zone.top + 1 and item.top < zone.bottom - 1 for item in others):
        return None
    return zone


def _zone(items: Sequence[Item], columns: list[list[int]]) -> _Zone:
    inside = [items[n] for column in columns for n in column]
    return _Zone(
        columns,
        items[columns[1][0]].left,
        min(item.top for item in inside),
        max(item.bottom for item in inside),
    )


def _first_of_column(items: Sequence[Item], jump: int) -> int:
    """The start of the column that ends before a jump: no higher than the next column."""
    beyond = items[jump]
    first = jump
    while first > 0:
        item = items[first - 1]
        height = item.bottom - item.top
        if item.right > beyond.left - GUTTER or item.bottom < beyond.top - height / 2:
            break
        if first < jump and item.top > items[first].top + height / 2:
            break
        first -= 1
    return first


def _end_of_column(items: Sequence[Item], start: int, least_left: float) -> int:
    end = start
    while end < len(items) and items[end].left > least_left:
        if end > start and _moves_up(items, end):
            break
        end += 1
    return end


def _are_prose(columns: Sequence[Sequence[Item]]) -> bool:
    """Whether columns hold prose; the last may hold few lines if the others are long."""
    *others, last = columns
    widths = [
        max(item.right for item in each) - min(item.left for item in each) for each in columns
    ]
    if min(widths) < SAME_WIDTH * max(widths):
        return False
    is_long = min(len(column) for column in others) >= LONG_COLUMN
    return all(_is_prose(column) for column in others) and (is_long or _is_prose(last))


def _is_prose(items: Sequence[Item]) -> bool:
    lines = [item for item in items if isinstance(item, Fragment)]
    if len(items) < FEWEST_LINES or not lines:
        return len(lines) < len(items)
    left, right = min(item.left for item in items), max(item.right for item in items)
    widths = sorted(line.width for line in lines)
    words = sum(len(line.words) for line in lines) / len(lines)
    return words >= FEWEST_WORDS and widths[len(widths) * 2 // 3] >= FULL_LINE * (right - left)


def _sound(items: Sequence[Item], zones: list[_Zone]) -> list[_Zone]:
    """Zones that are not the rows of one table: such rows are alike and below each other."""
    sound = []
    for zone in zones:
        has_twin = any(
            other is not zone
            and abs(other.left - zone.left) <= SAME_PLACE
            and max(other.top - zone.bottom, zone.top - other.bottom) <= ROW_GAP
            for other in zones
        )
        begins_in = min(zone.columns[0])
        above = items[begins_in - 1] if begins_in else None
        is_headed = above is not None and abs(above.left - zone.left) <= SAME_PLACE
        if not has_twin and not is_headed:
            sound.append(zone)
    return sound
