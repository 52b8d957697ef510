"""The lines a roll is read from, and those that stand between them for form's sake."""

import pytest

from pipelines.structures.attendance.roll_lines import (
    ITEM_MINUTES,
    SYSTEM_LINE,
    TYPED_BULLET,
    roll_lines,
)
from tests.unit.structures.paper import blocks, registers


def test_cells_are_lines_but_for_the_numbers_of_items() -> None:
    text = "PRESENT\n\n1.\tApologies\t<p>Ann Fenn</p><p>Cy Moss</p>\nFares\t2.1\t\n\nJo Reed"
    assert [
        (line.passage.text, line.is_beside) for line in roll_lines(blocks(text), registers())
    ] == [
        ("PRESENT", False),
        ("Apologies", True),
        ("Ann Fenn", True),
        ("Cy Moss", True),
        ("Fares", False),
        ("Jo Reed", False),
    ]


@pytest.mark.parametrize(
    ("text", "is_system", "opens_minutes"),
    [
        ("Minutes:", True, True),
        ("Cofnodion", True, True),
        ("PDF 84 KB", True, False),
        ("---", True, False),
        ("Decision", True, False),
        ("Minutes of March", False, False),
        ("Ann Fenn", False, False),
    ],
)
def test_lines_of_a_committee_system(text: str, is_system: bool, opens_minutes: bool) -> None:
    assert bool(SYSTEM_LINE.match(text)) == is_system
    assert bool(ITEM_MINUTES.match(text)) == opens_minutes


@pytest.mark.parametrize(
    ("text", "is_bullet"),
    [("o Cllr Fenn", True), ("▪ Fenn", True), ("o fenn", False), ("O Fenn", False)],
)
def test_a_small_o_before_a_capital_is_a_bullet(text: str, is_bullet: bool) -> None:
    assert bool(TYPED_BULLET.match(text)) == is_bullet


def test_a_row_that_says_of_somebody_that_he_was_away_is_left_out() -> None:
    text = (
        "Name\tPresent\nCllr Ann Fenn\tYes\nCllr Cy Moss\tNo - apologies\nApologies\tCllr Jo Reed"
    )
    found = [line.passage.text for line in roll_lines(blocks(text), registers())]
    assert "Cllr Ann Fenn" in found
    assert "Cllr Jo Reed" in found
    assert "Cllr Cy Moss" not in found
