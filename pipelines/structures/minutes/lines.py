"""The lines of a note, each with its table column."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from pipelines.documents import Block, Kind, Passage, Row
from pipelines.reference.meetings.note_words import NoteWords
from pipelines.structures.minutes.patterns import ITEM_NUMBER
from pipelines.structures.tables import column_of

# No., Item no, Minute No., Ref: the heading above the numbers of items
NUMBER_HEADING = re.compile(
    r"^(?:(?:agenda\s+)?item\s+|minute\s+|agenda\s+)?(?:no|nos|number|num|ref|reference)\.?$"
    r"|^(?:minute|#)$",
    re.IGNORECASE,
)
# Item, above numbers if Description is above the titles
ITEM_HEADING = re.compile(r"^items?$", re.IGNORECASE)
DESCRIPTION_HEADING = re.compile(r"^(?:description|title|subject)$", re.IGNORECASE)
# Item, Agenda Item, Subject: the heading above their titles
TITLE_HEADING = re.compile(
    r"^(?:agenda\s+)?(?:items?|matters?)(?: under discussion| title| description)?$"
    r"|^(?:title|subject|topic"
    r"|business|agenda)$",
    re.IGNORECASE,
)
# Resolution, Decision: the heading above the text of an item
RESOLUTION_HEADING = re.compile(r"^(?:resolutions?|decisions?|minutes?)$", re.IGNORECASE)
STARTS_WITH_NUMBER = re.compile(r"^\d{1,3}(?:\.\d{1,2})?[.)]?\s")
# 9. Election of Chairman: a number with the title of its item
TITLED = re.compile(r"^\d{1,3}[.)]\s+[A-Z][a-z]")
# a), (iv), •: the mark of a list, with a tab behind it
LIST_MARK = re.compile(r"^(?:\(?(?:[a-z]|[ivx]{1,4})[.)]|[•·▪–-])$")
FEWEST_TITLED = 2  # rows of a table without a head, for it to be one of items
NOWHERE = -1  # the column of numbers if they are among the words of titles
HEADER_ROWS = 3  # rows that are searched for the header of a table


class Column(StrEnum):
    """The place of a line of a note in its table; a line outside a table is in the body."""

    NUMBER = "number"
    TITLE = "title"
    BODY = "body"
    OWNER = "owner"
    ACTION = "action"


@dataclass(frozen=True, slots=True)
class NoteLine:
    """One line of a note, and the row of its table (0 outside a table)."""

    passage: Passage
    column: Column
    is_heading: bool
    row: int
    is_listed: bool = False


@dataclass(frozen=True, slots=True)
class _ItemTable:
    """A table with a row for each item, as committee systems print agendas."""

    number: int
    title: int
    header: int
    has_numbers: bool

    def column(self, number: int, heads: Row, words: NoteWords) -> Column:
        """What a column beside the titles holds, by its head."""
        head = heads.texts[number] if number < len(heads.texts) else ""
        if words.said_head.match(head) or RESOLUTION_HEADING.match(head):
            return Column.BODY
        return Column.ACTION if words.action.match(head) else Column.OWNER


def note_lines(blocks: Sequence[Block], words: NoteWords) -> Iterator[NoteLine]:
    """Every line in order; of a table those of its rows of items."""
    row_number = 0
    for block in blocks:
        if block.kind is not Kind.TABLE:
            is_listed = block.kind is Kind.LIST_ITEM
            is_heading = block.kind is Kind.HEADING
            yield NoteLine(block.passage, Column.BODY, is_heading, 0, is_listed)
            continue
        table = _item_table(block.rows) or _table_of_minutes(block.rows, words)
        are_titled = table is None and _are_titled(block.rows)
        for position, row in enumerate(block.rows):
            row_number += 1
            if table and position > table.header:
                yield from _item_row(row, row_number, table, block.rows[table.header], words)
            elif are_titled:
                for each in (passage for cell in row.cells for passage in cell.paragraphs):
                    yield NoteLine(each, Column.BODY, False, row_number)
            else:
                yield from _row_lines(row, row_number)


def has_item_table(blocks: Sequence[Block]) -> bool:
    """Whether a table's header says that its rows are the items of an agenda."""
    return any(_item_table(block.rows) for block in blocks if block.kind is Kind.TABLE)


def has_resolutions(blocks: Sequence[Block]) -> bool:
    """Whether the header of a table of items has a column for what was resolved."""
    tables = [block.rows for block in blocks if block.kind is Kind.TABLE]
    return any(
        table and column_of(rows[table.header], RESOLUTION_HEADING) is not None
        for rows in tables
        for table in [_item_table(rows)]
    )


def _item_table(rows: Sequence[Row]) -> _ItemTable | None:
    for header, row in enumerate(rows[:HEADER_ROWS]):
        number, title = column_of(row, NUMBER_HEADING), column_of(row, TITLE_HEADING)
        if number is None and column_of(row, DESCRIPTION_HEADING) is not None:
            number, title = column_of(row, ITEM_HEADING), column_of(row, DESCRIPTION_HEADING)
        if number is not None and title is not None and number < title:
            below = rows[header + 1 :]
            has_numbers = any(
                number < len(each.cells) and ITEM_NUMBER.match(each.cells[number].text)
                for each in below
            )
            return _ItemTable(number, title, header, has_numbers)
    return None


def _are_titled(rows: Sequence[Row]) -> bool:
    """Whether a table without a head has numbers with titles, and what was said beside them."""
    firsts = [row.texts[0] for row in rows if len(row.cells) > 1]
    return len(firsts) >= FEWEST_TITLED and all(map(TITLED.match, firsts))


def _table_of_minutes(rows: Sequence[Row], words: NoteWords) -> _ItemTable | None:
    """A table with items, with numbers among the words, and the discussion beside them."""
    for header, row in enumerate(rows[:HEADER_ROWS]):
        title, said = column_of(row, TITLE_HEADING), column_of(row, words.said_head)
        action = column_of(row, words.action)
        if title is None or title >= max(said or 0, action or 0):
            continue
        below = [each for each in rows[header + 1 :] if title < len(each.cells)]
        if any(ITEM_NUMBER.match(each.cells[title].text) for each in below):
            return None  # numbers below Item, and titles beside them
        has_numbers = any(STARTS_WITH_NUMBER.match(each.cells[title].text) for each in below)
        if said is not None or has_numbers:
            return _ItemTable(NOWHERE, title, header, has_numbers)
    return None


def _item_row(
    row: Row, row_number: int, table: _ItemTable, heads: Row, words: NoteWords
) -> Iterator[NoteLine]:
    """The lines of an item's row; the first is the title if the whole table has no numbers."""
    for column, cell in enumerate(row.cells):
        for position, passage in enumerate(cell.paragraphs):
            if column == table.number:
                yield NoteLine(passage, Column.NUMBER, False, row_number)
            elif column == table.title and position == 0 and not table.has_numbers:
                yield NoteLine(passage, Column.TITLE, False, row_number)
            elif column >= table.title:
                is_body = column == table.title
                kind = Column.BODY if is_body else table.column(column, heads, words)
                yield NoteLine(passage, kind, False, row_number)


def _row_lines(row: Row, row_number: int) -> Iterator[NoteLine]:
    first = row.cells[0].text if row.cells else ""
    if LIST_MARK.match(first):
        yield NoteLine(row.passage, Column.BODY, False, 0, is_listed=True)
        return
    has_number_column = bool(len(row.cells) >= 2 and (not first or ITEM_NUMBER.match(first)))
    if not has_number_column:
        return
    for column, cell in enumerate(row.cells):
        kind = (Column.NUMBER, Column.BODY, Column.OWNER)[min(column, 2)]
        for passage in cell.paragraphs:
            yield NoteLine(passage, kind, False, row_number)
