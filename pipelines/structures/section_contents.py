"""The contents of a paper's sections, read once for all extractors."""

from collections.abc import Sequence
from dataclasses import dataclass

from pipelines.reference.registers import Registers
from pipelines.structures.attendance.attendance_registers import find_registers
from pipelines.structures.attendance.lists import ListedPerson, find_listed
from pipelines.structures.attendance.roll_entries import RollEntry
from pipelines.structures.attendance.rolls import find_roll
from pipelines.structures.minutes.items import NoteItem
from pipelines.structures.minutes.notes import read_numbered
from pipelines.structures.people.tables import find_people_tables
from pipelines.structures.sections import Section


@dataclass(frozen=True, slots=True)
class SectionContents:
    """A section and, if it is a note, its contents; empty for other sections.

    Attributes:
        items: The items of business in printed order.
        listed: The people of its attendance list.
        registered: The people of a register of attendance.
        roll: The same; without a register, the people in its lines and sentences.
    """

    section: Section
    items: tuple[NoteItem, ...] = ()
    listed: tuple[ListedPerson, ...] = ()
    registered: tuple[RollEntry, ...] = ()
    roll: tuple[RollEntry, ...] = ()


def read_contents(section: Section, registers: Registers) -> SectionContents:
    """Read the contents of a section; they are empty unless it is a note."""
    if section.kind != "note":
        return SectionContents(section)
    tables = find_people_tables(section.blocks, registers)
    registered = find_registers(tables, registers)
    return SectionContents(
        section=section,
        items=tuple(read_numbered(section.blocks, registers)),
        listed=tuple(find_listed(tables, section.meeting_date, registers)),
        registered=tuple(registered),
        roll=tuple(_with_guests(registered, find_roll(section.blocks, registers))),
    )


def _with_guests(registered: Sequence[RollEntry], roll: Sequence[RollEntry]) -> Sequence[RollEntry]:
    """The people of a register, and guests that lines outside it name; else those of the roll."""
    if not registered:
        return roll
    known = {each.named.person.name for each in registered}
    guests = [each for each in roll if each.is_guest and each.named.person.name not in known]
    return [*registered, *guests]
