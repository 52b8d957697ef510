"""Lines of minutes for the reader of a roll, one by one."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from pipelines.documents import Block, Cell, Kind, Row
from pipelines.reference.registers import Registers
from pipelines.structures.attendance.columns.reading import RollLine, table_lines
from pipelines.structures.once import once
from pipelines.structures.people.days import is_headed_by_days
from pipelines.structures.people.marks import LONGEST_MARK, is_grid, status_of_words

# Lines that a committee system puts between an item's title and its text
SYSTEM_LINE = re.compile(
    r"^(?:(?:minutes|additional documents|supporting documents|share this item|decision|cofnodion"
    r"|dogfennau ychwanegol|penderfyniad)\s*+:?|pdf \d.*+|\W*+)$",
    re.IGNORECASE,
)
ITEM_MINUTES = re.compile(r"^(?:minutes|cofnodion)\s*:?$", re.IGNORECASE)
# "o Cllr Bee": a bullet that a reader takes for a word; "+Cllr Bee": a sign that a legend explains
TYPED_BULLET = re.compile(r"^(?:(?:o|[·•▪-])\s+|[+*#^~†‡]{1,2}\s?)(?=[A-Z])")
NUMBER_CELL = re.compile(r"^[\d./]*$")


@once
def roll_lines(blocks: Sequence[Block], registers: Registers) -> tuple[RollLine, ...]:
    """Lines of a note; of a table the paragraphs of its cells, without the numbers of items.

    Grids of other days are left out, and so are their parts on later pages. Tables with as many
    columns and nothing between them are one.
    """
    return tuple(_lines(blocks, registers))


def _lines(blocks: Sequence[Block], registers: Registers) -> Iterator[RollLine]:
    pending: list[Row] = []
    grid_widths = set()
    for block in blocks:
        width = max((len(row.cells) for row in block.rows), default=0)
        if is_headed_by_days(block.rows) or is_grid(block.rows, registers.people_tables):
            grid_widths.add(width)
        is_table = block.kind is Kind.TABLE and width not in grid_widths
        if pending and not (is_table and width == len(pending[0].cells)):
            yield from _of_table(pending, registers)
            pending = []
        if is_table:
            pending += block.rows
        elif width not in grid_widths:
            yield RollLine(block.passage)
    if pending:
        yield from _of_table(pending, registers)


def _of_table(rows: Sequence[Row], registers: Registers) -> Iterator[RollLine]:
    came = [_without_numbers(row) for row in rows if not _is_away(row, registers)]
    yield from table_lines(came, registers) if came else ()


def _without_numbers(row: Row) -> Row:
    """A row whose cells with numbers of items are blank."""
    if not any(text and NUMBER_CELL.match(text) for text in row.texts):
        return row
    cells = (Cell() if NUMBER_CELL.match(cell.text) else cell for cell in row.cells)
    return replace(row, cells=tuple(cells))


def _is_away(row: Row, registers: Registers) -> bool:
    """Whether a cell beside a name says that the person did not come."""
    first = next((n for n, text in enumerate(row.texts) if _is_name(text, registers)), None)
    if first is None:
        return False
    beside = [text for text in row.texts[first + 1 :] if len(text) <= LONGEST_MARK]
    marked = (registers.people_tables.mark(text) or status_of_words(text) for text in beside)
    return any(status in ("absent", "apologies") for status in marked)


def _is_name(text: str, registers: Registers) -> bool:
    return bool(text) and registers.people.looks_like_person(text)
