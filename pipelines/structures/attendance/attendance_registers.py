"""Registers of attendance from a committee system: a name, a role and a status per row."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from pipelines.documents import Block, Row
from pipelines.reference.registers import Registers
from pipelines.structures.attendance.roll_entries import RollEntry
from pipelines.structures.names.lists import NamedPerson, read_names
from pipelines.structures.names.patterns import JOB
from pipelines.structures.people.tables import PeopleTable, find_people_tables

# Present, as expected / Present, virtual / Apologies, sent / In attendance, virtual / Expected
STATUS = re.compile(
    r"^(?P<status>present|attended|yes|in attendance|apolog(?:y|ies)|sent apologies|absent|did not "
    r"attend|no|expected|awaiting confirmation|not recorded|invited)"
    r"(?P<more>[,\s(–-].*)?$",
    re.IGNORECASE,
)
STATUS_OF = {
    "present": "present",
    "attended": "present",
    "yes": "present",
    "in attendance": "present",
    "apology": "apologies",
    "apologies": "apologies",
    "sent apologies": "apologies",
    "absent": "absent",
    "did not attend": "absent",
    "no": "absent",
}
VIRTUAL = re.compile(r"\b(?:virtual|remote|online)", re.IGNORECASE)
SUBSTITUTE = re.compile(r"\bsubstitut|\bdeput", re.IGNORECASE)
# Headteacher and Ex-Officio Governor: who has a job and a seat
MEMBER = re.compile(r"\b(?:governor|member|trustee|councillor)\b", re.IGNORECASE)
FEWEST_ROWS = 2
FEWEST_BARE_ROWS = 3  # of a register without a header
SHARE_READ = 0.6  # of the rows with a name, those with a status, for a table to be a register


def find_registers(blocks: Sequence[Block], registers: Registers) -> list[RollEntry]:
    """Everybody in registers of attendance, in printed order.

    `Expected` is a plan and not a fact: its status is `not_recorded`.
    """
    found: list[RollEntry] = []
    for table in find_people_tables(blocks, registers):
        if table.columns.status is None or table.days:
            continue
        rows = [row for row in table.rows if table.text(row, table.columns.name)]
        entries = list(_entries(table, rows, registers))
        fewest = FEWEST_ROWS if table.is_headed else FEWEST_BARE_ROWS
        if len(entries) >= fewest and len(entries) >= SHARE_READ * len(rows):
            found += entries
    return found


def _entries(
    table: PeopleTable, rows: Sequence[Row], registers: Registers
) -> Iterator[RollEntry]:
    columns = table.columns
    for row in rows:
        printed = STATUS.match(table.text(row, columns.status).strip())
        if printed is None or columns.name >= len(row.cells):
            continue
        for passage in row.cells[columns.name].paragraphs[:1]:
            people = read_names(passage, registers).people
            if people:
                role = table.text(row, columns.role)
                named = _with_seat(people[0], table, row)
                yield _entry(named, row, role, printed, registers)


def _with_seat(named: NamedPerson, table: PeopleTable, row: Row) -> NamedPerson:
    """A person with the authority and the group in the row, where the name gives none."""
    person = named.person
    council = person.council or table.text(row, table.columns.council) or None
    party = person.party or table.text(row, table.columns.group) or None
    return replace(named, person=replace(person, council=council, party=party))


def _entry(
    named: NamedPerson, row: Row, role: str, printed: re.Match[str], registers: Registers
) -> RollEntry:
    word, more = printed["status"].casefold(), printed["more"] or ""
    known = registers.roles.resolve(role)
    capacity = named.person.role or (known.role if known else "member")
    if word == "in attendance":
        capacity = "in_attendance"
    elif SUBSTITUTE.search(more) or SUBSTITUTE.search(role):
        capacity = "substitute"
    has_seat = named.is_councillor or known is not None or MEMBER.search(role)
    is_officer = not has_seat and bool(JOB.search(role))
    named = replace(named, mode=None, remark=None, passage=row.passage)
    return RollEntry(
        named=named,
        status=STATUS_OF.get(word, "not_recorded"),
        capacity=capacity,
        mode="virtual" if VIRTUAL.search(more) else None,
        is_officer=is_officer,
        kind="register",
    )
