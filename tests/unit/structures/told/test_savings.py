"""Money that a sentence says was saved."""

from decimal import Decimal

import pytest

from pipelines.structures.told.savings import Saving, find_savings

THREE = Decimal(3000)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It saved £3k.", [Saving(THREE, None, 9)]),
        ("It saved £3k a year.", [Saving(THREE, "per_year", 9)]),
        ("£3k was saved each year.", [Saving(THREE, None, 0)]),
        ("It saved £3k p.a. and more.", [Saving(THREE, "per_year", 9)]),
        ("Annual savings of £3k came.", [Saving(THREE, "per_year", 18)]),
        ("It made a one-off saving of £3k.", [Saving(THREE, "one_off", 28)]),
        ("It saved £3k (one-off).", [Saving(THREE, "one_off", 9)]),
        (
            "It saved £3k and then £3k a year.",
            [Saving(THREE, None, 9), Saving(THREE, "per_year", 22)],
        ),
        ("The pier cost £3k.", []),
        ("It saved 3k boats.", []),
    ],
)
def test_savings(text: str, expected: list[Saving]) -> None:
    assert find_savings(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("It saved time at a cost of £3k.", id="a cost"),
        pytest.param("A grant of £3k paid for the saving.", id="a grant"),
        pytest.param("Savings were sought with a budget of £3k.", id="a budget"),
    ],
)
def test_money_that_was_spent_is_not_saved(text: str) -> None:
    assert find_savings(text) == []


def test_the_word_for_a_saving_may_stand_in_the_lead_in() -> None:
    assert find_savings("£3k in Mill") == []
    assert find_savings("£3k in Mill", "Councils made savings of:") == [Saving(THREE, None, 0)]
