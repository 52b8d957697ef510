"""Labels of a roll: which words are one, what it says, and where one stands within a line."""

import pytest

from pipelines.structures.attendance.roll_labels import (
    MOST_WORDS,
    RollLabel,
    label_of,
    meaning_of,
    members_label_of,
    pieces,
)
from tests.unit.structures.paper import line, registers


@pytest.mark.parametrize(
    ("text", "label", "names"),
    [
        ("PRESENT: Ann Fenn", "present", "Ann Fenn"),
        ("Present - Councillors Fenn", "present", "Councillors Fenn"),
        ("Members present Councillor Fenn", "members present", "Councillor Fenn"),
        ("Present A B Fenn", "present", "A B Fenn"),
        ("4. Apologies for absence", "apologies for absence", ""),
        ("Item 4: Apologies: Ann Fenn", "apologies", "Ann Fenn"),
        ("Yn bresennol: Ann Fenn", "yn bresennol", "Ann Fenn"),
        ("P r e s e n t:", "present", ""),
        ("Regrets: Ann Fenn", "regrets", "Ann Fenn"),
        ("Those not able to attend: Ann Fenn", "those not able to attend", "Ann Fenn"),
        ("Leithscéalta / Apologies: Ann Fenn", "leithscéalta / apologies", "Ann Fenn"),
    ],
)
def test_a_label_opens_a_line(text: str, label: str, names: str) -> None:
    found = label_of(text, registers().roll_words)
    assert found is not None
    assert (found[0], text[found[1] :]) == (label, names)


@pytest.mark.parametrize(
    "text",
    [
        "Members: Ann Fenn",
        "Present fares: Ann Fenn",
        "The ferry was present at the quay.",
        "P r e v i e w:",
    ],
)
def test_other_words_open_no_roll(text: str) -> None:
    assert label_of(text, registers().roll_words) is None


def test_a_label_has_at_most_so_many_words() -> None:
    # "in" is short enough for the label to keep within its characters
    label = " ".join(["present", *["in"] * (MOST_WORDS - 1)])
    assert label_of(f"{label}: Ann Fenn", registers().roll_words) == (label, len(f"{label}: "))
    assert label_of(f"{label} in: Ann Fenn", registers().roll_words) is None


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Voting members: Ann Fenn", ("members", 16)),
        ("Trustees", ("trustees", 8)),
        ("Members noted the fares", None),
        ("Ferry members: Ann Fenn", None),
    ],
)
def test_a_list_of_members_has_a_label_of_its_own(text: str, found: tuple[str, int] | None) -> None:
    assert members_label_of(text) == found


OFFICERS = RollLabel(capacity="in_attendance", holds_officers=True)
GUESTS = RollLabel(capacity="in_attendance")


@pytest.mark.parametrize(
    ("label", "meaning"),
    [
        ("present", RollLabel()),
        ("councillors present", RollLabel(title="Cllr")),
        ("present by video link", RollLabel(mode="virtual")),
        ("apologies for absence", RollLabel("apologies")),
        ("ymddiheuriadau", RollLabel("apologies")),
        ("those not able to attend", RollLabel("apologies")),
        ("members absent without apology", RollLabel("absent")),
        ("regrets", RollLabel("apologies")),
        ("absent", RollLabel("absent")),
        ("not present", RollLabel("absent")),
        ("officers present", OFFICERS),
        ("in attendance", OFFICERS),
        ("members in attendance", RollLabel(title="Cllr")),
        ("also in attendance", GUESTS),
        ("observers", GUESTS),
        ("substitutes present", RollLabel(capacity="substitute")),
    ],
)
def test_meanings(label: str, meaning: RollLabel) -> None:
    assert meaning_of(label, registers().roll_words) == meaning


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Present: Fenn", ["Present: Fenn"]),
        ("Present: Fenn. ALSO PRESENT: Moss", ["Present: Fenn.", "ALSO PRESENT: Moss"]),
        ("Chair: Fenn Councillors: Moss, Reed", ["Chair: Fenn", "Councillors: Moss, Reed"]),
        ("Present: Fenn Apologies; Moss", ["Present: Fenn", "Apologies; Moss"]),
        ("Officers Present: Fenn", ["Officers Present: Fenn"]),
        ("Fenn, Moss and members of the public", ["Fenn, Moss and members of the public"]),
    ],
)
def test_a_line_is_cut_at_the_labels_within_it(text: str, expected: list[str]) -> None:
    assert [piece.text for piece in pieces(line(text), registers().roll_words)] == expected
