"""What a source page shows: a printed table redrawn with its head, or printed words.

Each cell and each number that some page shows has an anchor of its own: that of its block, with row
and column, or with the number, behind points. The browser marks the one that a link points to, so
that no page has to be made for each figure.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from pipelines.notation.numbers import find_counts

# The parts of a locator such as p3:l40-l52
PLACE = re.compile(r"(?:p(?P<page>\d+))?:?(?:l(?P<line>\d+))?")

Position = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a redrawn table; `anchor` is None if no page shows it."""

    text: str
    anchor: str | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """One row of a redrawn table, with its place and words in the paper."""

    cells: tuple[Cell, ...]
    locator: str
    quote: str


@dataclass(frozen=True, slots=True)
class Table:
    """A printed table as it was read: the head over the columns, one line for each printed row."""

    anchor: str
    title: str
    head: tuple[str, ...]
    lines: tuple[Line, ...]

    @property
    def position(self) -> Position:
        """Page and line of its last row: it is shown below the rows that it redraws."""
        return max(position(line.locator) for line in self.lines)

    @property
    def weight(self) -> int:
        """About how many characters of the page it takes."""
        return sum(len(line.quote) + 60 * len(line.cells) + 150 for line in self.lines) + 500


@dataclass(frozen=True, slots=True)
class Part:
    """A run of printed words; `anchor` marks a number that some page shows."""

    text: str
    anchor: str | None = None


@dataclass(frozen=True, slots=True)
class Words:
    """Printed words, such as a sentence, with their place, and what was read from them."""

    anchor: str
    title: str
    locator: str
    parts: tuple[Part, ...]

    @property
    def position(self) -> Position:
        """Page and line where they begin."""
        return position(self.locator)

    @property
    def weight(self) -> int:
        """About how many characters of the page they take."""
        return sum(len(part.text) for part in self.parts) + 700


Block = Table | Words


def position(locator: str) -> Position:
    """Page and line of a locator, as numbers to sort by.

    >>> position("p3:l40-l52"), position("l9")
    ((3, 40), (0, 9))
    """
    match = PLACE.match(locator)
    if match is None:
        return (0, 0)
    return int(match["page"] or 0), int(match["line"] or 0)


def split_words(quote: str, numbers: Iterable[int], anchor: str) -> tuple[Part, ...]:
    """Printed words as parts, each number that was read from them once as a part with an anchor.

    A number that the words hold twice is not marked: which of the two was read is not known.

    >>> split_words("8 leaders and six others", [6], "s1")[1]
    Part(text='six', anchor='s1.6')
    """
    wanted = set(numbers)
    counts = [count for count in find_counts(quote) if count.value in wanted]
    once = [count for count in counts if sum(c.value == count.value for c in counts) == 1]
    parts, end = [], 0
    for count in sorted(once, key=lambda count: count.start):
        if count.start >= end:
            parts.append(Part(quote[end : count.start]))
            parts.append(Part(quote[count.start : count.end], f"{anchor}.{count.value}"))
            end = count.end
    parts.append(Part(quote[end:]))
    return tuple(part for part in parts if part.text)
