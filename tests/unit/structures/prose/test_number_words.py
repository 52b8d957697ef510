"""The words for those that a number counts, and the values that they are of."""

import pytest

from pipelines.structures.prose.number_words import MOST_WORDS
from tests.unit.structures.read import counted

NORTH, WALES = ("region", "North East"), ("region", "Wales")
LABOUR = ("political_group", "Labour")


@pytest.mark.parametrize(
    ("text", "noun"),
    [
        pytest.param("40 councillors", "councillors", id="one word"),
        pytest.param("40 new and aspiring leaders", "new and aspiring leaders", id="joined words"),
        pytest.param("40 of our councillors", "councillors", id="of our"),
        pytest.param("40 councillors or officers", "councillors or officers", id="two units"),
        pytest.param("40 ways councils can help", "", id="another plural"),
        pytest.param("40 days for councillors", "", id="a measure"),
        pytest.param("40; councillors", "", id="a mark between"),
        pytest.param("40 from councillors", "", id="a stop word"),
        pytest.param("40 council", "", id="singular"),
        pytest.param("1 council", "council", id="one"),
        pytest.param("40 places on a course", "", id="places on a course"),
        pytest.param("40 members' seminar", "", id="possessive"),
    ],
)
def test_the_words_for_those_counted(text: str, noun: str) -> None:
    assert counted(text)[0].noun == noun


@pytest.mark.parametrize(("words", "is_found"), [(MOST_WORDS, True), (MOST_WORDS + 1, False)])
def test_the_word_for_those_counted_stands_near(words: int, is_found: bool) -> None:
    (found,) = counted(f"40 {'bold ' * words}councillors")
    assert (found.unit is not None) is is_found


@pytest.mark.parametrize(
    ("text", "is_left_out"),
    [
        pytest.param("40.", True, id="a stop"),
        pytest.param("40 in Weir", True, id="a stop word"),
        pytest.param("40 of them", True, id="of them"),
        pytest.param("40 in 2016/17", True, id="a time"),
        pytest.param("40 attended", True, id="a verb"),
        pytest.param("40 Labour", True, id="a value"),
        pytest.param("40 finance", True, id="a type of challenge"),
        pytest.param("40 confirmed cases", False, id="a participle before a noun"),
        pytest.param("40 piers", False, id="a noun"),
    ],
)
def test_words_that_are_left_out(text: str, is_left_out: bool) -> None:
    assert counted(text)[0].is_left_out is is_left_out


@pytest.mark.parametrize(
    ("text", "values"),
    [
        pytest.param("40 Labour councillors", (LABOUR,), id="before the noun"),
        pytest.param("40 councillors from the North East", (NORTH,), id="behind it"),
        pytest.param("40 Labour councillors from Wales", (LABOUR, WALES), id="both"),
        pytest.param("40 from the North East and Wales", (NORTH, WALES), id="two regions"),
        pytest.param("40 were Labour", (LABOUR,), id="behind a verb"),
        pytest.param("North East – 40", (NORTH,), id="a label"),
        pytest.param("North East: 40", (NORTH,), id="a colon"),
        pytest.param("Labour (40)", (LABOUR,), id="in brackets"),
        pytest.param("Wales had 40", (WALES,), id="a verb"),
        pytest.param("Wales came far before all of 40", (), id="too far"),
        pytest.param("40 councillors", (), id="none"),
    ],
)
def test_values(text: str, values: tuple[tuple[str, str], ...]) -> None:
    assert counted(text)[0].values == values


@pytest.mark.parametrize(
    ("text", "values"),
    [
        pytest.param(
            "The South East had 122 of them, the North East 61 and Wales 20.",
            [("South East",), ("North East",), ("Wales",)],
            id="each behind its label",
        ),
        pytest.param(
            "Wales has signed up for 34 places, the North East for 21.",
            [("Wales",), ("North East",)],
            id="the verb left out",
        ),
        pytest.param("Labour members 20, Wales 9.", [("Labour",), ("Wales",)], id="with a word"),
        pytest.param("Kent sent nine members.", [("Kent County Council",)], id="a council"),
        pytest.param("Nine members came to Kent.", [()], id="where it was"),
        pytest.param("Some 12 delegates met in Leeds.", [()], id="no metropolitan district"),
        pytest.param("Twelve fire authorities came.", [()], id="fire authorities"),
    ],
)
def test_the_values_of_labels(text: str, values: list[tuple[str, ...]]) -> None:
    assert [tuple(name for _, name in each.values) for each in counted(text)] == values
