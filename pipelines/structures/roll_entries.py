"""The entries of a roll, and what the whole of it tells of each."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from pipelines.structures.name_lists import NamedPerson
from pipelines.structures.name_patterns import SEAT_ELSEWHERE


@dataclass(frozen=True, slots=True)
class RollEntry:
    """One name of a roll; `is_officer` where an officer is named among those who came."""

    named: NamedPerson
    status: str
    capacity: str
    mode: str | None
    is_officer: bool
    kind: str


def with_guests(entries: Sequence[RollEntry]) -> list[RollEntry]:
    """Entries with councillors of a higher council in attendance, where most sit on this one."""
    came = [each for each in entries if each.status == "present" and not each.is_officer]
    others = [each for each in came if SEAT_ELSEWHERE.match(each.named.remark or "")]
    if len(others) * 2 >= len(came):
        return list(entries)
    return [
        replace(each, capacity="in_attendance") if any(each is other for other in others) else each
        for each in entries
    ]


def with_whole_names(entries: Sequence[RollEntry]) -> list[RollEntry]:
    """Entries whose bare surname is that of one person of the roll, under that person's name.

    Somebody who came is not the one of that surname who is excused.
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
