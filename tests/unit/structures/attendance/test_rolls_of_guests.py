"""Guests, officers and substitutes of a roll, and members below labels with more to say."""

import pytest

from pipelines.structures.attendance.rolls import roll_labels
from tests.unit.structures.paper import blocks, registers
from tests.unit.structures.roll import roll

ROLLS = {
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
