"""What a verb says where it says nothing of its own, or where two are joined."""

import pytest

from pipelines.structures.prose.links import link
from pipelines.structures.told.standings import settle
from tests.unit.structures.read import counted, marks


def standing(text: str) -> str | None:
    """The standing that the verb of the last number gets."""
    read, numbers = marks(text), counted(text)
    settled = settle(link(numbers[-1], read, numbers), numbers[-1], read)
    return settled.standing if settled else None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("40 leaders attended.", "took_part", id="one"),
        pytest.param("40 leaders attended or signed up.", "signed_up", id="or"),
        pytest.param("40 leaders signed up or attended.", "signed_up", id="or, the weaker first"),
        pytest.param("40 leaders attended and signed up.", "took_part", id="and"),
        pytest.param("40 leaders ate.", None, id="none"),
    ],
)
def test_of_two_that_are_joined_by_or_the_weaker(text: str, expected: str | None) -> None:
    assert standing(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Enrolment stands at 40.", "signed_up", id="the noun before it"),
        pytest.param("Participation rose to 40.", "took_part", id="another noun"),
        pytest.param("It stands at 40 leaders.", "took_part", id="those counted"),
        pytest.param("Leadership Academy stands at 40.", "took_part", id="a programme"),
        pytest.param("The pier stands at 40.", None, id="nothing"),
    ],
)
def test_a_level_says_what_its_noun_says(text: str, expected: str | None) -> None:
    assert standing(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("We ran it with 40 leaders.", "took_part"),
        ("We will run it with 40 leaders.", "planned"),
        ("We reviewed 40 leaders.", None),
    ],
)
def test_those_with_whom_something_is_run_take_part(text: str, expected: str | None) -> None:
    assert standing(text) == expected
