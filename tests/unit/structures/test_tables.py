"""Tables with the headings above them."""

import re

import pytest

from pipelines.structures.tables import (
    HEADINGS_ABOVE,
    LONGEST_HEADING,
    cell_text,
    column_of,
    column_of_labels,
    find_tables,
)
from tests.unit.structures.paper import blocks, rows

FARE = re.compile("^fare$", re.IGNORECASE)
TABLE = "Quay\tFare\n1\t2"


def headings(*above: str) -> list[str]:
    (table,) = find_tables(blocks("\n\n".join([*above, TABLE])))
    return list(table.headings)


def test_tables_with_nothing_between_them_are_one() -> None:
    tables = list(find_tables(blocks("Fares\n\nA\tB\n\nC\tD\n\nPiers\n\nE\tF")))
    assert [[row.texts for row in table.rows] for table in tables] == [
        [("A", "B"), ("C", "D")],
        [("E", "F")],
    ]
    assert [table.headings for table in tables] == [("Fares",), ("Piers",)]
    assert [table.position for table in tables] == [1, 4]


def test_headings_stand_near_above_the_nearest_first() -> None:
    above = [f"Heading {number}" for number in range(HEADINGS_ABOVE + 1)]
    assert headings(*above) == above[:0:-1]


@pytest.mark.parametrize(("length", "count"), [(LONGEST_HEADING, 1), (LONGEST_HEADING + 1, 0)])
def test_a_heading_is_short(length: int, count: int) -> None:
    assert len(headings("Fares ".ljust(length, "s"))) == count


@pytest.mark.parametrize(("heading", "expected"), [("Fare", True), ("Fares of 2017", False)])
def test_a_table_is_headed_by_a_pattern(heading: str, expected: bool) -> None:
    (table,) = find_tables(blocks(f"{heading}\n\nOf Weir\n\n{TABLE}"))
    assert table.is_headed(FARE) is expected


def test_columns_by_their_heading() -> None:
    (row,) = rows("Quay\tfare\tFare")
    assert (column_of(row, FARE), column_of(row, re.compile("toll"))) == (1, None)
    assert [cell_text(row, column) for column in (1, 3, None)] == ["fare", "", ""]


@pytest.mark.parametrize(
    ("text", "column"),
    [("1\tQuay\n2\tPier", 1), ("Quay\tPier\n1\tToll", 1), ("Quay\tPier", 0), ("1\t2", 0)],
)
def test_the_column_of_labels_has_most_words(text: str, column: int) -> None:
    assert column_of_labels(rows(text)) == column
