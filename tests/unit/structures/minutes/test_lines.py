"""The lines of a note, each with the column of its table."""

import pytest

from pipelines.structures.minutes.lines import (
    HEADER_ROWS,
    Column,
    has_item_table,
    has_resolutions,
    note_lines,
)
from tests.unit.structures.paper import blocks, registers

Line = tuple[str, Column, int]


def lines(text: str) -> list[Line]:
    return [
        (each.passage.text, each.column, each.row)
        for each in note_lines(blocks(text), registers().note_words)
    ]


def test_lines_outside_a_table_stand_in_the_body() -> None:
    found = list(note_lines(blocks("## Piers\n\nThey stand."), registers().note_words))
    assert [(each.passage.text, each.column, each.row, each.is_heading) for each in found] == [
        ("Piers", Column.BODY, 0, True),
        ("They stand.", Column.BODY, 0, False),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "No.\tItem\tLead\n1\tThe pier\tAnn Fenn",
            [("1", Column.NUMBER, 2), ("The pier", Column.BODY, 2), ("Ann Fenn", Column.OWNER, 2)],
            id="a column of numbers",
        ),
        pytest.param(
            "Item\tDescription\n1\tThe pier",
            [("1", Column.NUMBER, 2), ("The pier", Column.BODY, 2)],
            id="numbers below item",
        ),
        pytest.param(
            "No.\tItem\n\t<p>The pier</p><p>It stands.</p>",
            [("The pier", Column.TITLE, 2), ("It stands.", Column.BODY, 2)],
            id="no numbers",
        ),
        pytest.param(
            "Item\tDiscussion\nThe pier\tIt stands.",
            [("The pier", Column.TITLE, 2), ("It stands.", Column.BODY, 2)],
            id="what was said beside a title",
        ),
        pytest.param(
            "Item\tAction\n1. The pier\tAF",
            [("1. The pier", Column.BODY, 2), ("AF", Column.ACTION, 2)],
            id="numbers among the words",
        ),
        pytest.param("Item\tAction\nThe pier\tAF", [], id="a table of actions"),
        pytest.param(
            "1\tThe pier\tAF",
            [("1", Column.NUMBER, 1), ("The pier", Column.BODY, 1), ("AF", Column.OWNER, 1)],
            id="a row with a number and no header",
        ),
        pytest.param("Quay\tToll\nNorth\t3", [], id="another table"),
    ],
)
def test_columns(text: str, expected: list[Line]) -> None:
    assert lines(text) == expected


@pytest.mark.parametrize(
    ("header", "is_agenda", "is_resolved"),
    [
        ("No.\tItem\tResolution", True, True),
        ("No.\tItem\tLead", True, False),
        ("Item\tNo.\tResolution", False, False),
        ("Quay\tToll\tDecision", False, False),
    ],
)
def test_what_the_header_of_a_table_says(header: str, is_agenda: bool, is_resolved: bool) -> None:
    found = blocks(f"{header}\n1\tThe pier\tTo mend it")
    assert (has_item_table(found), has_resolutions(found)) == (is_agenda, is_resolved)


@pytest.mark.parametrize(("above", "expected"), [(HEADER_ROWS - 1, True), (HEADER_ROWS, False)])
def test_a_header_stands_among_the_first_rows(above: int, expected: bool) -> None:
    rows = "Weir\tQuay\n" * above
    assert has_item_table(blocks(f"{rows}No.\tItem\n1\tThe pier")) is expected
    titles = [text for text, _, _ in lines(f"{rows}Item\tMinutes\nThe pier\tIt stands.")]
    assert ("The pier" in titles) is expected
