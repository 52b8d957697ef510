"""Attendance lists of one meeting: a position, a name and an authority, row by row.

A cell may hold a column of names beside a cell with a column of authorities; a blank position
repeats the one above; a heading such as Apologies ends the present.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from pipelines.documents import Cell, Passage, Row
from pipelines.reference.people.people import Person
from pipelines.reference.registers import Registers
from pipelines.structures.names.lists import told_in_brackets
from pipelines.structures.names.patterns import COUNCILLOR, WORDS_OF_PROSE
from pipelines.structures.people.cells import OFFICERS, positions, without_marks
from pipelines.structures.people.tables import PeopleTable
from pipelines.structures.tables import cell_text

# In attendance: Bee, Dee (LGA officers)
LAST_BRACKET = re.compile(r"\(([^()]*)\)$")
GUESTS = {"in_attendance"}
# Board membership, Members in 2017/18: a list of who belongs to a board, whether they came or not
MEMBERSHIP = re.compile(r"\bmembership\b|\bmembers\b.*\d{4}", re.IGNORECASE)
ATTENDANCE = re.compile(r"\battend|\bpresent\b|\bapolog", re.IGNORECASE)


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
class _Position:
    capacity: str = "member"
    status: str = "present"
    holds_officers: bool = False


def find_listed(
    tables: Iterable[PeopleTable], on: date | None, registers: Registers
) -> list[ListedPerson]:
    """Everybody in the attendance lists among a note's tables of people, in printed order.

    Args:
        tables: The tables of people of the note.
        on: The day of its meeting.
        registers: Who is who.
    """
    listed: list[ListedPerson] = []
    for table in tables:
        if _is_list(table, registers):
            listed += _read_rows(table, on, registers)
    return listed


def _is_list(table: PeopleTable, registers: Registers) -> bool:
    """Whether a table says of each person how they attended: by a position, a tick, a heading."""
    columns = table.columns
    if table.days or columns.status is not None or _is_membership(table):
        return False
    if table.ticks or (table.label and table.label.status):
        return True
    if table.is_headed and not table.is_named:
        return False  # names side by side with no head: a roll
    if columns.role is None:
        return table.is_named and _heading(table, registers) is not None
    return table.is_headed or (columns.role < columns.name and _has_positions(table, registers))


def _is_membership(table: PeopleTable) -> bool:
    """Whether the nearest line above a table that says what it is calls it a list of members."""
    for heading in table.found.headings:
        if ATTENDANCE.search(heading):
            return False
        if MEMBERSHIP.search(heading) and not heading.endswith("."):
            return True
    return False


def _heading(table: PeopleTable, registers: Registers) -> _Position | None:
    """The position of all in a table by the lines above it, if one is of who came or did not."""
    roles = [role for line in table.found.headings if (role := registers.roles.resolve(line))]
    status = next((role.status for role in roles if role.status), None)
    return _Position(roles[0].role, status) if status else None


def _has_positions(table: PeopleTable, registers: Registers) -> bool:
    """Whether a table without heads has positions beside at least half of its names."""
    columns = table.columns
    firsts = [row for row in table.rows if table.text(row, columns.role)]
    named = [
        row
        for row in firsts
        if table.text(row, columns.name) and positions(table.text(row, columns.role), registers)
    ]
    return len(named) >= min(2, len(table.rows)) and len(named) * 2 >= len(firsts)


def _read_rows(table: PeopleTable, on: date | None, registers: Registers) -> Iterator[ListedPerson]:
    columns, label = table.columns, table.label
    opening = _heading(table, registers) or _Position()
    current = [_Position(label.role, label.status or "present") if label else opening]
    party = None
    for row in table.rows:
        printed = table.text(row, columns.role) or _label_before(table, row, registers)
        names = _names(row, columns.name, registers, is_part=label is not None)
        if not names or not any(registers.people.looks_like_person(name) for name, _ in names):
            printed = printed or next(filter(None, row.texts))
            if any(role.status for role in positions(printed, registers)):
                party = None  # those who are away are of all groups
            party = printed if registers.parties.resolve(printed) else party
        roles = positions(printed, registers)
        current = [_Position(role.role, role.status or "present") for role in roles] or current
        if OFFICERS.match(printed):
            current = [_Position("in_attendance", holds_officers=True)]
        elif _ends_in_officers(row, columns.name) and {each.capacity for each in current} == GUESTS:
            current = [replace(each, holds_officers=True) for each in current]
        councils = _beside(row, columns.council, len(names), on, registers)
        parties = _beside(row, columns.group, len(names), None, registers)
        ticked = table.ticked(row) or _said_beside(table, row, registers)
        if table.ticks and not ticked:
            continue
        for number, (name, passage) in enumerate(names):
            person = registers.people.parse(without_marks(name))
            if person is None:
                continue
            position = current[min(number, len(current) - 1)]
            is_councillor = bool(COUNCILLOR.search(name))
            told_in = told_in_brackets(person, name, is_councillor, passage, registers)
            beside = told_in_brackets(person, councils[number] or "", False, passage, registers)
            stands_in_for = told_in.stands_in_for or beside.stands_in_for
            seat = "substitute" if stands_in_for else position.capacity
            yield ListedPerson(
                person=person,
                # The chair of another body is a guest here.
                capacity=seat if {seat} == GUESTS else person.role or seat,
                status=ticked or position.status,
                is_officer=position.holds_officers and not is_councillor,
                council=person.council or councils[number],
                party=person.party or parties[number] or party,
                mode=told_in.mode,
                stands_in_for=stands_in_for,
                passage=passage,
            )


def _label_before(table: PeopleTable, row: Row, registers: Registers) -> str:
    """The label before the name of a row, such as Apologies; empty if there is none."""
    if table.columns.role is not None or not table.columns.name:
        return ""
    printed = table.text(row, 0)
    says = any(role.status for role in positions(printed, registers)) or OFFICERS.match(printed)
    return printed if says else ""


def _said_beside(table: PeopleTable, row: Row, registers: Registers) -> str | None:
    """The status that a cell of no known column gives, such as `Apologies` under an hour."""
    columns = table.columns
    known = {columns.name, columns.council, columns.group, columns.role, *table.ticks}
    texts = (table.text(row, n) for n in range(columns.name + 1, len(row.cells)) if n not in known)
    roles = (registers.roles.resolve(text) for text in texts if text)
    return next((role.status for role in roles if role and role.status), None)


def _ends_in_officers(row: Row, column: int) -> bool:
    """Whether a bracket after the last name says that the people of a row are officers."""
    bracket = LAST_BRACKET.search(cell_text(row, column).rstrip())
    return bracket is not None and OFFICERS.match(bracket[1]) is not None


def _names(
    row: Row, column: int, registers: Registers, *, is_part: bool
) -> list[tuple[str, Passage]]:
    """Each name of a cell with the words to quote: the row, or its own words in a column.

    `is_part` if the row holds somebody else too, in a list beside this one.
    """
    if column >= len(row.cells):
        return []
    paragraphs = row.cells[column].paragraphs
    is_whole = len(paragraphs) == 1 and not is_part
    names: list[tuple[str, Passage]] = []
    for passage in paragraphs:
        printed = registers.people.split(passage.text)
        if WORDS_OF_PROSE.search(printed[0] if len(printed) > 1 else ""):
            continue  # The chair welcomed Lord Bee: a sentence
        if len(printed) <= 1:
            names.append((passage.text, row.passage if is_whole else passage))
            continue
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
        return [without_marks(cell.text) or None]
    if len(cell.paragraphs) == count:
        return [without_marks(passage.text) for passage in cell.paragraphs]
    parts = registers.councils.split(cell.text, count, on) if cell.text else None
    return list(parts) if parts else [None] * count
