"""Pages set in columns throughout, including tables in them, known by the order of print."""

from collections.abc import Sequence
from itertools import chain

from pipelines.readers.pdf.layout.elements import Table
from pipelines.readers.pdf.layout.lines import Fragment

Item = Fragment | Table
Column = list[int]  # places of items in the order of print

GUTTER = 5.0  # points between two columns at the least
UPWARDS = 4.0  # heights that print moves up at the start of the next column
USUAL_HEIGHT = 10.0  # points of a line
FEWEST_LINES = 4  # of a column
MOST_OF_PAGE = 0.7  # share of the page's items: less may be a row of tall cells
SAME_WIDTH = 0.5  # share of the widest column that the others fill
SAME_LENGTH = 0.1  # share of the first column's height that the last one has
SAME_PLACE = 20.0  # points by which the second columns of two parts of a page may differ


def find_page_columns(printed: Sequence[Item], turns: Sequence[int]) -> list[list[Column]]:
    """The columns of each part of a page, each as places of its items; empty if it has none.

    The rows of a table are printed one after the other, from its first column to its last; the
    columns of a page each from head to foot. They hold most of the page's content.

    Args:
        printed: The items of a page in the order of print.
        turns: The places in it where print moves right and up.
    """
    found = [
        columns
        for number in turns
        if _moves_up(printed, number) and (columns := _columns_at(printed, number))
    ]
    # Tall cells of a table in a column look like columns too: the longest are the page's own.
    parts: list[list[Column]] = []
    taken: set[int] = set()
    for columns in sorted(found, key=lambda each: -sum(map(len, each))):
        places = {*chain(*columns)}
        if not places & taken:
            parts.append(columns)
            taken |= places
    edges = [min(printed[n].left for n in columns[1]) for columns in parts]
    is_even = not edges or max(edges) - min(edges) <= SAME_PLACE
    return parts if is_even and len(taken) >= MOST_OF_PAGE * len(printed) else []


def _moves_up(printed: Sequence[Item], number: int) -> bool:
    before, item = printed[number - 1], printed[number]
    if item.left <= before.left:
        return False
    # Beside the end of a table nothing of it is left to print: another column begins there.
    edge = before.bottom if isinstance(before, Table) else before.top
    heights = [each.height for each in (before, item) if isinstance(each, Fragment)]
    upwards = UPWARDS * min(heights, default=USUAL_HEIGHT)
    return item.top < edge - upwards


def _columns_at(printed: Sequence[Item], jump: int) -> list[Column] | None:
    """The columns before and after a jump up; None if they are not those of a page."""
    ranges = _ranges_at(printed, jump)
    if ranges is None:
        return None
    ranges = [ranges[0], *_ranges_within(printed, *ranges[1])]
    return _with_strays(printed, [list(range(*each)) for each in ranges])


def _ranges_at(printed: Sequence[Item], jump: int) -> list[tuple[int, int]] | None:
    end = jump + 1
    while end < len(printed) and printed[end].left > printed[jump - 1].right + GUTTER:
        end += 1
    right_edge = min(item.left for item in printed[jump:end]) - GUTTER
    first = jump - 1
    while first > 0 and printed[first - 1].right < right_edge:
        first -= 1
    left_edge = max(item.right for item in printed[first:jump]) + GUTTER
    end = next((n for n in range(jump, end) if printed[n].left < left_edge), end)
    if end <= jump or not _are_even(printed[first:jump], printed[jump:end]):
        return None
    return [(first, jump), (jump, end)]


def _ranges_within(printed: Sequence[Item], start: int, end: int) -> list[tuple[int, int]]:
    """The second column, or the second and the third."""
    for number in range(start + 1, end):
        more = _ranges_at(printed, number) if _moves_up(printed, number) else None
        if more and more[0][0] == start and more[1][1] == end:
            return more
    return [(start, end)]


def _with_strays(printed: Sequence[Item], columns: list[Column]) -> list[Column] | None:
    """The columns with items in them that are printed later, as some typesetters do with bullets.

    None if an item spans them.
    """
    rights = [max(printed[n].right for n in column) for column in columns]
    lefts = [min(printed[n].left for n in column) for column in columns]
    top = min(printed[n].top for n in columns[1])
    bottom = max(printed[n].bottom for column in columns for n in column)
    found = [list(column) for column in columns]
    for number in sorted({*range(len(printed))} - {*chain(*columns)}):
        item = printed[number]
        if item.bottom <= top + 1 or item.top >= bottom - 1:
            continue
        place = sum(item.left > right for right in rights[:-1])
        if place + 1 < len(lefts) and item.right >= lefts[place + 1]:
            return None
        found[place].append(number)
    return found


def _are_even(left: Sequence[Item], right: Sequence[Item]) -> bool:
    """Whether two columns are long, about as wide, and beside each other."""
    if min(_line_count(left), _line_count(right)) < FEWEST_LINES:
        return False
    widths = [max(i.right for i in side) - min(i.left for i in side) for side in (left, right)]
    tops = [min(item.top for item in side) for side in (left, right)]
    bottoms = [max(item.bottom for item in side) for side in (left, right)]
    shared = min(bottoms) - max(tops)
    return min(widths) >= SAME_WIDTH * max(widths) and shared >= SAME_LENGTH * (
        bottoms[0] - tops[0]
    )


def _line_count(items: Sequence[Item]) -> int:
    """Lines of prose, and rows of tables."""
    return sum(len(item.rows) if isinstance(item, Table) else 1 for item in items)
