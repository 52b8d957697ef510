"""Seats on a board in a year, from its membership list."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from pipelines.documents import Block, Document, Passage, Row
from pipelines.notation.dates import find_date, find_year_pairs, meeting_year
from pipelines.reference.people.people import Person
from pipelines.reference.registers import Registers
from pipelines.schema.records import BoardMembership, Finding, PaperRecord
from pipelines.structures.attendance.member_lists import SEAT_COUNT, find_member_list
from pipelines.structures.people.cells import seat_behind
from pipelines.structures.people.tables import PeopleTable
from pipelines.structures.tables import cell_text

MEMBERSHIP_HEADING = re.compile(r"\bmember(?:ship|s)\b", re.IGNORECASE)
ATTENDANCE_HEADING = re.compile(r"\battend", re.IGNORECASE)
# Cllr Ann Bee (Vice- : a role that continues in the next row
OPEN_BRACKET = re.compile(r"(?:^|[)\]])[^()\[\]]*+[(\[][^)\]]*+$")
FEWEST_SEATS = 3  # rows of a member and an authority, for a list whose head was lost
SHARE_SEATS = 0.5  # of its rows: others name groups
OF_NO_GROUP = frozenset(
    ("observer", "in_attendance")
)  # who sits for no group, below the last of them
CLOSING_LINE = re.compile(r"^[^(\[]{0,20}[)\]]")


@dataclass(frozen=True, slots=True)
class _Group:
    """A political group from a heading of a list, with its printed seats."""

    printed: str
    seats: int | None
    passage: Passage


@dataclass(frozen=True, slots=True)
class _Member:
    person: Person
    role: str
    group: _Group | None
    council: str
    passage: Passage
    is_mended: bool


def read_board_memberships(
    document: Document, tables: Sequence[PeopleTable], registers: Registers, paper: PaperRecord
) -> list[BoardMembership | Finding]:
    """Read who sat on the board, for which authority, group and in which role.

    Source: the list headed by the word membership: groups and seats in columns of their own,
    behind names or authorities, or as heading rows over members and then substitutes; a group may
    have its seats in brackets. Where there is none, the names that a committee's page or the top
    of an agenda lists as members, in the year of its date.

    Args:
        document: One paper.
        tables: Its tables of people.
        registers: Who is who.
        paper: What the paper is.

    Returns:
        One record per printed name, in printed order; a finding for each row that holds no name
        (a ghost of its neighbour), one where a group's printed seats are not as many as its
        members, and one where a group is headed twice with two numbers of seats.
    """
    found: list[BoardMembership | Finding] = []
    blocks = document.blocks
    for table in tables:
        if paper.board_id is None or paper.board_name is None or not _is_list(table, registers):
            continue
        year = _year(table, paper)
        if year is None:
            continue
        group = None if table.is_headed else _group_above(blocks, table, registers)
        members, findings = _read_rows(table, registers, group)
        found += (_membership(member, year, paper, registers) for member in members)
        found += findings
    return found or list(_listed_memberships(document, registers, paper))


def _listed_memberships(
    document: Document, registers: Registers, paper: PaperRecord
) -> Iterator[BoardMembership | Finding]:
    """Members in a list of names: of a committee's own page, or at the top of an agenda."""
    day = paper.meeting_date or _page_date(document)
    if paper.board_id is None or paper.kind == "minutes":
        return
    members: list[_Member] = []
    for entry in find_member_list(document.blocks, registers):
        person = entry.named.person
        year = entry.year or (meeting_year(day) if day else None)
        group = _group(entry.group.text, entry.group) if entry.group else None
        if person.party:
            group = _Group(person.party, None, entry.named.passage)
        member = _Member(
            person, entry.role, group, person.council or "", entry.named.passage, is_mended=False
        )
        if year is not None:
            members.append(member)
            yield _membership(member, year, paper, registers)
    yield from _seat_findings(members)


def _page_date(document: Document) -> date | None:
    """The first date on a page that is not a meeting's, such as that of its last change."""
    dates = (find_date(line) for page in document.pages for line in page.lines)
    return next((printed.value for printed in dates if printed), None)


def _is_list(table: PeopleTable, registers: Registers) -> bool:
    """Whether a table lists members with their authorities, below a heading that says so.

    A page break may leave the head as a line above, and the table beginning with a member.
    """
    columns = table.columns
    is_other = bool(table.days or table.ticks) or columns.status is not None
    if is_other or not _is_membership(table):
        return False
    if table.is_headed:
        told = (columns.council, columns.group, columns.role)
        return table.width == 1 or any(column is not None for column in told)
    if columns.council is None:
        return False
    seats = [
        row
        for row in table.rows
        if registers.people.looks_like_person(table.text(row, columns.name))
        and registers.councils.resolve(table.text(row, columns.council)).council_id
    ]
    return len(seats) >= FEWEST_SEATS and len(seats) >= SHARE_SEATS * len(table.rows)


def _group_above(
    blocks: Sequence[Block], table: PeopleTable, registers: Registers
) -> _Group | None:
    """The group whose name a page break left as a line right above the table."""
    position = table.found.position
    above = blocks[position - 1] if position else None
    if above is None or registers.parties.resolve(above.text, None) is None:
        return None
    return _group(above.text, above.passage)


def _is_membership(table: PeopleTable) -> bool:
    """Whether the nearest heading about membership or attendance is about membership."""
    for heading in table.found.headings:
        if heading.endswith("."):
            continue  # a sentence
        if MEMBERSHIP_HEADING.search(heading):
            return True
        if ATTENDANCE_HEADING.search(heading):
            return False
    return False


def _year(table: PeopleTable, paper: PaperRecord) -> str | None:
    for heading in table.above:
        pairs = find_year_pairs(heading)
        if pairs:
            return pairs[0]
    return meeting_year(paper.meeting_date) if paper.meeting_date else None


def _mended(table: PeopleTable) -> Iterator[tuple[str, Row, bool]]:
    """Each row with its name; a role split over two rows is joined."""
    skip = False
    names = [table.text(row, table.columns.name) for row in table.rows]
    for row, name, following in zip(table.rows, names, [*names[1:], ""], strict=True):
        if skip:
            skip = False
        elif OPEN_BRACKET.search(name) and CLOSING_LINE.match(following):
            joint = "" if name.endswith("-") else " "
            skip = True
            yield f"{name}{joint}{following}", row, True
        else:
            yield name, row, False


def _read_rows(
    table: PeopleTable, registers: Registers, group: _Group | None
) -> tuple[list[_Member], list[Finding]]:
    members: list[_Member] = []
    findings: list[Finding] = []
    headings: list[_Group] = []
    section_role = table.label.role if table.label else "member"
    columns = table.columns
    groups = dict(zip(table.rows, table.filled(columns.group).values(), strict=True))
    for name, row, is_mended in _mended(table):
        is_alone = not any(text for text in row.texts if text != cell_text(row, columns.name))
        label = cell_text(row, columns.name) if is_alone else ""
        heading = _group_of(label, row, registers)
        role = registers.roles.resolve(label)
        is_one = not (heading or role) and len(registers.people.split(name)) == 1
        person = registers.people.parse(name) if is_one else None
        if heading:
            group, section_role = heading, "member"
            headings.append(heading)
        elif role:
            section_role = role.role
        elif person and (not is_alone or table.width == 1):
            council, behind = seat_behind(table.text(row, columns.council), registers)
            seat = registers.roles.resolve(table.text(row, columns.role))
            own = groups[row] or person.party
            has_none = OF_NO_GROUP & {seat.role if seat else "", section_role}
            if not table.is_whole(row) or not (own or has_none or _may_lack_group(table, row)):
                findings.append(_ghost(row))
                continue
            members.append(
                _Member(
                    person=person,
                    role=person.role or (seat.role if seat else behind or section_role),
                    group=_Group(own, None, row.passage)
                    if own
                    else (None if section_role in OF_NO_GROUP else group),
                    council=council or person.council or "",
                    passage=row.passage,
                    is_mended=is_mended,
                )
            )
        elif any(map(str.isalnum, row.passage.text)) and not registers.people_tables.column(name):
            findings.append(_ghost(row))
    findings += _heading_findings(headings, members)
    return members, findings + list(_seat_findings(members))


def _may_lack_group(table: PeopleTable, row: Row) -> bool:
    """Whether a row without a group has all of its cells: on a page, it may have been cut."""
    return table.columns.group is None or row.passage.span.page is None


def _group_of(name: str, row: Row, registers: Registers) -> _Group | None:
    if not name or registers.parties.resolve(name, None) is None:
        return None
    return _group(name, row.passage)


def _group(name: str, passage: Passage) -> _Group:
    seats = SEAT_COUNT.search(name)
    return _Group(SEAT_COUNT.sub("", name).strip(), int(seats[1]) if seats else None, passage)


def _ghost(row: Row) -> Finding:
    return Finding(
        rule="ghost_row",
        table_name="board_memberships",
        subject=row.passage.text,
        expected="a name and an authority",
        observed=row.passage.text,
        locator=row.passage.span.locator,
        quote=row.passage.quote(),
    )


def _heading_findings(headings: Sequence[_Group], members: list[_Member]) -> Iterator[Finding]:
    """A group with two consecutive headings and two counts, at the heading without members."""
    seated = {member.group for member in members}
    for first, second in pairwise(headings):
        is_same = first.printed.casefold() == second.printed.casefold()
        if not is_same or None in (first.seats, second.seats) or first.seats == second.seats:
            continue
        wrong, right = (second, first) if second not in seated else (first, second)
        yield Finding(
            rule="group_heading_twice",
            table_name="board_memberships",
            subject=wrong.printed,
            expected=str(right.seats),
            observed=str(wrong.seats),
            locator=wrong.passage.span.locator,
            quote=wrong.passage.quote(),
        )


def _seat_findings(members: list[_Member]) -> Iterator[Finding]:
    groups = {member.group for member in members if member.group and member.group.seats is not None}
    for group in sorted(groups, key=lambda each: each.passage.span.first_line):
        seated = sum(m.group == group and m.role != "substitute" for m in members)
        if seated != group.seats:
            yield Finding(
                rule="seats_disagree",
                table_name="board_memberships",
                subject=group.printed,
                expected=str(group.seats),
                observed=str(seated),
                locator=group.passage.span.locator,
                quote=group.passage.quote(),
            )


def _membership(
    member: _Member, year: str, paper: PaperRecord, registers: Registers
) -> BoardMembership:
    on = paper.meeting_date or date(int(year[:4]), 9, 1)
    council = registers.councils.resolve(member.council, on) if member.council else None
    party = registers.parties.resolve(member.group.printed, on) if member.group else None
    rules = ["role_split_over_rows"] if member.is_mended else []
    rules += [f"council_{council.rule}"] if council and council.is_inferred else []
    person = member.person
    return BoardMembership(
        board_id=str(paper.board_id),
        board_name=str(paper.board_name),
        meeting_year=year,
        councillor_id=registers.people.councillor_id(person.name),
        councillor_name=person.name,
        honours=person.honours,
        council_id=council.council_id if council else None,
        council_name=council.name if council else None,
        party=party.party if party else None,
        political_group=party.political_group if party else None,
        role=member.role,
        is_inferred=bool(rules),
        inference_rule="; ".join(rules) or None,
        locator=member.passage.span.locator,
        quote=member.passage.quote(),
    )
