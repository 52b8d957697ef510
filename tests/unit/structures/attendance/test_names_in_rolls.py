"""Names in rolls: letters, jobs and wards beside them, and lists that have lost their commas."""

import pytest

from tests.unit.structures.roll import roll

NAMES = {
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
    "a stop for a comma": (
        "Present: R Fenn, A. Moss. P. Reed",
        [
            ("R Fenn", "present", "member"),
            ("A. Moss", "present", "member"),
            ("P. Reed", "present", "member"),
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
    "a surname that is a borough's too": (
        "Members Present: Cllrs Fenn, Moss, and Stafford (Chairman).",
        [
            ("Fenn", "present", "member"),
            ("Moss", "present", "member"),
            ("Stafford", "present", "chair"),
        ],
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
    "bracketed initials, and jobs after them": (
        "Present:\n\nDr Ann Fenn (AF) Clinical Chair\n\nCy Moss (CM) Lay Member for Audit",
        [("Ann Fenn", "present", "member"), ("Cy Moss", "present", "member")],
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
    "a role that hangs on the name": (
        "Present: Ann Fenn-Chairman (AF), Cy Moss (CM)",
        [("Ann Fenn", "present", "chair"), ("Cy Moss", "present", "member")],
    ),
}


@pytest.mark.parametrize(("text", "expected"), NAMES.values(), ids=NAMES)
def test_whose_names_a_roll_has(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert roll(text) == expected
