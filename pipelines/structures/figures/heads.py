"""The heads of the columns of a table: up to three levels, each over one column or several."""

from collections.abc import Sequence

from pipelines.documents import Row
from pipelines.structures.tables import cell_text

MOST_LEVELS = 3  # rows of heads that together name a column

Levels = tuple[str, ...]


def read_heads(header: Sequence[Row], width: int, stub: int) -> tuple[Levels, ...]:
    """For each column its heads, from the top level to the lowest.

    A head over several columns is printed in each of them, or once with blanks behind it. If the
    paper does not say how many blanks are its own, the heads below say so.
    """
    rows = [_spread(header, number, width, stub) for number in range(len(header))][-MOST_LEVELS:]
    return tuple(
        tuple(
            text
            for number, row in enumerate(rows)
            if (text := row[column]) and not _repeats(rows, number, column)
        )
        for column in range(width)
    )


def _repeats(rows: Sequence[Sequence[str]], number: int, column: int) -> bool:
    """Whether the level above says the same: a cell over two rows may be printed in both."""
    return number > 0 and rows[number - 1][column] == rows[number][column]


def _spread(header: Sequence[Row], number: int, width: int, stub: int) -> list[str]:
    """One row of heads, each over all the columns that it stands above."""
    texts = [cell_text(header[number], column) for column in range(width)]
    below = [
        tuple(cell_text(row, column) for row in header[number + 1 :]) for column in range(width)
    ]
    starts = [column for column in range(width) if texts[column] and column != stub]
    if any(cell.span > 1 for cell in header[number].cells):
        return _set_over(header[number], texts, width)
    if not _is_over(texts, below, starts, width, stub):
        return texts
    spread = list(texts)
    for start, end in _stretches(starts, below, width, stub):
        for column in range(start, end):
            spread[column] = spread[column] or texts[start]
    return spread


def _set_over(row: Row, texts: Sequence[str], width: int) -> list[str]:
    """A row of heads, each over as many columns as the paper sets it over."""
    spread = list(texts)
    for start, cell in enumerate(row.cells):
        for column in range(start + 1, min(start + cell.span, width)):
            spread[column] = spread[column] or cell.text
    return spread


def _is_over(
    texts: Sequence[str],
    below: Sequence[tuple[str, ...]],
    starts: Sequence[int],
    width: int,
    stub: int,
) -> bool:
    """Whether a row of heads stands over the next one: its blanks have heads below them.

    The same heads below each, as many below each, or one head over all: else the row is the first
    line of heads that wrap, where a blank belongs to nothing.
    """
    if not starts or not any(any(each) for each in below):
        return False
    blanks = [c for c in range(starts[0], width) if not texts[c] and c != stub and any(below[c])]
    if not blanks:
        return False
    groups = _groups(starts, below, width, stub)
    if len(groups) == 1:
        return len(groups[0]) > 1 and starts[0] <= stub + 1
    first = groups[0]
    if len(first) > 1 and all(group[: len(first)] == first for group in groups):
        return True
    lower = [text for group in groups for heads in group for text in heads if text]
    is_even = len(first) > 1 and all(len(group) == len(first) for group in groups)
    return is_even and not any(text[0].islower() for text in lower)


def _groups(
    starts: Sequence[int], below: Sequence[tuple[str, ...]], width: int, stub: int
) -> list[list[tuple[str, ...]]]:
    """For each head the heads below it, up to the next head of its row."""
    ends = [*starts[1:], width]
    return [
        [below[column] for column in range(start, end) if column != stub]
        for start, end in zip(starts, ends, strict=True)
    ]


def _stretches(
    starts: Sequence[int], below: Sequence[tuple[str, ...]], width: int, stub: int
) -> list[tuple[int, int]]:
    """Start and end of each head: what is left behind the last group belongs to none."""
    ends = [*starts[1:], width]
    groups = _groups(starts, below, width, stub)
    size = len(groups[0])
    if len(groups) > 1 and len(groups[-1]) > size:
        ends[-1] = starts[-1] + size
    return list(zip(starts, ends, strict=True))
