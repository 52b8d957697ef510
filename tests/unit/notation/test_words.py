import pytest

from pipelines.notation.words import alternatives, holds_any, word_of_each, word_pattern

LABELS = ["apologies for absence", "apologies", "absent", "not present"]


@pytest.mark.parametrize(
    "text",
    [
        "Apologies",
        "APOLOGIES  for\tabsence",
        "apologies\nfor\u00a0absence",
        "unapologetic, and not\u2003present",
        "apologıes, APOLOGİES, ab\u017fent",
        "Nobody was here",
        "",
    ],
    ids=repr,
)
def test_a_word_pattern_finds_what_its_pattern_finds(text: str) -> None:
    words = word_pattern(r"\b(?:{})", LABELS)
    (plain, found) = (words.pattern.search(text), words.search(text))

    assert (found and found.span()) == (plain and plain.span())
    assert [each.span() for each in words.finditer(text)] == [
        each.span() for each in words.pattern.finditer(text)
    ]


def test_a_word_pattern_searches_within_places() -> None:
    words = word_pattern(r"\b(?:{})", LABELS)
    assert words.search("absent", 1) is None
    assert words.search("it was absent", 0, 9) is None


def test_the_longest_alternative_comes_first() -> None:
    assert alternatives(["on", "held on"]) == r"held\son|on"


def test_every_phrase_holds_one_of_few_words() -> None:
    assert word_of_each(LABELS) == ("absent", "present", "apologies")


def test_parts_of_words_count() -> None:
    assert (holds_any("Apologies", ["apolog"]), holds_any("Absent", ["apolog"])) == (True, False)
