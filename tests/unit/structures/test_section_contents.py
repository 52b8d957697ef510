"""What a section holds: of a note its items and its people, of another section nothing."""

from pipelines.structures.section_contents import SectionContents, read_contents
from pipelines.structures.sections import Section, SectionKind
from tests.unit.structures.paper import blocks, registers

NOTE = "PRESENT: Ann Fenn, Cy Moss\n\n1. Apologies\n\nNone came.\n\n2. The pier\n\nIt stands."
REGISTER = "Attendee\tAttendance\nAnn Fenn\tPresent\nJo Reed\tAbsent"
LIST = "Position\tName\nChair\tKit Larch"


def contents(text: str, kind: SectionKind = "note") -> SectionContents:
    section = Section(kind, None, None, None, None, None, (), tuple(blocks(text)))
    return read_contents(section, registers())


def test_a_note_has_items_and_a_roll() -> None:
    found = contents(NOTE)
    assert [item.title.text for item in found.items if item.title] == ["Apologies", "The pier"]
    assert [entry.named.person.name for entry in found.roll] == ["Ann Fenn", "Cy Moss"]
    assert (found.listed, found.registered) == ((), ())


def test_a_register_of_attendance_is_the_roll() -> None:
    found = contents(f"{NOTE}\n\n{REGISTER}")
    assert [entry.named.person.name for entry in found.roll] == ["Ann Fenn", "Jo Reed"]
    assert found.registered == found.roll


def test_a_list_of_a_note_is_no_roll() -> None:
    found = contents(f"{NOTE}\n\n{LIST}")
    assert [person.person.name for person in found.listed] == ["Kit Larch"]
    assert [entry.named.person.name for entry in found.roll] == ["Ann Fenn", "Cy Moss"]


def test_a_section_that_is_no_note_holds_nothing() -> None:
    found = contents(f"{NOTE}\n\n{LIST}", "pack")
    assert found == SectionContents(found.section)
