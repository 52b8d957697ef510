"""Tables of figures: where one begins, and which of its numbers are to be added up."""

from decimal import Decimal

import pytest

from pipelines.structures.figures.number_tables import NEAR, NumberTable, figure, find_number_tables
from tests.unit.structures.paper import document


def tables(text: str) -> list[NumberTable]:
    return list(find_number_tables(document(text)))


def figures(text: str) -> list[list[int | None]]:
    """The figures of the one table, row by row."""
    (table,) = tables(text)
    return [[None if each is None else int(each) for each in row] for row in table.figures]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1,200.5", "1200.5"),
        ("£1.5m", "1.5"),
        ("(0.15)", "-0.15"),
        ("− 3", "-3"),
        ("18*", "18"),
        ("3 piers", None),
        ("12%", None),
        ("", None),
    ],
)
def test_a_cell_is_a_figure_or_none(text: str, value: str | None) -> None:
    assert figure(text) == (None if value is None else Decimal(value))


def test_a_table_has_labels_headings_and_figures() -> None:
    (table,) = tables("Tolls of Weir\n\nQuay\t2016\t2017\nNorth\t3\t4\nSouth\t5\t\n")

    assert (table.title, table.labels) == ("Tolls of Weir", ("North", "South"))
    assert table.headings == ("Quay", "2016", "2017")
    assert table.figures == ((None, Decimal(3), Decimal(4)), (None, Decimal(5), None))


def test_two_rows_of_headings_name_a_column_and_a_third_does_not() -> None:
    (table,) = tables("Of\tall\nQuay\ttoll\n\tin pounds\nNorth\t3\n")
    assert table.headings == ("Quay", "toll in pounds")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Quay\tToll\tRate\nNorth\t3\t4", [[None, 3, None]], id="a rate"),
        pytest.param(
            "Quay\tToll\tOf all\nNorth\t3\t4%\nSouth\t5\t6",
            [[None, 3, None], [None, 5, None]],
            id="per cents",
        ),
        pytest.param(
            "Quay\tToll\nNorth\t3\nAverage\t4", [[None, 3], [None, None]], id="an average"
        ),
    ],
)
def test_what_nobody_adds_up(text: str, expected: list[list[int | None]]) -> None:
    assert figures(text) == expected


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        pytest.param(
            "Quay\tToll\nNorth\t3\nQuay\tToll\nSouth\t4", [("North", "South")], id="repeated header"
        ),
        pytest.param(
            "Quay\tToll\nNorth\t3\nPier\tFare\nSouth\t4", [("North",), ("South",)], id="another"
        ),
        pytest.param(
            "Quay\tToll\nNorth\t3\nOf Weir\t\nSouth\t4", [("North", "Of Weir", "South")], id="label"
        ),
        pytest.param("Quay\tToll\nNorth\tfree", [], id="no figures"),
    ],
)
def test_a_new_header_opens_a_table(text: str, labels: list[tuple[str, ...]]) -> None:
    assert [table.labels for table in tables(text)] == labels


NOTE = "Figures may not sum due to rounding."


@pytest.mark.parametrize(("apart", "is_rounded"), [(NEAR - 1, True), (NEAR, False)])
def test_a_note_near_the_table_says_that_figures_are_rounded(apart: int, is_rounded: bool) -> None:
    table, between = "Quay\tToll\nNorth\t3", ["It was so."] * apart
    (below,) = tables("\n\n".join([NOTE, *between, table]))
    (above,) = tables("\n\n".join([table, *between, NOTE]))
    assert (below.is_rounded, above.is_rounded) == (is_rounded, is_rounded)
