"""Registers of attendance from a committee system: a name, a role and a status per row."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipelines.documents import Block, Row
from pipelines.reference.registers import Registers
from pipelines.structures.attendance.roll_entries import RollEntry
from pipelines.structures.names.lists import NamedPerson, read_names
from pipelines.structures.names.patterns import JOB
from pipelines.structures.tables import FoundTable, cell_text, column_of, find_tables

NAME_HEADING = re.compile(r"^(?:attendees?|councillors?|members?|names?|person)\b", re.IGNORECASE)
ROLE_HEADING = re.compile(r"^(?:role|position|capacity|title)\b", re.IGNORECASE)
STATUS_HEADING = re.compile(
    r"^(?:attendance|attended|status|expected|present)(?:\s+(?:status|comment|record))?$", re.I
)
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


@dataclass(frozen=True, slots=True)
class _Columns:
    name: int
    role: int | None
    status: int


def find_registers(blocks: Sequence[Block], registers: Registers) -> list[RollEntry]:
    """Everybody in registers of attendance, in printed order.

    `Expected` is a plan and not a fact: its status is `not_recorded`.
    """
    found: list[RollEntry] = []
    for table in find_tables(blocks):
        columns, start = _columns(table)
        if columns:
            entries = list(_entries(table.rows[start:], columns, registers))
            rows = sum(bool(cell_text(row, columns.name)) for row in table.rows[start:])
            if len(entries) >= FEWEST_ROWS and len(entries) >= SHARE_READ * rows:
                found += entries
    return found


def _columns(table: FoundTable) -> tuple[_Columns | None, int]:
    for number, row in enumerate(table.rows[:3]):
        name, status = column_of(row, NAME_HEADING), column_of(row, STATUS_HEADING)
        if name is not None and status is not None and status != name:
            return _Columns(name, column_of(row, ROLE_HEADING), status), number + 1
    return _columns_without_header(table), 0


def _columns_without_header(table: FoundTable) -> _Columns | None:
    """Whether names come first, and a later column has only statuses."""
    width = max((len(row.cells) for row in table.rows), default=0)
    for column in range(1, width):
        printed = [text for row in table.rows if (text := cell_text(row, column).strip())]
        if len(printed) >= FEWEST_BARE_ROWS and all(map(STATUS.match, printed)):
            return _Columns(0, 1 if column > 1 else None, column)
    return None


def _entries(rows: Sequence[Row], columns: _Columns, registers: Registers) -> Iterator[RollEntry]:
    for row in rows:
        printed = STATUS.match(cell_text(row, columns.status).strip())
        if printed is None or columns.name >= len(row.cells):
            continue
        for passage in row.cells[columns.name].paragraphs[:1]:
            people = read_names(passage, registers).people
            if people:
                yield _entry(people[0], row, cell_text(row, columns.role), printed, registers)


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
    named = NamedPerson(
        named.person, named.is_councillor, None, named.stands_in_for, None, row.passage
    )
    return RollEntry(
        named=named,
        status=STATUS_OF.get(word, "not_recorded"),
        capacity=capacity,
        mode="virtual" if VIRTUAL.search(more) else None,
        is_officer=is_officer,
        kind="register",
    )
