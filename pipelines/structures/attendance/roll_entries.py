"""The entries of a roll, and corrections that use the whole roll."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from pipelines.reference.meetings.roll_words import RollWords
from pipelines.reference.registers import Registers
from pipelines.structures.attendance.columns.reading import RollLine
from pipelines.structures.attendance.roll_labels import STAFF, RollLabel
from pipelines.structures.names.lists import NamedPerson, NameList, told_in_cell
from pipelines.structures.names.patterns import BRACKET, JOB, SEAT_ELSEWHERE

# A, AB: letters of given names, in a bracket behind a surname
LETTERS = re.compile(r"^[A-Z]{1,2}$")
LONGEST_BRACKETS = 80  # characters of what brackets say of one person


@dataclass(frozen=True, slots=True)
class RollEntry:
    """One name of a roll; `is_officer` if an officer is listed among those who came.

    `in_table` if a cell of a table prints it. `rule` says how the name was completed; None if it
    is as printed.
    """

    named: NamedPerson
    status: str
    capacity: str
    mode: str | None
    is_officer: bool
    kind: str
    rule: str | None = None
    in_table: bool = False

    @property
    def is_guest(self) -> bool:
        """Whether a line outside tables names somebody who came and is no member or officer."""
        is_other = self.capacity == "in_attendance" and not self.is_officer
        return is_other and self.status == "present" and not self.in_table


def entries_in(
    line: RollLine, names: NameList, opened: RollLabel, registers: Registers, kind: str
) -> Iterator[RollEntry]:
    """The entries of names in a line, with what cells beside the name say, and words to quote."""
    if len(names.people) == 1:
        (named,) = names.people
        for words in line.told:
            named = told_in_cell(named, words, registers)
        names = replace(names, people=(named,))
    for entry in entries_of(names, opened, registers.roll_words, kind):
        passage = line.quoted or entry.named.passage
        named = replace(entry.named, passage=passage)
        yield replace(entry, named=named, in_table=line.in_table)


def entries_of(
    names: NameList, opened: RollLabel, words: RollWords, kind: str
) -> Iterator[RollEntry]:
    """The entries of a row of names under a label; a row that begins with the clerk is of staff."""
    are_staff = bool(names.people) and bool(STAFF.search(names.people[0].remark or ""))
    for named in names.people:
        label = _label_behind(named, opened, words)
        is_guest = label.capacity == "in_attendance"
        is_below_officers = label.holds_officers and named.is_councillor
        job = named.remark or ""
        has_job = bool(STAFF.search(job)) or ((are_staff or is_guest) and bool(JOB.search(job)))
        is_officer = (label.holds_officers or has_job) and not named.is_councillor
        # The chair of another body is a guest here.
        capacity = label.capacity if is_guest else named.person.role or label.capacity
        capacity = "in_attendance" if is_below_officers else capacity
        if named.stands_in_for and label.status == "present":
            capacity = "substitute"
        # Somebody who "could not come by video" did not attend at all.
        mode = (named.mode or label.mode) if label.status == "present" else None
        yield RollEntry(named, label.status, capacity, mode, is_officer, kind)


def _label_behind(named: NamedPerson, label: RollLabel, words: RollWords) -> RollLabel:
    """The label of a name, or what a bracket behind it says instead: (Apologies), (absent)."""
    brackets = " ".join([*BRACKET.findall(named.passage.text), named.remark or ""])
    if label.status != "present" or len(brackets) > LONGEST_BRACKETS:
        return label
    for status in ("apologies", "absent"):
        if getattr(words, status).search(brackets):
            return replace(label, status=status)
    return label


def only_attend(entries: Sequence[RollEntry]) -> bool:
    """Whether minutes list their members, including a councillor or chair, as in attendance."""
    came = [entry for entry in entries if entry.status == "present"]
    return any(entry.named.is_councillor or entry.named.person.role for entry in came) and all(
        entry.is_officer or entry.capacity == "in_attendance" or entry.kind != "list"
        for entry in came
        if not entry.named.stands_in_for
    )


def is_member(entry: RollEntry) -> bool:
    """Whether an entry of a list says that a member attended."""
    is_guest = entry.is_officer or entry.capacity == "in_attendance"
    return entry.status == "present" and entry.kind == "list" and not is_guest


def whole_roll(entries: Sequence[RollEntry]) -> list[RollEntry]:
    """Entries with whole names, one per person and status, preferably one with a substitution."""
    entries = _with_guests(_with_whole_names(_with_letters(entries)))
    seen: set[tuple[str, str, bool]] = set()
    found = []
    stand_ins: dict[str, RollEntry] = {}
    for entry in entries:
        if entry.named.stands_in_for:
            stand_ins.setdefault(entry.named.person.name, entry)
    for entry in entries:
        key = (entry.named.person.name.casefold(), entry.status, entry.is_officer)
        if key not in seen:
            seen.add(key)
            stand_in = stand_ins.get(entry.named.person.name)
            found.append(stand_in if stand_in and stand_in.status == entry.status else entry)
    return found


def _with_guests(entries: Sequence[RollEntry]) -> list[RollEntry]:
    """Entries with councillors of a higher council in attendance, where most sit on this one."""
    came = [each for each in entries if each.status == "present" and not each.is_officer]
    if sum(bool(each.named.person.council) for each in came) * 2 >= len(came):
        return list(entries)  # a joint body, whose members are listed with their councils
    others = [each for each in came if SEAT_ELSEWHERE.match(each.named.remark or "")]
    if len(others) * 2 >= len(came):
        return list(entries)
    return [
        replace(each, capacity="in_attendance") if any(each is other for other in others) else each
        for each in entries
    ]


def _with_letters(entries: Sequence[RollEntry]) -> list[RollEntry]:
    """Entries with the initials that distinguish equal surnames: Bee (A), Bee (C)."""
    letters: dict[str, set[str]] = {}
    for entry in entries:
        name, remark = entry.named.person.name, entry.named.remark or ""
        if " " not in name and LETTERS.match(remark):
            letters.setdefault(name, set()).add(remark)

    def lettered(entry: RollEntry) -> RollEntry:
        person, remark = entry.named.person, entry.named.remark or ""
        if remark not in letters.get(person.name, ()) or len(letters[person.name]) == 1:
            return entry
        person = replace(person, name=f"{remark} {person.name}")
        return replace(entry, named=replace(entry.named, person=person, remark=None))

    return [lettered(entry) for entry in entries]


def _with_whole_names(entries: Sequence[RollEntry]) -> list[RollEntry]:
    """Replace a bare surname by the full name of the one person of the roll who has it.

    A person who came is not the excused person of the same surname.
    """
    people: dict[tuple[str, bool], set[str]] = {}
    for entry in entries:
        named = [(entry.named.person.name, entry.status == "present")]
        named += [(entry.named.stands_in_for, False)] if entry.named.stands_in_for else []
        for name, came in named:
            if " " in name:
                people.setdefault((name.split()[-1], came), set()).add(name)

    def whole(name: str, came: bool) -> str:
        meant = people.get((name, came), set())
        return next(iter(meant)) if len(meant) == 1 else name

    found = []
    for entry in entries:
        person, other = entry.named.person, entry.named.stands_in_for
        person = replace(person, name=whole(person.name, entry.status == "present"))
        other = whole(other, False) if other else None
        found.append(replace(entry, named=replace(entry.named, person=person, stands_in_for=other)))
    return found
