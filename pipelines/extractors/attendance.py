"""Attendance and absence at meetings, from grids, lists and sentences."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from pipelines.documents import Passage
from pipelines.notation.dates import meeting_year
from pipelines.reference.people.people import Person
from pipelines.reference.registers import Registers
from pipelines.schema.records import AttendanceStatement, BoardMembership, Finding, PaperRecord
from pipelines.structures.attendance.grids import Grid, GridMark
from pipelines.structures.attendance.lists import ListedPerson
from pipelines.structures.attendance.members import Members
from pipelines.structures.attendance.roll_entries import RollEntry
from pipelines.structures.section_contents import SectionContents

FEWEST_SHARED = 3  # people in both; with fewer, a list cannot date a grid
SHARE_AGREED = 0.8  # of those people, who must have the same mark in both


@dataclass(frozen=True, slots=True)
class _Seat:
    """The parts of a statement other than the name."""

    capacity: str
    status: str
    council: str | None
    party: str | None
    passage: Passage
    kind: str
    rule: str | None = None
    mode: str | None = None
    stands_in_for: str | None = None
    proof: str = "single"


@dataclass(frozen=True, slots=True)
class _Meeting:
    board_id: str
    meeting_date: date | None
    meeting_year: str | None
    meeting_type: str | None = None


def read_attendance(
    registers: Registers,
    paper: PaperRecord,
    contents: Sequence[SectionContents],
    grids: Sequence[Grid],
    memberships: Sequence[BoardMembership],
) -> list[AttendanceStatement | Finding]:
    """Read every statement that a person attended a meeting or did not.

    Source: the attendance list of each note, apologies given in its sentences, and the grids of
    a pack. Missing details (authority, group, role) come from the membership list
    of the same paper. A grid that lost its dates is dated by the attendance list with which
    it agrees, and its statements are marked as inferred.

    Returns:
        Statements in printed order, including contradictions; a finding for each person that a
        damaged grid marks in two ways, and for each grid that could not be dated.
    """
    members = Members(memberships, registers)
    found: list[AttendanceStatement | Finding] = []
    for each in contents:
        found += _section_statements(each, paper, members, registers)
    lists = [each for each in found if isinstance(each, AttendanceStatement)]
    for grid in grids:
        found += _grid_statements(grid, paper, members, registers, lists)
    return found


def _section_statements(
    contents: SectionContents, paper: PaperRecord, members: Members, registers: Registers
) -> Iterator[AttendanceStatement]:
    section = contents.section
    board_id = section.board.board_id if section.board else paper.board_id
    if section.kind != "note" or board_id is None:
        return
    day = section.meeting_date
    year = meeting_year(day) if day else None
    meeting = _Meeting(board_id, day, year, section.meeting_type)
    is_web_page = paper.media_type == "text/html"
    tables = () if contents.registered else _fuller_than_roll(contents.listed, contents.roll)
    for listed in tables:
        if listed.is_officer:
            continue
        seat = _Seat(
            capacity=listed.capacity,
            status=listed.status,
            council=listed.council,
            party=listed.party,
            passage=listed.passage,
            kind="list",
            mode=listed.mode,
            stands_in_for=listed.stands_in_for,
        )
        yield _statement(listed.person, seat, meeting, members, registers)
    whole = _whole_names(
        [
            *((listed.person, listed.status) for listed in tables),
            *((entry.named.person, entry.status) for entry in contents.roll),
        ]
    )
    for entry in contents.roll:
        if entry.is_officer or (tables and _is_in_list(entry, tables)):
            continue
        person = entry.named.person
        name = whole.get((person.name, entry.status), person.name)
        stands_in_for = entry.named.stands_in_for
        seat = _Seat(
            capacity=entry.capacity,
            status=entry.status,
            council=person.council,
            party=person.party,
            passage=entry.named.passage,
            kind=entry.kind,
            rule=entry.rule if name == person.name else "surname_alone",
            mode=entry.mode,
            stands_in_for=stands_in_for and whole.get((stands_in_for, "apologies"), stands_in_for),
            # A web page has the cells that the publisher's system made; elsewhere they were found.
            proof="register" if entry.kind == "register" and is_web_page else "single",
        )
        yield _statement(replace(person, name=name), seat, meeting, members, registers)


def _fuller_than_roll(
    listed: Sequence[ListedPerson], roll: Sequence[RollEntry]
) -> Sequence[ListedPerson]:
    """An attendance list; empty if it has no seats, and the roll has its names and more."""
    names = {each.person.name for each in listed}
    in_lines = {each.named.person.name for each in roll if each.in_table and not each.is_officer}
    has_seats = any(each.council or each.party for each in listed)
    return () if names < in_lines and not has_seats else listed


def _is_in_list(entry: RollEntry, listed: Sequence[ListedPerson]) -> bool:
    """Whether the list in a table already has what a line of the roll says.

    Guests and those who are away may be named only below the table.
    """
    if entry.kind != "list":
        return False
    is_other = entry.is_guest or entry.status != "present"
    names = {each.person.name for each in listed}
    return entry.in_table or not is_other or entry.named.person.name in names


def _whole_names(people: Iterable[tuple[Person, str]]) -> Mapping[tuple[str, str], str]:
    """The whole name for a surname and a status, if only one person at a meeting has both.

    Somebody of a surname who sent apologies is not the one of that surname who came.
    """
    names: dict[tuple[str, str], set[str]] = defaultdict(set)
    for person, status in people:
        given, _, surname = person.name.rpartition(" ")
        if given:
            names[surname, status].add(person.name)
    return {key: name for key, (name, *more) in names.items() if not more}


def _grid_statements(
    grid: Grid,
    paper: PaperRecord,
    members: Members,
    registers: Registers,
    lists: Sequence[AttendanceStatement],
) -> Iterator[AttendanceStatement | Finding]:
    if paper.board_id is None:
        return
    if grid.dates:
        for mark in grid.marks:
            yield _marked(mark, mark.meeting_date, None, paper, members, registers, grid)
        return
    chosen, disputed = _elect(grid.marks, members)
    day = _date_of(chosen, lists, members)
    rule = "grid_dated_by_attendance_list" if day else None
    for mark in chosen:
        yield _marked(mark, day, rule, paper, members, registers, grid)
    yield from disputed
    if day is None:
        yield Finding(
            rule="grid_without_dates",
            table_name="attendance_evidence",
            subject=grid.meeting_year or "attendance grid",
            expected="a date for each column",
            observed=f"{len(chosen)} marks without a date",
            locator=grid.header.span.locator,
            quote=grid.header.quote(),
        )


def _elect(marks: Sequence[GridMark], members: Members) -> tuple[list[GridMark], list[Finding]]:
    """One mark for each person of a damaged grid with repeated rows: the most frequent mark."""
    rows: defaultdict[str, list[GridMark]] = defaultdict(list)
    for mark in marks:
        rows[members.identify(mark.person).councillor_id].append(mark)
    chosen, disputed = [], []
    for same in rows.values():
        votes = Counter(mark.status for mark in same)
        status = max(sorted(votes), key=lambda each: votes[each])
        kept = min(
            (mark for mark in same if mark.status == status),
            key=lambda mark: members.identify(mark.person).rule is not None,
        )
        chosen.append(kept)
        for other in sorted(set(votes) - {status}):
            odd = next(mark for mark in same if mark.status == other)
            disputed.append(
                Finding(
                    rule="grid_marks_disagree",
                    table_name="attendance_evidence",
                    subject=odd.person.name,
                    expected=f"{status} in {votes[status]} rows",
                    observed=f"{other} in {votes[other]}",
                    locator=odd.passage.span.locator,
                    quote=odd.passage.quote(),
                )
            )
    return chosen, disputed


def _date_of(
    marks: Sequence[GridMark], lists: Sequence[AttendanceStatement], members: Members
) -> date | None:
    """The meeting whose list agrees with the marks; None if no list agrees well enough."""
    came = {members.identify(mark.person).councillor_id: mark.status == "present" for mark in marks}
    shared: Counter[date] = Counter()
    agreed: Counter[date] = Counter()
    for listed in lists:
        if listed.meeting_date and listed.councillor_id in came:
            shared[listed.meeting_date] += 1
            agreed[listed.meeting_date] += (listed.status == "present") == came[
                listed.councillor_id
            ]
    fitting = [
        day
        for day in shared
        if shared[day] >= FEWEST_SHARED and agreed[day] >= SHARE_AGREED * shared[day]
    ]
    return max(fitting, key=lambda day: (agreed[day] / shared[day], day), default=None)


def _marked(
    mark: GridMark,
    day: date | None,
    rule: str | None,
    paper: PaperRecord,
    members: Members,
    registers: Registers,
    grid: Grid,
) -> AttendanceStatement:
    party = mark.person.party or mark.party
    seat = _Seat(
        mark.person.role or mark.section or "member",
        mark.status,
        mark.person.council,
        party,
        mark.passage,
        "grid",
        rule,
        mark.mode,
    )
    year = meeting_year(day) if day else grid.meeting_year
    meeting = _Meeting(str(paper.board_id), day, year)
    return _statement(mark.person, seat, meeting, members, registers)


def _statement(
    person: Person, seat: _Seat, meeting: _Meeting, members: Members, registers: Registers
) -> AttendanceStatement:
    on = meeting.meeting_date
    council = registers.councils.resolve(seat.council, on) if seat.council else None
    party = registers.parties.resolve(seat.party, on) if seat.party else None
    known = members.identify(
        person,
        council.council_id if council else None,
        party.political_group if party else None,
    )
    listed = known.membership
    rules = [seat.rule] if seat.rule else []
    rules += [known.rule] if known.rule else []
    rules += [f"council_{council.rule}"] if council and council.is_inferred else []
    # Headings of a damaged grid are out of place, and an apology does not give the seat.
    capacity = listed.role if listed and seat.kind not in ("list", "register") else seat.capacity
    return AttendanceStatement(
        board_id=meeting.board_id,
        meeting_date=meeting.meeting_date,
        meeting_year=meeting.meeting_year,
        councillor_id=known.councillor_id,
        councillor_name=person.name,
        honours=person.honours,
        council_id=council.council_id if council else None,
        council_name=council.name if council else None,
        party=party.party if party else None,
        political_group=party.political_group if party else None,
        capacity=capacity,
        status=seat.status,
        mode=seat.mode,
        substitutes_for=_person_id(seat.stands_in_for, members),
        evidence_kind=seat.kind,
        is_inferred=bool(rules),
        inference_rule="; ".join(rules) or None,
        locator=seat.passage.span.locator,
        quote=seat.passage.quote(),
        meeting_type=meeting.meeting_type,
        proof=seat.proof,
    )


def _person_id(name: str | None, members: Members) -> str | None:
    return members.identify(Person(name)).councillor_id if name else None
