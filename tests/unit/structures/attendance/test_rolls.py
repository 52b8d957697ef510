"""The labels and seats of rolls in the house styles of councils, boards and schools."""

import pytest

from pipelines.readers.reading import read_document
from pipelines.reference.registers import load_registers
from pipelines.runtime.places import REFERENCE
from pipelines.structures.attendance.rolls import find_roll
from tests.unit.structures.roll import roll

PRESENT = {
    "labels within one paragraph": (
        "PRESENT: Councillor A. Fenn (Chairman) Councillors: B. Moss and C. Reed. "
        "ALSO PRESENT: Councillor D. Sedge. APOLOGY: Councillor E. Larch.",
        [
            ("A. Fenn", "present", "chair"),
            ("B. Moss", "present", "member"),
            ("C. Reed", "present", "member"),
            ("D. Sedge", "present", "in_attendance"),
            ("E. Larch", "apologies", "member"),
        ],
    ),
    "a dotted label": (
        "Present … Councillors: Ann Fenn (In the Chair) & Cy Moss.",
        [("Ann Fenn", "present", "chair"), ("Cy Moss", "present", "member")],
    ),
    "groups in sentences of their own": (
        "PRESENT: Councillor Ann Fenn and Cy Moss. Parish Representatives: Councillor Reed "
        "(Lea Parish Council).",
        [
            ("Ann Fenn", "present", "member"),
            ("Cy Moss", "present", "member"),
            ("Reed", "present", "member"),
        ],
    ),
    "sub-labels of chair, councillors, clerk and public": (
        "Present: Chairman: Cllr Mrs Fenn Councillors: Mrs Moss, Reed\n"
        "Clerk: Mrs Sedge Members of the public: Ann Larch",
        [
            ("Fenn", "present", "chair"),
            ("Moss", "present", "member"),
            ("Reed", "present", "member"),
            ("Sedge", "present", "officer"),
        ],
    ),
    "trustees by surname": (
        "Present: Trustees Fenn (Chair), Moss and the Clerk",
        [("Fenn", "present", "chair"), ("Moss", "present", "member")],
    ),
    "a mayor by office": (
        "Present\n\nCllr G Fenn, Town Mayor\n\nCllr S Moss, Deputy Mayor",
        [("G Fenn", "present", "member"), ("S Moss", "present", "member")],
    ),
    "an office before each name": (
        "Present: Chairman: Ann Fenn; Treasurer-Cy Moss; Committee Members–Jo Reed, Ivy Sedge",
        [
            ("Ann Fenn", "present", "chair"),
            ("Cy Moss", "present", "member"),
            ("Jo Reed", "present", "member"),
            ("Ivy Sedge", "present", "member"),
        ],
    ),
    "the chair, on the line above": (
        "Chair: Cllr Fenn (AF)\n\nPresent: Councillors: Moss (CM); Reed (JR)",
        [
            ("Fenn", "present", "chair"),
            ("Moss", "present", "member"),
            ("Reed", "present", "member"),
        ],
    ),
    "the seats of one person each, on lines of their own": (
        "PRESENT: CHAIR\n\nCllr A Fenn\n\nVICE CHAIR\n\nCllr C Moss\n\nWEIR BOROUGH COUNCIL\n\n"
        "Councillors J Reed, I Broom",
        [
            ("A Fenn", "present", "chair"),
            ("C Moss", "present", "vice_chair"),
            ("J Reed", "present", "member"),
            ("I Broom", "present", "member"),
        ],
    ),
    "a label set wide, and a seat on a line of its own": (
        "P r e s e n t:\n\nMetro Mayor A Fenn\n\n(in the Chair)\n\nCouncillor C Moss",
        [("A Fenn", "present", "chair"), ("C Moss", "present", "member")],
    ),
    "a group of members after the label": (
        "Present: PCC Members: Revd Ann Fenn (Chairman), Cy Moss",
        [("Ann Fenn", "present", "chair"), ("Cy Moss", "present", "member")],
    ),
    "seats for titles, and how many parishioners": (
        "Present:\n\nVice-Chairman Ann Fenn\n\nCouncillors: C. Moss, J. Reed Parishioners: 2",
        [
            ("Ann Fenn", "present", "vice_chair"),
            ("C. Moss", "present", "member"),
            ("J. Reed", "present", "member"),
        ],
    ),
    "those present, in a sentence": (
        "The chair welcomed them. Those in attendance were Councillors Fenn, Moss, District "
        "Councillor Reed and the Clerk, Mrs I Sedge.",
        [
            ("Fenn", "present", "member"),
            ("Moss", "present", "member"),
            ("Reed", "present", "in_attendance"),
            ("I Sedge", "present", "officer"),
        ],
    ),
    "what a bracket says instead of the label": (
        "PRESENT\n\nCllr Ann Fenn – Chair\n\nCllr Cy Moss – Member (Apologies)\n\n"
        "Cllr Jo Reed (absent)",
        [
            ("Ann Fenn", "present", "chair"),
            ("Cy Moss", "apologies", "member"),
            ("Jo Reed", "absent", "member"),
        ],
    ),
    "a label without a mark within a line": (
        "PRESENT: Cllr Ann Fenn, Cllr Cy Moss Apologies Cllr Jo Reed",
        [
            ("Ann Fenn", "present", "member"),
            ("Cy Moss", "present", "member"),
            ("Jo Reed", "apologies", "member"),
        ],
    ),
}


@pytest.mark.parametrize(("text", "expected"), PRESENT.values(), ids=PRESENT)
def test_who_was_there(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert roll(text) == expected


def test_jobs_beside_names_do_not_end_a_table_of_those_present() -> None:
    rows = "".join(
        f"<tr><td>Cllr {name}</td><td>Keeper of the quay and the lights of the outer harbour</td>"
        "<td>(kq)</td></tr>"
        for name in ("Ann Fenn", "Cy Moss", "Jo Reed", "Ivy Sedge")
    )
    page = f"<!DOCTYPE html><html><body><p>Present:</p><table>{rows}</table></body></html>"
    blocks = list(read_document(page.encode(), "page.html").blocks)
    names = [entry.named.person.name for entry in find_roll(blocks, load_registers(REFERENCE))]
    assert names == ["Ann Fenn", "Cy Moss", "Jo Reed", "Ivy Sedge"]
