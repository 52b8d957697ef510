"""Guests, officers and substitutes of a roll, and members below labels with more to say."""

import pytest

from pipelines.structures.attendance.rolls import roll_labels
from tests.unit.structures.paper import blocks, registers
from tests.unit.structures.roll import roll

ROLLS = {
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
    "members who are but in attendance": (
        "In Attendance\n\nCouncillors A Fenn (AF) Chair, C Moss (CM)\n\nJo Reed (Clerk)",
        [
            ("A Fenn", "present", "chair"),
            ("C Moss", "present", "member"),
            ("Jo Reed", "present", "officer"),
        ],
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
    "substitutes with a label": (
        "PRESENT: Cllr Ann Fenn\n\nSubstitutes: Cllr Cy Moss (for Cllr Reed)",
        [("Ann Fenn", "present", "member"), ("Cy Moss", "present", "substitute")],
    ),
    "substitutes of a list of members": ("Substitutes\n\nCllr Ann Fenn\n\nCllr Cy Moss", []),
    "a label that goes on as a sentence": (
        "Present at both sittings unless shown otherwise:\n\nCouncillor Ann Fenn (Chair)\n\n"
        "Councillor Cy Moss (3 March only)",
        [("Ann Fenn", "present", "chair"), ("Cy Moss", "present", "member")],
    ),
    "members who may not vote, and a reserve": (
        "Present: Cllr Ann Fenn, Cllr Bo Larch\n\n"
        "In remote attendance (not voting): Cllr Cy Moss\n\n"
        "Reserve member (in attendance, not voting): Cllr Jo Reed\n\n"
        "Observer: Cllr Di Sedge, Chair of the Authority",
        [
            ("Ann Fenn", "present", "member"),
            ("Bo Larch", "present", "member"),
            ("Cy Moss", "present", "in_attendance"),
            ("Jo Reed", "present", "in_attendance"),
            ("Di Sedge", "present", "in_attendance"),
        ],
    ),
    "officers whose label has lost its column": (
        "Present\n\nCllr Ann Fenn\n\nApologies\n\nCllr Cy Moss\n\n"
        "LGA officers Jo Reed (JR), Bo Larch (BL)",
        [
            ("Ann Fenn", "present", "member"),
            ("Cy Moss", "apologies", "member"),
            ("Jo Reed", "present", "officer"),
            ("Bo Larch", "present", "officer"),
        ],
    ),
    "apologies whose label has no mark": (
        "Present: Ann Fenn. In attendance: Bo Larch.\n\nApologies Cy Moss, Cllrs Reed and Sedge",
        [
            ("Ann Fenn", "present", "member"),
            ("Bo Larch", "present", "officer"),
            ("Cy Moss", "apologies", "member"),
            ("Reed", "apologies", "member"),
            ("Sedge", "apologies", "member"),
        ],
    ),
    "groups, and a sign that a legend explains": (
        "Present:\n\nResidents’ Group\n\nAnn Fenn, Cy Moss\n\nTeal Group\n\n+Jo Reed\n\n"
        "+Substitute members: Councillor Jo Reed (for Bo Larch)",
        [
            ("Ann Fenn", "present", "member"),
            ("Cy Moss", "present", "member"),
            ("Jo Reed", "present", "substitute"),
        ],
    ),
    "members below the word attendance": (
        "In attendance\n\nMembers:\n\nCllr Ann Fenn (Chair)\n\nLord Cy Moss",
        [("Ann Fenn", "present", "chair"), ("Cy Moss", "present", "member")],
    ),
    "one who came for another": (
        "Present: Cllr A Fenn\n\nSubstitutes: Councillor C Moss for Councillor J Reed\n\n"
        "Apologies: Chief Constable Ed Larch",
        [
            ("A Fenn", "present", "member"),
            ("C Moss", "present", "substitute"),
            ("Ed Larch", "apologies", "member"),
        ],
    ),
    "guests in a sentence": (
        "Present: Cllr Ann Fenn\n\n"
        "Councillor Cy Moss, Cabinet Member for Quays, and Councillor Jo Reed "
        "were also present for parts of the meeting.",
        [
            ("Ann Fenn", "present", "member"),
            ("Cy Moss", "present", "in_attendance"),
            ("Jo Reed", "present", "in_attendance"),
        ],
    ),
    "apologies below their title, and more of them behind a sentence": (
        "Present: Cllr Ann Fenn\n\n1 Apologies for absence\n\n"
        "Received and accepted from Cllr Cy Moss (holiday). "
        "The bus was late. Mr Jo Reed had sent his apologies.",
        [
            ("Ann Fenn", "present", "member"),
            ("Cy Moss", "apologies", "member"),
            ("Jo Reed", "apologies", "member"),
        ],
    ),
    "a firm behind a guest": (
        "Present: Cllr Ann Fenn\n\nGuest: Ms Di Sedge, Reed Larch LLP",
        [("Ann Fenn", "present", "member"), ("Di Sedge", "present", "in_attendance")],
    ),
}


@pytest.mark.parametrize(("text", "expected"), ROLLS.values(), ids=ROLLS)
def test_rolls(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert roll(text) == expected


def test_each_line_has_the_label_that_its_names_are_under() -> None:
    text = "Ferry Board\n\nPresent\n\nCllr Ann Fenn\n\nApologies: Cllr Cy Moss\n\n2. The pier"
    found = roll_labels(blocks(text), registers())
    assert [(line.text, label.status if label else None) for line, label in found] == [
        ("Ferry Board", None),
        ("Present", "present"),
        ("Cllr Ann Fenn", "present"),
        ("Apologies: Cllr Cy Moss", "apologies"),
        ("2. The pier", None),
    ]
