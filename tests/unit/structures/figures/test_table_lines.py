"""Captions above a table, sections and labels of its rows, heads of several levels."""

import pytest

from pipelines.structures.figures.figure_tables import FigureTable
from pipelines.structures.figures.table_lines import (
    merged_words,
    read_captions,
    read_qualifiers,
    whole_labels,
)
from tests.unit.structures.paper import document, figure_tables, registers


def table(text: str) -> FigureTable:
    (found,) = figure_tables(document(text))
    return found


LA = "Leadership Academy"
BODY = "Region\tNumber\nWales\t3\nLondon\t4\n"


@pytest.mark.parametrize(
    ("above", "captions"),
    [
        pytest.param(
            ["Leadership Academy", "By region"], ["By region", "Leadership Academy"], id="up"
        ),
        pytest.param(
            ["Leadership Academy", "Boats in Kent"], ["Boats in Kent"], id="something else"
        ),
        pytest.param(
            ["Leadership Academy", "It sailed to Kent."],
            ["It sailed to Kent.", "Leadership Academy"],
            id="a sentence about something else",
        ),
        pytest.param(
            ["Leadership Academy", "The table shows boats in Kent."],
            ["The table shows boats in Kent."],
            id="a sentence about the table",
        ),
    ],
)
def test_captions(above: list[str], captions: list[str]) -> None:
    found = read_captions(table("\n\n".join([*above, BODY])), registers())
    assert [line.text.rstrip(".") for line in found] == [text.rstrip(".") for text in captions]


@pytest.mark.parametrize(
    ("rows", "labels"),
    [
        pytest.param(
            "Yorkshire and\t3\nthe Humber\t\n",
            ["Yorkshire and the Humber", "the Humber"],
            id="below",
        ),
        pytest.param(
            "Yorkshire and\t\nthe Humber\t3\n",
            ["Yorkshire and", "Yorkshire and the Humber"],
            id="above",
        ),
        pytest.param("Weir\t\nMill\t3\n", ["Weir", "Mill"], id="a section"),
    ],
)
def test_labels_that_a_page_cut(rows: str, labels: list[str]) -> None:
    found = whole_labels(table(f"Region\tNumber\n{rows}Wales\t3\n"), registers())
    assert found == [*labels, "Wales"]


def test_a_label_of_another_column_holds_for_the_rows_below_it() -> None:
    found = read_qualifiers(
        table("Region\tProgramme\tNo\nWales\tLA\t3\n\tNG\t4\nLondon\tLA\t5\n\tNG\t6\n"),
        [0],
        registers(),
    )
    assert [line.values.get("region") for line in found] == [
        "Wales",
        "Wales",
        "Greater London",
        "Greater London",
    ]


def test_levels_say_one_thing_together() -> None:
    words = merged_words(("2015/16", "Leadership Academy", "Councillors booked"), registers())
    programmes = [each.programme_id for each in words.programmes]
    assert (words.period, programmes, words.status, words.unit) == (
        "2015/16",
        ["leadership-academy"],
        "signed_up",
        "councillors",
    )


@pytest.mark.parametrize(
    ("levels", "programme"),
    [
        (("Focus on", "Leadership"), "focus-on-leadership"),
        (("Leadership", "Academy"), "leadership-academy"),
    ],
)
def test_a_name_over_two_lines(levels: tuple[str, ...], programme: str) -> None:
    words = merged_words(levels, registers())
    assert words.programme is not None
    assert words.programme.programme_id == programme
