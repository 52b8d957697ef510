"""Attendance lists of one meeting: a position, a name and an authority, row by row.

A cell may hold a column of names beside a cell with a column of authorities; a blank position
repeats the one above; a heading such as Apologies ends the present.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from pipelines.documents import Cell, Passage, Row
from pipelines.notation.dates import find_date
from pipelines.reference.people.people import Person
from pipelines.reference.registers import Registers
from pipelines.structures.names.lists import told_in_brackets
from pipelines.structures.names.patterns import COUNCILLOR
from pipelines.structures.sections import Section
from pipelines.structures.tables import FoundTable, cell_text, column_of, find_tables

POSITION_HEADING = re.compile(r"^(?:position|role|capacity|status)\b", re.IGNORECASE)
NAME_HEADING = re.compile(r"^(?:councillors?|members?|names?|attendees?)\b", re.IGNORECASE)
COUNCIL_HEADING = re.compile(
    r"^(?:authority|authorities|councils?|local authority|organisation|representing)\b", re.I
)
PARTY_HEADING = re.compile(r"^(?:party|political (?:group|party)|group)\b", re.IGNORECASE)
# LGA officers, Officers in attendance, Harbour Trust staff: a position that is not a member's
OFFICERS_HEADING = re.compile(r"^(?:[\w&]+\s){0,3}(?:officers?|staff|secretariat)\b", re.IGNORECASE)
# In attendance: Bee, Dee (LGA officers)
LAST_BRACKET = re.compile(r"\(([^()]*)\)$")
GUESTS = {"in_attendance"}
ATTENDANCE_STATUSES = ("present", "apologies", "absent")
HEADER_ROWS = 3  # rows that are searched for the head of a list


@dataclass(frozen=True, slots=True)
class ListedPerson:
    """One name of an attendance list as printed, with the text beside it.

    `is_officer` if the position is that of officers and the name has no councillor's title.
    """

    person: Person
    capacity: str
    status: str
    is_officer: bool
    council: str | None
    party: str | None
    mode: str | None
    stands_in_for: str | None
    passage: Passage


@dataclass(frozen=True, slots=True)
class _Columns:
    name: int
    position: int | None
    council: int | None
    party: int | None


@dataclass(frozen=True, slots=True)
class _Position:
    capacity: str = "member"
    status: str = "present"
    holds_officers: bool = False


def find_listed(section: Section, registers: Registers) -> list[ListedPerson]:
    """Everybody in the attendance lists of a note, in printed order."""
    listed: list[ListedPerson] = []
    for table in find_tables(section.blocks):
        columns, start = _find_columns(table, registers)
        if columns:
            listed += _read_rows(table.rows[start:], columns, section.meeting_date, registers)
    return listed


def _find_columns(table: FoundTable, registers: Registers) -> tuple[_Columns | None, int]:
    for number, row in enumerate(table.rows[:HEADER_ROWS]):
        name = column_of(row, NAME_HEADING)
        position = column_of(row, POSITION_HEADING)
        if name is None or any(find_date(text) for text in row.texts):
            continue
        council = column_of(row, COUNCIL_HEADING)
        if position is not None or (council is not None and _has_positions(table, registers)):
            return _Columns(name, position, council, column_of(row, PARTY_HEADING)), number + 1
    if table.rows and _has_positions(table, registers):
        return _Columns(1, 0, 2, None), 0
    return None, 0


def _has_positions(table: FoundTable, registers: Registers) -> bool:
    """Whether the first column holds positions beside names."""
    firsts = [row for row in table.rows if len(row.cells) > 1 and row.cells[0].text]
    named = [
        row for row in firsts if row.cells[1].text and _positions(row.cells[0].text, registers)
    ]
    return len(named) >= min(2, len(table.rows)) and len(named) * 2 >= len(firsts)


def _read_rows(
    rows: Sequence[Row], columns: _Columns, on: date | None, registers: Registers
) -> Iterator[ListedPerson]:
    current = [_Position()]
    for row in rows:
        printed = cell_text(row, columns.position)
        current = _positions(printed, registers) or current
        if OFFICERS_HEADING.match(printed):
            current = [_Position("in_attendance", holds_officers=True)]
        elif _ends_in_officers(row, columns) and {each.capacity for each in current} == GUESTS:
            current = [replace(each, holds_officers=True) for each in current]
        names = _names(row, columns.name, registers)
        councils = _beside(row, columns.council, len(names), on, registers)
        parties = _beside(row, columns.party, len(names), None, registers)
        for number, (name, passage) in enumerate(names):
            person = registers.people.parse(name)
            if person is None:
                continue
            position = current[min(number, len(current) - 1)]
            is_councillor = bool(COUNCILLOR.search(name))
            told = told_in_brackets(person, name, is_councillor, passage, registers)
            seat = "substitute" if told.stands_in_for else position.capacity
            yield ListedPerson(
                person=person,
                capacity=person.role or seat,
                status=position.status,
                is_officer=position.holds_officers and not is_councillor,
                council=person.council or councils[number],
                party=person.party or parties[number],
                mode=told.mode,
                stands_in_for=told.stands_in_for,
                passage=passage,
            )


def _ends_in_officers(row: Row, columns: _Columns) -> bool:
    """Whether a bracket after the last name says that the people of a row are officers."""
    bracket = LAST_BRACKET.search(cell_text(row, columns.name).rstrip())
    return bracket is not None and OFFICERS_HEADING.match(bracket[1]) is not None


def _positions(printed: str, registers: Registers) -> list[_Position]:
    """The positions in a cell; there are several if they run together."""
    words = printed.split()
    found: list[_Position] = []
    start = 0
    while start < len(words):
        for end in range(len(words), start, -1):
            role = registers.roles.resolve(" ".join(words[start:end]))
            if role:
                found.append(_Position(role.role, role.status or "present"))
                start = end
                break
        else:
            return []
    return found


def _names(row: Row, column: int, registers: Registers) -> list[tuple[str, Passage]]:
    """Each name of a cell with the words to quote: the row, or its own words in a column."""
    if column >= len(row.cells):
        return []
    paragraphs = row.cells[column].paragraphs
    if len(paragraphs) > 1:
        return [(passage.text, passage) for passage in paragraphs]
    names: list[tuple[str, Passage]] = []
    for passage in paragraphs:
        printed = registers.people.split(passage.text)
        if len(printed) <= 1:
            return [(passage.text, row.passage)]
        position = 0
        for name in printed:
            start = passage.text.find(name, position)
            position = start + len(name)
            names.append((name, passage.part(start, position)))
    return names


def _beside(
    row: Row, column: int | None, count: int, on: date | None, registers: Registers
) -> list[str | None]:
    """The text of a cell for each of `count` names; all None if it cannot be divided."""
    cell = row.cells[column] if column is not None and column < len(row.cells) else Cell()
    if count <= 1:
        return [cell.text or None]
    if len(cell.paragraphs) == count:
        return [passage.text for passage in cell.paragraphs]
    parts = registers.councils.split(cell.text, count, on) if cell.text else None
    return list(parts) if parts else [None] * count
