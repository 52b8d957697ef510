"""Rolls of minutes in the house styles of councils, boards and schools."""

import pytest

from pipelines.readers.reading import read_document
from pipelines.reference.registers import load_registers
from pipelines.runtime.places import REFERENCE
from pipelines.structures.attendance.rolls import find_roll
from tests.unit.structures.roll import roll

PRESENT = {
    "an empty bracket before the names": (
        "PRESENT: (), Councillors Fenn and Moss",
        [("Fenn", "present", "member"), ("Moss", "present", "member")],
    ),
    "initials of a council before the title, and when somebody came": (
        "Present: Cllr Ann Fenn (Chair), HDC Cllr Cy Moss arrived at 8.00 p.m. "
        "with Jo Reed (Town Clerk)",
        [
            ("Ann Fenn", "present", "chair"),
            ("Cy Moss", "present", "member"),
            ("Jo Reed", "present", "officer"),
        ],
    ),
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
    "who presided, and the clerk": (
        "PRESENT: Councillor D. Fenn (chairman), who presided, Councillors Mrs G. Moss and J. Reed,"
        " and the clerk A. Sedge and the assistant to the clerk Mrs J. Larch.",
        [
            ("D. Fenn", "present", "chair"),
            ("G. Moss", "present", "member"),
            ("J. Reed", "present", "member"),
            ("A. Sedge", "present", "officer"),
            ("J. Larch", "present", "officer"),
        ],
    ),
    "a clerk after a dash, and one in a bracket": (
        "Present: Cllrs J Fenn, A Moss and the Clerk – Reed Sedge\n\n"
        "Present: Ann Larch (Chair) and Sue Broom (Clerk).",
        [
            ("J Fenn", "present", "member"),
            ("A Moss", "present", "member"),
            ("Reed Sedge", "present", "officer"),
            ("Ann Larch", "present", "chair"),
            ("Sue Broom", "present", "officer"),
        ],
    ),
    "a stop for a comma": (
        "Present: R Fenn, A. Moss. P. Reed",
        [
            ("R Fenn", "present", "member"),
            ("A. Moss", "present", "member"),
            ("P. Reed", "present", "member"),
        ],
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
    "initials, seats and jobs without commas": (
        "PRESENT\n\nMr C Fenn [CF] Chair (FG); Mr M Moss [MM] Headmaster (SG); Dr S Reed [SR] (PG)",
        [
            ("C Fenn", "present", "chair"),
            ("M Moss", "present", "member"),
            ("S Reed", "present", "member"),
        ],
    ),
    "letters after a comma": (
        "Councillors G.O.Fenn, MBE, J.Arwel Moss and R.Reed.",
        [
            ("G.O. Fenn", "present", "member"),
            ("J. Arwel Moss", "present", "member"),
            ("R. Reed", "present", "member"),
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
    "a surname that is a borough's too": (
        "Members Present: Cllrs Fenn, Moss, and Stafford (Chairman).",
        [
            ("Fenn", "present", "member"),
            ("Moss", "present", "member"),
            ("Stafford", "present", "chair"),
        ],
    ),
    "a mayor by office": (
        "Present\n\nCllr G Fenn, Town Mayor\n\nCllr S Moss, Deputy Mayor",
        [("G Fenn", "present", "member"), ("S Moss", "present", "member")],
    ),
    "initials without brackets, and jobs after them": (
        "Present:\n\nAnn Fenn AF Lay Member for Finance\n\nDr Cy Moss CM Medical Director\n\n"
        "Jo Reed JR Ivy Sedge IS, Mary Broom MBE",
        [
            ("Ann Fenn", "present", "member"),
            ("Cy Moss", "present", "member"),
            ("Jo Reed", "present", "member"),
            ("Ivy Sedge", "present", "member"),
            ("Mary Broom", "present", "member"),
        ],
    ),
    "names run on after a bracket": (
        "Present: A Fenn (Chairman) C Moss & J Reed (JR) Ivor Sedge (IS)",
        [
            ("A Fenn", "present", "chair"),
            ("C Moss", "present", "member"),
            ("J Reed", "present", "member"),
            ("Ivor Sedge", "present", "member"),
        ],
    ),
    "two who share a surname": (
        "Present: Ann & Cy Fenn, Jo and Ivy Moss, Tom Reed",
        [
            ("Ann Fenn", "present", "member"),
            ("Cy Fenn", "present", "member"),
            ("Jo Moss", "present", "member"),
            ("Ivy Moss", "present", "member"),
            ("Tom Reed", "present", "member"),
        ],
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
    "members who are but in attendance": (
        "In Attendance\n\nCouncillors A Fenn (AF) Chair, C Moss (CM)\n\nJo Reed (Clerk)",
        [
            ("A Fenn", "present", "chair"),
            ("C Moss", "present", "member"),
            ("Jo Reed", "present", "officer"),
        ],
    ),
    "a label set wide, and a seat on a line of its own": (
        "P r e s e n t:\n\nMetro Mayor A Fenn\n\n(in the Chair)\n\nCouncillor C Moss",
        [("A Fenn", "present", "chair"), ("C Moss", "present", "member")],
    ),
    "esquires, and a line of staff": (
        "PRESENT\n\nA Fenn Esq., C Moss Esq., Elected Members.\n\n"
        "J Reed Esq., Clerk to the Board, Mrs I Sedge, Finance Officer",
        [
            ("A Fenn", "present", "member"),
            ("C Moss", "present", "member"),
            ("J Reed", "present", "officer"),
            ("I Sedge", "present", "officer"),
        ],
    ),
    "a list that goes over into a sentence": (
        "Present: Cllr A Fenn, Cllr C Moss, Jo Reed, the clerk, was there.",
        [("A Fenn", "present", "member"), ("C Moss", "present", "member")],
    ),
    "a seat elsewhere, a role and a job without commas": (
        "Present:\n\nCllr Ann Fenn County Councillor\n\nCy Moss Chair (CM)\n\nMr J Reed Clerk",
        [
            ("Ann Fenn", "present", "member"),
            ("Cy Moss", "present", "chair"),
            ("J Reed", "present", "officer"),
        ],
    ),
    "the clerk at the end of a row of councillors": (
        "Present: Cllrs A Fenn (AF), C Moss (CM), J Reed (JR, Clerk)",
        [
            ("A Fenn", "present", "member"),
            ("C Moss", "present", "member"),
            ("J Reed", "present", "officer"),
        ],
    ),
    "guests below the members": (
        "Present:\n\nChair: Ann Fenn\n\nDirectors: Cy Moss, Jo Reed\n\n"
        "Visiting Members: Ivy Sedge, Tom Larch",
        [
            ("Ann Fenn", "present", "chair"),
            ("Cy Moss", "present", "member"),
            ("Jo Reed", "present", "member"),
            ("Ivy Sedge", "present", "in_attendance"),
            ("Tom Larch", "present", "in_attendance"),
        ],
    ),
    "a group of members after the label": (
        "Present: PCC Members: Revd Ann Fenn (Chairman), Cy Moss",
        [("Ann Fenn", "present", "chair"), ("Cy Moss", "present", "member")],
    ),
    "bracketed initials, and jobs after them": (
        "Present:\n\nDr Ann Fenn (AF) Clinical Chair\n\nCy Moss (CM) Lay Member for Audit",
        [("Ann Fenn", "present", "member"), ("Cy Moss", "present", "member")],
    ),
    "guests from the district and the county": (
        "Present: Councillors: Fenn (AF), Moss (CM), Sedge (IS); District Councillor Jo Reed (JR), "
        "Tom Larch (County Councillor)",
        [
            ("Fenn", "present", "member"),
            ("Moss", "present", "member"),
            ("Sedge", "present", "member"),
            ("Jo Reed", "present", "in_attendance"),
            ("Tom Larch", "present", "in_attendance"),
        ],
    ),
    "a county's own councillors": (
        "Present: County Councillors A Fenn, C Moss and County Councillor J Reed",
        [
            ("A Fenn", "present", "member"),
            ("C Moss", "present", "member"),
            ("J Reed", "present", "member"),
        ],
    ),
    "staff in a bracket": (
        "Board members present: Ann Fenn, Cy Moss, Jo Reed (staff)",
        [
            ("Ann Fenn", "present", "member"),
            ("Cy Moss", "present", "member"),
            ("Jo Reed", "present", "officer"),
        ],
    ),
    "seats for titles, and how many parishioners": (
        "Present:\n\nVice-Chairman Ann Fenn\n\nCouncillors: C. Moss, J. Reed Parishioners: 2",
        [
            ("Ann Fenn", "present", "vice_chair"),
            ("C. Moss", "present", "member"),
            ("J. Reed", "present", "member"),
        ],
    ),
    "offices that hold an and": (
        "Trustees Present:\n\nAnn Fenn, Disabled Students and Carers' Officer\n\n"
        "Cy Moss, Co-President Activities & Events\n\nWill Reed – Entertainments Officer",
        [
            ("Ann Fenn", "present", "member"),
            ("Cy Moss", "present", "member"),
            ("Will Reed", "present", "member"),
        ],
    ),
    "wards behind names with letters": (
        "PRESENT: A.B. Fenn, Harbour Ward, Mrs C. Moss, Quay Ward, Jo Reed and Ann Ward",
        [
            ("A.B. Fenn", "present", "member"),
            ("C. Moss", "present", "member"),
            ("Jo Reed", "present", "member"),
            ("Ann Ward", "present", "member"),
        ],
    ),
    "a councillor of the county between those of the village": (
        "PRESENT\n\nCllr A Fenn (Chair) Cllr C Moss County Cllr J Reed Cllr I Sedge",
        [
            ("A Fenn", "present", "chair"),
            ("C Moss", "present", "member"),
            ("J Reed", "present", "in_attendance"),
            ("I Sedge", "present", "member"),
        ],
    ),
    "a numbered label, staff and public": (
        "Minute no. 1 – Members Present\n\nCouncillors:\n\nA Fenn\n\nC Moss\n\n"
        "Council Employees Present: Clerk Jo Reed\n\nMembers of the Public Present: Cllr I Sedge",
        [
            ("A Fenn", "present", "member"),
            ("C Moss", "present", "member"),
            ("Jo Reed", "present", "officer"),
            ("I Sedge", "present", "in_attendance"),
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
    "substitutes with a label": (
        "PRESENT: Cllr Ann Fenn\n\nSubstitutes: Cllr Cy Moss (for Cllr Reed)",
        [("Ann Fenn", "present", "member"), ("Cy Moss", "present", "substitute")],
    ),
    "substitutes of a list of members": ("Substitutes\n\nCllr Ann Fenn\n\nCllr Cy Moss", []),
    "a role that hangs on the name": (
        "Present: Ann Fenn-Chairman (AF), Cy Moss (CM)",
        [("Ann Fenn", "present", "chair"), ("Cy Moss", "present", "member")],
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
