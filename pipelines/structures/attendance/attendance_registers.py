"""Registers of attendance from a committee system: a name, a role and a status per row."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from pipelines.documents import Row
from pipelines.reference.registers import Registers
from pipelines.structures.attendance.roll_entries import RollEntry
from pipelines.structures.names.lists import NamedPerson, read_names
from pipelines.structures.names.patterns import JOB
from pipelines.structures.people.tables import PeopleTable

# In attendance, virtual: who came and is no member
GUEST = re.compile(r"^in attendance\b", re.IGNORECASE)
# Expected, Invited: a plan, and no fact
PLANNED = re.compile(r"^(?:expected|awaiting confirmation|not recorded|invited)\b", re.IGNORECASE)
VIRTUAL = re.compile(r"\b(?:virtual|remote|online)", re.IGNORECASE)
SUBSTITUTE = re.compile(r"\bsubstitut|\bdeput", re.IGNORECASE)
# Headteacher and Ex-Officio Governor: who has a job and a seat
MEMBER = re.compile(r"\b(?:governor|member|trustee|councillor)\b", re.IGNORECASE)
FEWEST_ROWS = 2
FEWEST_BARE_ROWS = 3  # of a register without a header
SHARE_READ = 0.6  # of the rows with a name, those with a status, for a table to be a register


def find_registers(tables: Iterable[PeopleTable], registers: Registers) -> list[RollEntry]:
    """Everybody in those tables of people that are registers of attendance, in printed order.

    `Expected` is a plan and not a fact: its status is `not_recorded`.
    """
    found: list[RollEntry] = []
    for table in tables:
        if table.columns.status is None or table.days:
            continue
        status = table.columns.status
        rows = [row for row in table.rows if not table.marks.words.is_nil(table.text(row, status))]
        entries = list(_entries(table, rows, registers))
        fewest = FEWEST_ROWS if table.is_headed else FEWEST_BARE_ROWS
        if len(entries) >= fewest and len(entries) >= SHARE_READ * len(rows):
            found += entries
    return found


def _entries(table: PeopleTable, rows: Sequence[Row], registers: Registers) -> Iterator[RollEntry]:
    columns = table.columns
    for row in rows:
        printed = table.text(row, columns.status)
        is_planned = PLANNED.match(printed) is not None
        status = "not_recorded" if is_planned else table.marks.known(printed)
        if status is None or columns.name >= len(row.cells):
            continue
        if status == "not_recorded" and not is_planned:
            continue  # a cross of which nothing says what it means
        for passage in row.cells[columns.name].paragraphs[:1]:
            people = read_names(passage, registers).people
            if people:
                role = table.text(row, columns.role)
                named = _with_seat(people[0], table, row)
                yield _entry(named, row, role, printed, status, registers)


def _with_seat(named: NamedPerson, table: PeopleTable, row: Row) -> NamedPerson:
    """A person with the authority and the group in the row, where the name gives none."""
    person = named.person
    council = person.council or table.text(row, table.columns.council) or None
    party = person.party or table.text(row, table.columns.group) or None
    return replace(named, person=replace(person, council=council, party=party))


def _entry(
    named: NamedPerson, row: Row, role: str, printed: str, status: str, registers: Registers
) -> RollEntry:
    known = registers.roles.resolve(role)
    capacity = named.person.role or (known.role if known else "member")
    if SUBSTITUTE.search(printed) or SUBSTITUTE.search(role):
        capacity = "substitute"
    elif GUEST.match(printed):
        capacity = "in_attendance"
    has_seat = named.is_councillor or known is not None or MEMBER.search(role)
    is_officer = not has_seat and bool(JOB.search(role))
    named = replace(named, mode=None, remark=None, passage=row.passage)
    return RollEntry(
        named=named,
        status=status,
        capacity=capacity,
        mode="virtual" if VIRTUAL.search(printed) else None,
        is_officer=is_officer,
        kind="register",
    )
