"""A sentence is marked once: units, words, values, numbers, times, peer challenges."""

import pytest

from pipelines.structures.prose.marking import read_marks
from pipelines.structures.prose.paper_terms import PaperTerms
from tests.unit.structures.paper import registers
from tests.unit.structures.read import PAPER, marks


def challenges(
    text: str, short_forms: dict[str, str] | None = None, *, spoken: bool = False
) -> list[tuple[str, str | None, bool]]:
    """Words, type and plural of each word for peer challenges."""
    read = read_marks(text, registers(), PaperTerms(short_forms or {}, day=PAPER), spoken=spoken)
    return [
        (read.printed(each.first, each.after), each.kind, each.is_plural)
        for each in read.challenges
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("40 councillors came.", ["councillors"], id="one"),
        pytest.param(
            "20 leaders and 5 chief executives", ["leaders", "chief_executives"], id="two"
        ),
        pytest.param("Peer challenges were held.", [], id="peers of a peer challenge"),
        pytest.param("The pier was painted.", [], id="none"),
    ],
)
def test_units(text: str, expected: list[str]) -> None:
    assert [unit.unit for _, unit in marks(text).units.values()] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("40 of the 60 councils", [40, 60], id="numbers"),
        pytest.param("40 councils in 2016/17", [40], id="not those of a year"),
        pytest.param("40 councils on 3 May 2016", [40], id="not those of a day"),
        pytest.param("40 councils joined Cyber 360.", [40], id="not those of a name"),
    ],
)
def test_numbers(text: str, expected: list[int]) -> None:
    assert [count.value for count in marks(text).counts] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("12 Labour councillors", [("political_group", "Labour")], id="group"),
        pytest.param("12 from the North East", [("region", "North East")], id="region"),
        pytest.param("12 Welsh councils", [("region", "Wales")], id="Welsh"),
        pytest.param("7 independent councillors", [("political_group", "Independent")], id="small"),
        pytest.param("They want independent advice.", [], id="no name"),
        pytest.param("Two others came.", [], id="a remainder"),
        pytest.param("12 district councils", [("council_type", "district")], id="type"),
    ],
)
def test_values(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(kind, value) for _, kind, value in marks(text).values.values()] == expected


@pytest.mark.parametrize(
    ("text", "kind", "count"),
    [
        ("40 may come.", "suppose", 1),
        ("40 came in May 2015.", "suppose", 0),
        ("40 came with Might and Main.", "suppose", 0),
        ("40 will come.", "plan", 1),
        ("40 did not come.", "deny", 1),
    ],
)
def test_words(text: str, kind: str, count: int) -> None:
    assert len(marks(text).words(kind)) == count


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mill had a peer challenge.", [("peer challenge", None, False)]),
        ("Ten peer reviews were held.", [("peer reviews", None, True)]),
        ("Ten CPCs were held.", [("CPCs", "corporate", True)]),
        ("Ten cpcs were held.", []),
        ("Ten piers were held.", []),
    ],
)
def test_words_for_peer_challenges(text: str, expected: list[tuple[str, str | None, bool]]) -> None:
    assert challenges(text, {"cpc": "corporate"}) == expected


def test_reviews_are_peer_reviews_where_those_are_spoken_of() -> None:
    assert challenges("Ten reviews were held.") == []
    assert challenges("Ten reviews were held.", spoken=True) == [("reviews", None, True)]
    assert challenges("A review of piers began.", spoken=True) == []


@pytest.mark.parametrize(
    ("text", "names_offer"),
    [
        ("40 joined a harbour workshop.", True),
        ("40 joined a workshop.", False),
        ("40 came.", False),
    ],
)
def test_an_offer_with_a_name(text: str, names_offer: bool) -> None:
    assert marks(text).names_offer is names_offer
