"""Which cells the printed sums of a table prove."""

import pytest

from pipelines.structures.figures.table_sums import margin_of, read_sums
from tests.unit.structures.paper import document, figure_tables

TABLE = "Quay\tToll\tFare\tTotal\nNorth\t1\t2\t3\nSouth\t4\t5\t9\nTotal\t5\t7\t12\n"


def proved(text: str, *not_across: int) -> set[tuple[int, int]]:
    (table,) = figure_tables(document(text))
    return set(read_sums(table, not_across=frozenset(not_across)).proved())


EVERY = {(row, column) for row in range(3) for column in range(1, 4)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(TABLE, EVERY, id="all hold"),
        pytest.param(
            TABLE.replace("North\t1", "North\t6"),
            {(1, 2), (1, 3), (2, 2), (2, 3)},
            id="a cell of two sums that fail",
        ),
        pytest.param(
            "Quay\tToll\nNorth\t1\nSouth\t-\nTotal\t1\n",
            {(0, 1), (1, 1), (2, 1)},
            id="nil adds nothing",
        ),
        pytest.param("Quay\tToll\nNorth\t1\nSouth\t4\n", set(), id="no sum"),
        pytest.param(
            "Quay\tToll\nNorth\t1.2\nSouth\t1.3\nTotal\t2.6\n\nFigures are rounded.\n",
            {(0, 1), (1, 1), (2, 1)},
            id="rounding that a note owns to",
        ),
    ],
)
def test_proved_cells(text: str, expected: set[tuple[int, int]]) -> None:
    assert proved(text) == expected


def test_a_denominator_is_not_added_to_what_is_beside_it() -> None:
    text = "Quay\tToll\tIn all\tTotal\nNorth\t1\t90\t1\nSouth\t4\t80\t4\nTotal\t5\t170\t5\n"
    assert (0, 2) in proved(text, 2)


def test_the_margin_is_the_last_total() -> None:
    (table,) = figure_tables(document(TABLE))
    assert margin_of(table) == 3
