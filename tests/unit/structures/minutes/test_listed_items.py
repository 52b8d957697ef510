"""Items of an agenda without numbers."""

import pytest

from pipelines.structures.minutes.listed_items import (
    FEWEST_TITLES,
    FIRST_TITLES,
    LONGEST_TITLE,
    MOST_BLOCKS,
    MOST_WORDS,
    read_listed,
)
from tests.unit.structures.paper import blocks


def listed(*lines: str) -> list[str]:
    return [title.text for title in read_listed(blocks("\n\n".join(lines)))]


ITEMS = ["Apologies", "The pier", "The quay"]
BULLETS = [f"- {item}" for item in ITEMS]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        pytest.param(["Agenda", *BULLETS], ITEMS, id="bullets"),
        pytest.param(["A G E N D A:", *BULLETS], ITEMS, id="a wide head"),
        pytest.param(["Fares", *BULLETS], [], id="another head"),
        pytest.param(["Agenda", *(f"## {item}" for item in ITEMS)], ITEMS, id="headings"),
        pytest.param(
            ["Agenda", *map(str.upper, ITEMS)], list(map(str.upper, ITEMS)), id="capitals"
        ),
        pytest.param(["Agenda", *ITEMS], [], id="plain lines"),
        pytest.param(["No. Item", *ITEMS, "It stands."], ITEMS, id="lines below a system's head"),
        pytest.param(
            ["Agenda", "- Apologies: Cllr Fenn", "- Tolls were paid", *BULLETS[1:]],
            ITEMS,
            id="what was said",
        ),
    ],
)
def test_titles(lines: list[str], expected: list[str]) -> None:
    assert listed(*lines) == expected


def test_an_agenda_has_three_titles() -> None:
    assert len(listed("Agenda", *BULLETS[:FEWEST_TITLES])) == FEWEST_TITLES
    assert listed("Agenda", *BULLETS[: FEWEST_TITLES - 1]) == []


@pytest.mark.parametrize(("before", "count"), [(FIRST_TITLES - 1, 5), (FIRST_TITLES, 0)])
def test_an_agenda_begins_as_meetings_do(before: int, count: int) -> None:
    lines = [*["- The mill"] * before, BULLETS[0], *["- The quay"] * (4 - before)]
    assert len(listed("Agenda", *lines)) == count


@pytest.mark.parametrize(("length", "count"), [(LONGEST_TITLE, 4), (LONGEST_TITLE + 1, 3)])
def test_a_title_is_short(length: int, count: int) -> None:
    assert len(listed("Agenda", *BULLETS, f"- {'The mill '.ljust(length, 'l')}")) == count


@pytest.mark.parametrize(("words", "count"), [(MOST_WORDS, 4), (MOST_WORDS + 1, 3)])
def test_a_title_with_a_stop_has_few_words(words: int, count: int) -> None:
    assert len(listed("Agenda", *BULLETS, f"- {' '.join(['Mill'] * words)}.")) == count


@pytest.mark.parametrize(("more", "count"), [(0, 3), (1, 0)])
def test_headings_are_items_of_a_short_paper(more: int, count: int) -> None:
    lines = ["It was so."] * (MOST_BLOCKS - len(ITEMS) + more)
    assert len(listed("Agenda", *(f"## {item}" for item in ITEMS), *lines)) == count
    assert len(listed("Agenda", *BULLETS, *lines)) == len(ITEMS)
