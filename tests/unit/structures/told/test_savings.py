"""Money that a sentence says was saved."""

from decimal import Decimal

import pytest

from pipelines.structures.told.savings import SAVING_REACH, Saving, find_savings

THREE = Decimal(3000)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It saved £3k.", [Saving(THREE, "one_off", 9)]),
        ("£3k was saved each year.", [Saving(THREE, "one_off", 0)]),
        ("It saved £3k a year.", [Saving(THREE, "per_year", 9)]),
        ("It saved £3k p.a. and more.", [Saving(THREE, "per_year", 9)]),
        ("Annual savings of £3k came.", [Saving(THREE, "per_year", 18)]),
        (
            "It saved £3k and then £3k a year.",
            [Saving(THREE, "one_off", 9), Saving(THREE, "per_year", 22)],
        ),
        ("The pier cost £3k.", []),
        ("It saved 3k boats.", []),
    ],
)
def test_savings(text: str, expected: list[Saving]) -> None:
    assert find_savings(text) == expected


@pytest.mark.parametrize(("reach", "count"), [(SAVING_REACH, 1), (SAVING_REACH + 1, 0)])
def test_the_word_for_a_saving_stands_near(reach: int, count: int) -> None:
    assert len(find_savings(f"{'saving '.ljust(reach, '-')}£3k")) == count
    assert len(find_savings(f"£3k{' saving'.rjust(reach, '-')}")) == count
