"""Items read line by line: decisions, what was spoken, actions and who is to act."""

import pytest

from pipelines.structures.minutes.items import NoteItem
from pipelines.structures.minutes.lines import note_lines
from pipelines.structures.minutes.reader import (
    LONGEST_OWNER,
    LONGEST_TITLE,
    MOST_WORDS,
    NoteReader,
)
from tests.unit.structures.paper import blocks, registers


def items(*lines: str) -> list[NoteItem]:
    reader = NoteReader(registers())
    for line in note_lines(blocks("\n\n".join(lines))):
        reader.read(line)
    return reader.items


def titles(*lines: str) -> list[tuple[str | None, str | None]]:
    return [(item.item_no, item.title.text if item.title else None) for item in items(*lines)]


def decided(*lines: str) -> list[list[str]]:
    """The decisions of one item with these lines below its title."""
    (item,) = items("1. Apologies", *lines)
    return [[passage.text for passage in run] for run in item.decided]


def actions(*lines: str) -> list[tuple[str, list[str]]]:
    """The actions of one item with these lines below its title, each with its owners."""
    (item,) = items("1. Apologies", *lines)
    return [(action.passages[0].text, action.owners) for action in item.actions]


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
    [
        pytest.param(["Members noted it. It rained."], [["Members noted it."]], id="spoken"),
        pytest.param(
            ["Members noted it.", "Decision", "To mend it."],
            [["To mend it."]],
            id="under a heading",
        ),
        pytest.param(
            ["Decision", "Members agreed:", "to mend it", "to paint it"],
            [["Members agreed:", "to mend it", "to paint it"]],
            id="a list",
        ),
        pytest.param(
            ["Decision", "Members agreed:", "to mend it", "Members noted it."],
            [["Members agreed:", "to mend it"], ["Members noted it."]],
            id="a list and the next decision",
        ),
        pytest.param(["Decision", "Ann Fenn"], [], id="a name"),
        pytest.param(["Decision", "Minutes:", "It rained."], [], id="back to what was said"),
    ],
)
def test_decisions(lines: list[str], expected: list[list[str]]) -> None:
    assert decided(*lines) == expected


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        pytest.param(["Mend the pier."], [], id="no heading"),
        pytest.param(["Action", "Mend it.", "Ann Fenn"], [("Mend it.", ["Ann Fenn"])], id="below"),
        pytest.param(
            ["Actions:", "Mend it. (Ann Fenn)"],
            [("Mend it. (Ann Fenn)", ["Ann Fenn"])],
            id="bracket",
        ),
        pytest.param(
            ["Action", "Mend it.", "Ann Fenn/Cy Moss", "Jo Reed"],
            [("Mend it.", ["Ann Fenn/Cy Moss", "Jo Reed"])],
            id="several",
        ),
        pytest.param(
            ["Action", "Mend it (of Weir)"],
            [("Mend it (of Weir)", [])],
            id="no name in the bracket",
        ),
        pytest.param(["Action", "Ann Fenn"], [], id="a name alone"),
        pytest.param(
            ["Action", "\tMend it.\tAnn Fenn\n\tPaint it.\tCy Moss"],
            [("Mend it.", ["Ann Fenn"]), ("Paint it.", ["Cy Moss"])],
            id="rows of a table",
        ),
    ],
)
def test_actions(lines: list[str], expected: list[tuple[str, list[str]]]) -> None:
    assert actions(*lines) == expected


@pytest.mark.parametrize(("length", "owners"), [(LONGEST_OWNER, 1), (LONGEST_OWNER + 1, 0)])
def test_the_names_of_owners_are_a_short_line(length: int, owners: int) -> None:
    names = "Ann Fenn, Cy Moss, Jo Reed, Kit Larch, Pat Birch, Eve Olive, "
    names = f"{names}Sam S{'e' * (length - len(names) - len('Sam S'))}"
    assert len(actions("Action", "Mend it.", names)[0][1]) == owners


@pytest.mark.parametrize(
    ("lines", "expected"),
    [([], False), (["1. Apologies"], True), (["1. Apologies", "2."], False)],
)
def test_a_note_may_end_when_its_last_item_has_a_title(lines: list[str], expected: bool) -> None:
    reader = NoteReader(registers())
    for line in note_lines(blocks("\n\n".join(["It rained.", *lines]))):
        reader.read(line)
    assert reader.may_end is expected
