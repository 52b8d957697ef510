"""Items read line by line: decisions, what was spoken, actions and who is to act."""

import pytest

from pipelines.structures.minutes.items import NoteItem
from pipelines.structures.minutes.lines import note_lines
from pipelines.structures.minutes.owners import Owners
from pipelines.structures.minutes.reader import (
    LONGEST_TITLE,
    MOST_WORDS,
    NoteReader,
)
from tests.unit.structures.paper import blocks, registers


def items(*lines: str) -> list[NoteItem]:
    reader = NoteReader(registers(), Owners(registers(), lines))
    for line in note_lines(blocks("\n\n".join(lines)), registers().note_words):
        reader.read(line)
    return reader.items


def titles(*lines: str) -> list[tuple[str | None, str | None]]:
    return [(item.item_no, item.title.text if item.title else None) for item in items(*lines)]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["1. Apologies", "2. The pier"], [("1", "Apologies"), ("2", "The pier")]),
        (["1.", "Apologies", "2.", "The pier"], [("1", "Apologies"), ("2", "The pier")]),
        (["1. Apologies", "7. The pier"], [("1", "Apologies")]),
        (["7. Quay Lane", "1. Apologies"], [("1", "Apologies")]),
        (["3 March 2017", "1. Apologies"], [("1", "Apologies")]),
        (["1\tApologies\tAF", "2\tThe pier\tCM"], [("1", "Apologies"), ("2", "The pier")]),
        (["1. Apologies", "2. The pier was old."], [("1", "Apologies")]),
        (["1\tApologies", "1.1\tNone were sent."], [("1", "Apologies")]),
        (["1\tPiers", "1.1\tThe old pier"], [("1", "Piers"), ("1.1", "The old pier")]),
    ],
)
def test_items(lines: list[str], expected: list[tuple[str | None, str | None]]) -> None:
    assert titles(*lines) == expected


@pytest.mark.parametrize(("length", "count"), [(LONGEST_TITLE, 2), (LONGEST_TITLE + 1, 1)])
def test_a_title_is_short(length: int, count: int) -> None:
    assert len(items("1. Apologies", "2. Pier ".ljust(length, "s"))) == count


@pytest.mark.parametrize(("words", "count"), [(MOST_WORDS, 2), (MOST_WORDS + 1, 1)])
def test_a_title_with_a_stop_has_few_words(words: int, count: int) -> None:
    assert len(items("1. Apologies", f"2. {' '.join(['Pierhead'] * words)}.")) == count


@pytest.mark.parametrize(
    ("lines", "expected"),
    [([], False), (["1. Apologies"], True), (["1. Apologies", "2."], False)],
)
def test_a_note_may_end_when_its_last_item_has_a_title(lines: list[str], expected: bool) -> None:
    reader = NoteReader(registers())
    for line in note_lines(blocks("\n\n".join(["It rained.", *lines])), registers().note_words):
        reader.read(line)
    assert reader.may_end is expected
