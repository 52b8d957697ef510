"""Officers whom a note names as present."""

import re
from collections.abc import Iterator, Sequence

from pipelines.documents import Passage
from pipelines.records import OfficerAttendance, PaperRecord
from pipelines.reference.registers import Registers
from pipelines.structures.sections import Section

# Officers: Ann Bee, Cee Dee (Harbour Trust); Eff Gee (Quay Ltd).
OFFICERS = re.compile(
    r"^(?:lga\s+)?(?:officers?(?: present| in attendance)?|in attendance)\s*:\s*", re.IGNORECASE
)
GROUP_BREAK = re.compile(r"\s*;\s*")
NAME_BREAK = re.compile(r"\s*(?:,|\band\b|&)\s*")
ORGANISATION = re.compile(r"\s*\((?P<name>[^)]*)\)\s*$")


def read_officer_attendance(
    registers: Registers, paper: PaperRecord, sections: Sequence[Section]
) -> list[OfficerAttendance]:
    """Read the officers of each note.

    Source: a line that opens with "Officers:". A semicolon ends a group; the organisation in
    brackets at its end is that of the whole group.

    Returns:
        One record per name in printed order; `organisation` is None where none is printed.
    """
    found = []
    for section in sections:
        board_id = section.board.board_id if section.board else paper.board_id
        if section.kind != "note" or board_id is None:
            continue
        for block in section.blocks:
            for name, organisation, quote in _officers(block.passage, registers):
                found.append(
                    OfficerAttendance(
                        board_id=board_id,
                        meeting_date=section.meeting_date,
                        name=name,
                        organisation=organisation,
                        locator=quote.span.locator,
                        quote=quote.quote(),
                    )
                )
    return found


def _officers(passage: Passage, registers: Registers) -> Iterator[tuple[str, str | None, Passage]]:
    opening = OFFICERS.match(passage.text)
    if opening is None:
        return
    for group in GROUP_BREAK.split(passage.text[opening.end() :].rstrip(" .")):
        organisation = ORGANISATION.search(group)
        for name in NAME_BREAK.split(ORGANISATION.sub("", group)):
            person = registers.people.parse(name)
            if person:
                yield person.name, organisation["name"] if organisation else None, passage
