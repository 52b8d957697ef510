"""Titles that nothing marks, between the paragraphs of minutes."""

import pytest

from pipelines.structures.minutes.lines import note_lines
from pipelines.structures.minutes.plain_titles import MOST_WORDS, with_plain_titles
from tests.unit.structures.paper import blocks, registers


def titles(*lines: str) -> list[str]:
    found = with_plain_titles(list(note_lines(blocks("\n\n".join(lines)), registers().note_words)))
    return [each.passage.text for each in found if each.is_heading]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["It rained.", "The pier", "It stands."], ["The pier"]),
        (["It rained.", "The pier", "The quay", "It stands."], []),
        (["Matters arising", "The pier", "It stands."], ["The pier"]),
        (["The pier", "It stands."], []),
        (["It rained.", "The pier was old", "It stands."], []),
        (["It rained.", "Cllr Fenn left", "It stands."], []),
        (["It rained.", "None noted", "It stands."], []),
        (["It rained.", "Noted", "It stands."], []),
        (["It rained.", "Next meeting", "It stands."], []),
        (["It rained.", "Board elected Ann Fenn", "It stands."], []),
        (["It rained.", "the pier", "It stands."], []),
        (["It rained.", "The pier,", "It stands."], []),
        (["It rained.", "1\tThe pier", "It stands."], []),
    ],
)
def test_short_lines_between_paragraphs(lines: list[str], expected: list[str]) -> None:
    assert titles(*lines) == expected


@pytest.mark.parametrize(("words", "count"), [(MOST_WORDS, 1), (MOST_WORDS + 1, 0)])
def test_a_title_has_few_words(words: int, count: int) -> None:
    title = " ".join(["Piers", *["pier"] * (words - 1)])
    assert len(titles("It rained.", title, "It stands.")) == count


@pytest.mark.parametrize(("length", "count"), [(71, 1), (72, 0), (4, 1), (3, 0)])
def test_a_title_is_neither_short_nor_long(length: int, count: int) -> None:
    assert len(titles("It rained.", "P".ljust(length, "y"), "It stands.")) == count
