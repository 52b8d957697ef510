"""Places of words in a sentence."""

import pytest

from tests.unit.structures.read import act, marks

TEXT = "40 leaders did not attend."


@pytest.mark.parametrize(
    ("offset", "at", "after"),
    [
        pytest.param(0, 0, 0, id="the first letter"),
        pytest.param(4, 1, 2, id="within a word"),
        pytest.param(3, 1, 1, id="where a word begins"),
        pytest.param(len(TEXT), 5, 6, id="the end"),
    ],
)
def test_tokens_at_an_offset(offset: int, at: int, after: int) -> None:
    assert (marks(TEXT).token_at(offset), marks(TEXT).token_after(offset)) == (at, after)


@pytest.mark.parametrize(
    ("number", "word"), [(-1, ""), (0, "40"), (1, "leaders"), (5, "."), (6, "")]
)
def test_a_word_is_empty_beyond_the_ends(number: int, word: str) -> None:
    assert marks(TEXT).word(number) == word


@pytest.mark.parametrize(
    ("first", "after", "printed"),
    [(0, 2, "40 leaders"), (-3, 1, "40"), (4, 9, "attend."), (2, 2, ""), (3, 1, "")],
)
def test_words_as_printed(first: int, after: int, printed: str) -> None:
    assert marks(TEXT).printed(first, after) == printed


def test_a_word_of_a_kind_is_found_by_its_ends() -> None:
    read = marks(TEXT)
    assert read.words("deny") == [(3, 4)]
    assert (read.is_word("deny", 3), read.is_word("deny", 4), read.is_word("plan", 3)) == (4, 0, 0)
    assert (read.ends_with("deny", 4), read.ends_with("deny", 3)) == (3, None)


@pytest.mark.parametrize(
    ("text", "is_open"),
    [
        ("40 leaders attended.", False),
        ("40 leaders have taken part.", False),
        ("Train 40 leaders.", True),
        ("Training 40 leaders.", True),
    ],
)
def test_a_verb_is_open_if_its_form_gives_no_time(text: str, is_open: bool) -> None:
    assert act(text).is_open is is_open
