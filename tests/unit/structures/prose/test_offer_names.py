"""Whether capitalised words are the name of an offer, and whose offer it is."""

import pytest

from pipelines.structures.prose.offer_names import is_of_others, reads_as_offer
from tests.unit.structures.paper import registers


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        pytest.param("Rising Tide", True, id="a name"),
        pytest.param("Modern Members", True, id="members within a name"),
        pytest.param("Board Members", False, id="people"),
        pytest.param("Principal Advisers", False, id="officers"),
        pytest.param("Improvement Board", False, id="a board"),
        pytest.param("Susan Bee", False, id="a person"),
        pytest.param("Leeds and London", False, id="places"),
        pytest.param("In May", False, id="a time"),
        pytest.param("Work Programme", False, id="a plan of work"),
    ],
)
def test_a_name_of_an_offer(name: str, expected: bool) -> None:
    assert reads_as_offer(name, registers()) is expected


@pytest.mark.parametrize(
    ("before", "name", "after", "expected"),
    [
        pytest.param("The ", "Rising Tide course", " opened.", False, id="nobody's"),
        pytest.param("Quay's new ", "course", " opened.", True, id="of a place"),
        pytest.param("The LGA's new ", "course", " opened.", False, id="ours"),
        pytest.param("Councillors' ", "course", " opened.", False, id="for whom"),
        pytest.param("The NHS ", "course", " opened.", True, id="of another body"),
        pytest.param("The ", "NHS course", " opened.", True, id="in its name"),
        pytest.param("Its own ", "course", " opened.", True, id="own"),
        pytest.param("A ", "course", " of their own opened.", True, id="of their own"),
    ],
)
def test_whose_offer_it_is(before: str, name: str, after: str, expected: bool) -> None:
    start, end = len(before), len(before) + len(name)
    assert is_of_others(before + name + after, start, end, registers()) is expected
