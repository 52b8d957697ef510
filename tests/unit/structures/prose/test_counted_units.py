"""Numbers of a sentence that count people or bodies."""

import pytest

from pipelines.structures.prose.counted_units import BEFORE_REACH, YEARS, find_counted_units
from tests.unit.structures.paper import registers

Counted = tuple[int, str, str | None]


def counted(text: str) -> list[Counted]:
    """Number, qualifier and unit of each mention."""
    return [
        (each.count.value, each.count.qualifier, each.unit.unit if each.unit else None)
        for each in find_counted_units(text, registers().uptake_wording)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("40 newly elected councillors came", [(40, "exactly", "councillors")]),
        ("forty leaders came", [(40, "exactly", "leaders")]),
        ("over 40 councils came", [(40, "over", "councils")]),
        ("one councillor came", [(1, "exactly", "councillors")]),
        ("40 piers for councillors", []),
        ("12 of the 20 councils joined", [(12, "exactly", "councils")]),
        ("the number of trainees rose to 30", [(30, "exactly", "graduates")]),
        ("20 leaders and chief executives came", [(20, "exactly", "people")]),
        (
            "20 leaders and 5 chief executives",
            [(20, "exactly", "leaders"), (5, "exactly", "chief_executives")],
        ),
        ("20 councils and authorities", [(20, "exactly", "councils")]),
        (
            "40 members came and 12 have signed up",
            [(40, "exactly", "councillors"), (12, "exactly", None)],
        ),
        ("12 have signed up", []),
        ("40 members, compared with 30", [(40, "exactly", "councillors"), (30, "exactly", None)]),
        ("cohort 7 trainees", []),
        ("one in five councils", []),
        ("40 members of the public", []),
        ("300 bookings, including 20 applications", []),
        ("no councillor came", []),
    ],
)
def test_what_is_counted(text: str, expected: list[Counted]) -> None:
    assert counted(text) == expected


@pytest.mark.parametrize(
    ("text", "is_whole"), [("Of the 20 councils, nine joined", True), ("20 councils joined", False)]
)
def test_a_whole_of_which_a_part_is_counted(text: str, is_whole: bool) -> None:
    found = find_counted_units(text, registers().uptake_wording)
    assert (found[0].count.value, found[0].is_whole) == (20, is_whole)


@pytest.mark.parametrize(
    ("number", "count"), [(YEARS[0] - 1, 1), (YEARS[0], 0), (YEARS[-1], 0), (YEARS[-1] + 1, 1)]
)
def test_a_year_counts_nobody(number: int, count: int) -> None:
    assert len(counted(f"in {number} councillors came")) == count
    assert len(counted(f"over {number} councillors came")) == 1


@pytest.mark.parametrize(("blanks", "count"), [(BEFORE_REACH, 0), (BEFORE_REACH + 1, 1)])
def test_words_further_before_a_number_say_nothing_of_it(blanks: int, count: int) -> None:
    assert len(counted(f"see {'page'.ljust(blanks)}40 councillors")) == count
