"""Officers that a note lists as present."""

import re
from collections.abc import Iterator, Sequence

from pipelines.documents import Passage
from pipelines.reference.registers import Registers
from pipelines.schema.records import OfficerAttendance, PaperRecord
from pipelines.structures.attendance.roll_entries import RollEntry
from pipelines.structures.names.patterns import BRACKET, JOB
from pipelines.structures.section_contents import SectionContents
from pipelines.structures.sections import Section

# Officers: Ann Bee, Cee Dee (Harbour Trust); Eff Gee (Quay Ltd).
OFFICERS = re.compile(
    r"^(?:lga\s+)?(?:officers?(?: present| in attendance)?|in attendance)\s*:\s*", re.IGNORECASE
)
GROUP_BREAK = re.compile(r"(?:(?<!\s)\s++)?;\s*")
NAME_BREAK = re.compile(r"(?:(?<!\s)\s++)?(?:,|\band\b|&)\s*")
ORGANISATION = re.compile(r"(?:(?<!\s)\s++)?\((?P<name>[^)]{0,300}+)\)\s*+$")


def read_officer_attendance(
    registers: Registers, paper: PaperRecord, contents: Sequence[SectionContents]
) -> list[OfficerAttendance]:
    """Read the officers of each note.

    Source: a line that opens with "Officers:", and the names under such a label, or beside such a
    position in an attendance list, without the title of a councillor. A semicolon ends a group;
    the organisation in brackets at its end is that of the whole group. A person's work in
    a bracket is not an organisation.

    Returns:
        One record per name in printed order; `organisation` is None if none is printed.
    """
    found = []
    for each in contents:
        section = each.section
        board_id = section.board.board_id if section.board else paper.board_id
        if section.kind != "note" or board_id is None:
            continue
        members = {entry.named.person.name for entry in each.roll if not entry.is_officer}
        for block in section.blocks:
            for name, organisation, quote in _officers(block.passage, registers):
                if name not in members:
                    found.append(_record(board_id, section, name, organisation, quote))
        for listed in each.listed:
            if listed.is_officer:
                found.append(
                    _record(board_id, section, listed.person.name, listed.council, listed.passage)
                )
        named = {record.name for record in found if record.meeting_date == section.meeting_date}
        for entry in () if each.listed else filter(_is_officer, each.roll):
            person, remark = entry.named.person, entry.named.remark
            if person.name not in named:
                organisation = None if remark is None or JOB.search(remark) else remark
                quote = entry.named.passage
                found.append(_record(board_id, section, person.name, organisation, quote))
    return found


def _is_officer(entry: RollEntry) -> bool:
    """Whether a register or roll names an officer under a label of their own."""
    return entry.is_officer and entry.status == "present"


def _record(
    board_id: str, section: Section, name: str, organisation: str | None, quote: Passage
) -> OfficerAttendance:
    return OfficerAttendance(
        board_id=board_id,
        meeting_date=section.meeting_date,
        name=name,
        organisation=organisation,
        locator=quote.span.locator,
        quote=quote.quote(),
        meeting_type=section.meeting_type,
    )


def _officers(passage: Passage, registers: Registers) -> Iterator[tuple[str, str | None, Passage]]:
    opening = OFFICERS.match(passage.text)
    if opening is None:
        return
    for group in GROUP_BREAK.split(passage.text[opening.end() :].rstrip(" .")):
        if len(BRACKET.findall(group)) > 1:
            return  # each name has its own bracket, so the roll can separate them
        organisation = ORGANISATION.search(group)
        if organisation and JOB.search(organisation["name"]):
            group, organisation = ORGANISATION.sub("", group), None
        for name in NAME_BREAK.split(ORGANISATION.sub("", group)):
            person = registers.people.parse(name)
            if person:
                yield person.name, organisation["name"] if organisation else None, passage
