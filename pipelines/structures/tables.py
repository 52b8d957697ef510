"""Tables with the headings above them; parts split by one page break are one table."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipelines.documents import Block, Kind, Row

HEADINGS_ABOVE = 4  # blocks: lines further up are about something else
LONGEST_HEADING = 120  # characters
LETTERS = re.compile(r"[A-Za-z]{2}")


@dataclass(frozen=True, slots=True)
class FoundTable:
    """Rows of one table and the short lines right above it, nearest first."""

    rows: tuple[Row, ...]
    headings: tuple[str, ...]
    position: int

    def is_headed(self, pattern: re.Pattern[str]) -> bool:
        """Whether a line right above the table matches."""
        return any(pattern.search(heading) for heading in self.headings)


def find_tables(blocks: Sequence[Block]) -> Iterator[FoundTable]:
    """Every table in order; tables with nothing between them count as one."""
    position = 0
    while position < len(blocks):
        if blocks[position].kind is not Kind.TABLE:
            position += 1
            continue
        last = position
        while last + 1 < len(blocks) and blocks[last + 1].kind is Kind.TABLE:
            last += 1
        rows = tuple(row for block in blocks[position : last + 1] for row in block.rows)
        yield FoundTable(rows, tuple(_headings(blocks, position)), position)
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


def _headings(blocks: Sequence[Block], position: int) -> Iterator[str]:
    table = blocks[position]
    if table.rows and table.text != table.rows[0].passage.text:
        yield table.text  # its caption
    for block in reversed(blocks[max(0, position - HEADINGS_ABOVE) : position]):
        if block.kind is Kind.TABLE:
            return
        if len(block.text) <= LONGEST_HEADING:
            yield block.text
