"""Who is to act: in a line, in a column, and in the words of an action."""

import pytest

from pipelines.structures.minutes.owners import LONGEST_OWNER, Owners
from tests.unit.structures.paper import registers

NOTE = ["The Chair, Adviser Ann Fenn (AF), spoke.", "Wystan Crewe came.", "Wystan Crewe left."]


@pytest.fixture
def owners() -> Owners:
    return Owners(registers(), NOTE)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ann Fenn", ["Ann Fenn"]),
        ("Ann Fenn, Cy Moss and Jo Reed", ["Ann Fenn, Cy Moss and Jo Reed"]),
        ("Ann Fenn / Cy Moss", ["Ann Fenn / Cy Moss"]),
        ("AF", ["Ann Fenn"]),
        ("AF/Cy Moss", ["Ann Fenn", "Cy Moss"]),
        ("Ann Fenn and CM", ["Ann Fenn and CM"]),
        ("CM", []),
        ("All", []),
        ("Mend the pier", []),
        ("Ann Fenn.", []),
        ("", []),
        ("Ann Fenn, ".ljust(LONGEST_OWNER + 1, "x"), []),
    ],
)
def test_a_line_of_owners(owners: Owners, text: str, expected: list[str]) -> None:
    assert owners.in_line(text) == expected


@pytest.mark.parametrize("text", ["CM", "All", "Officers", "CM / JR", "The Chair", "Ann Fenn."])
def test_a_column_of_owners_may_hold_letters_and_words(owners: Owners, text: str) -> None:
    assert owners.in_line(text, is_cell=True) == [text]
    assert owners.in_line("3 March", is_cell=True) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mend it. (Cy Moss)", ["Cy Moss"]),
        ("Mend it [Action: Cy Moss / Jo Reed]", ["Cy Moss / Jo Reed"]),
        ("Mend it – AF", ["Ann Fenn"]),
        ("Mend it - Cy Moss", ["Cy Moss"]),
        ("Mend the sea-wall", []),
        ("Mend it (of Weir)", []),
        ("Ask the Department for Education (DFE)", []),
        ("Mend it. Owner: Cy Moss", ["Cy Moss"]),
        ("Ann Fenn to mend it.", ["Ann Fenn"]),
        ("Ann Fenn: to mend it.", ["Ann Fenn"]),
        ("Cllr Moss Reed and Ann Fenn to mend it.", ["Cllr Moss Reed and Ann Fenn"]),
        ("Wystan Crewe to mend it.", ["Wystan Crewe"]),
        ("Godric Thole to mend it.", []),
        ("Officers to mend it.", []),
        ("Task Group to mend it.", []),
    ],
)
def test_an_action_names_its_owner(owners: Owners, text: str, expected: list[str]) -> None:
    assert owners.beside(text) == expected
