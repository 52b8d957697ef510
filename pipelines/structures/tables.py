"""Tables with the headings above them; parts split by one page break are one table."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from pipelines.documents import Block, Kind, Row
from pipelines.structures.once import once

HEADINGS_ABOVE = 4  # blocks: lines further up are about something else
LONGEST_HEADING = 120  # characters
LONGEST_LEAD_IN = 600  # characters: a longer paragraph speaks of more than the table
LETTERS = re.compile(r"[A-Za-z]{2}")


@dataclass(frozen=True, slots=True)
class FoundTable:
    """Rows of one table and the short lines right above it, nearest first.

    `lead_in` is the paragraph right above it if that is longer than a heading; `starts` are the
    rows that begin another block, such as the part on the next page.
    """

    rows: tuple[Row, ...]
    headings: tuple[str, ...]
    position: int
    lead_in: str = ""
    starts: frozenset[int] = frozenset()

    def is_headed(self, pattern: re.Pattern[str]) -> bool:
        """Whether a line right above the table matches."""
        return any(pattern.search(heading) for heading in self.headings)


@once
def find_tables(blocks: Sequence[Block]) -> tuple[FoundTable, ...]:
    """Every table in order; tables with nothing between them count as one."""
    return tuple(_tables(blocks))


def _tables(blocks: Sequence[Block]) -> Iterator[FoundTable]:
    position = 0
    while position < len(blocks):
        if blocks[position].kind is not Kind.TABLE:
            position += 1
            continue
        last = position
        while last + 1 < len(blocks) and blocks[last + 1].kind is Kind.TABLE:
            last += 1
        parts = blocks[position : last + 1]
        rows = tuple(row for block in parts for row in block.rows)
        starts = frozenset(accumulate(len(block.rows) for block in parts[:-1]))
        headings = tuple(_headings(blocks, position))
        yield FoundTable(rows, headings, position, _lead_in(blocks, position), starts)
        position = last + 1


def column_of(row: Row, pattern: re.Pattern[str]) -> int | None:
    """The first column whose heading matches."""
    for number, text in enumerate(row.texts):
        if pattern.search(text):
            return number
    return None


def column_of_labels(rows: Sequence[Row]) -> int:
    """The column with most words; the first of several, and also for a table without columns."""
    words = Counter(
        number for row in rows for number, text in enumerate(row.texts) if LETTERS.search(text)
    )
    return min(words, key=lambda number: (-words[number], number), default=0)


def cell_text(row: Row, column: int | None) -> str:
    """The words of a cell; empty if the row is too short or the column is unknown."""
    if column is None or column >= len(row.texts):
        return ""
    return row.texts[column]


def _lead_in(blocks: Sequence[Block], position: int) -> str:
    above = blocks[position - 1] if position else None
    is_prose = above is not None and above.kind is not Kind.TABLE
    if above is None or not is_prose or not LONGEST_HEADING < len(above.text) <= LONGEST_LEAD_IN:
        return ""
    return above.text


def _headings(blocks: Sequence[Block], position: int) -> Iterator[str]:
    table = blocks[position]
    if table.rows and table.text != table.rows[0].passage.text:
        yield table.text  # its caption
    for block in reversed(blocks[max(0, position - HEADINGS_ABOVE) : position]):
        if block.kind is Kind.TABLE:
            return
        if len(block.text) <= LONGEST_HEADING:
            yield block.text
