"""Tables of figures: where one begins, and which of its numbers are to be added up."""

from decimal import Decimal
from itertools import accumulate

import pytest

from pipelines.documents import Cell, Row
from pipelines.structures.figures.figure_tables import NEAR, FigureTable, tables_in
from pipelines.structures.tables import FoundTable
from tests.unit.structures.paper import document, figure_tables, line


def tables(text: str) -> list[FigureTable]:
    return figure_tables(document(text))


def figures(text: str) -> list[list[int | None]]:
    """The figures of the one table, row by row."""
    (table,) = tables(text)
    return [[None if each is None else int(each) for each in row] for row in table.figures_to_add()]


def test_a_table_has_labels_headings_and_figures() -> None:
    (table,) = tables("Tolls of Weir\n\nQuay\t2016\t2017\nNorth\t3\t4\nSouth\t5\t\n")

    assert (table.title, table.labels) == ("Tolls of Weir", ("North", "South"))
    assert table.headings == ("Quay", "2016", "2017")
    assert table.figures_to_add() == ((None, Decimal(3), Decimal(4)), (None, Decimal(5), None))


def test_three_rows_of_headings_name_a_column_and_a_fourth_does_not() -> None:
    (table,) = tables("Of\tall\nQuay\ttoll\n\tin\nrow\tpounds\nNorth\t3\n")
    assert table.headings == ("Quay row", "toll in pounds")


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
        pytest.param("Quay\tToll\nNorth\tfree", [("North",)], id="no figures"),
        pytest.param(
            "Quay\tToll\nNorth\t3\nTotal\t3\nQuay\tToll\nSouth\t4",
            [("North", "Total"), ("South",)],
            id="the same header behind a total",
        ),
        pytest.param(
            "Quay\tToll\nNorth\t-\nSouth\tnil", [("North", "South")], id="nothing but nil"
        ),
        pytest.param(
            "Quay\t2015\t2016\nNorth\t3\t4\nTotal\t2016\t2015",
            [("North", "Total")],
            id="a total that looks like years",
        ),
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


def test_a_row_of_one_cell_is_the_section_of_those_below() -> None:
    (table,) = tables("Quay\tToll\nIncome\t\nNorth\t3\nCosts\t\nSouth\t4\n")
    assert [(row.number, row.text(0), row.section) for row in table.body] == [
        (2, "Income", "Income"),
        (3, "North", "Income"),
        (4, "Costs", "Costs"),
        (5, "South", "Costs"),
    ]


@pytest.mark.parametrize(
    ("row", "texts", "is_left_over"),
    [
        pytest.param("North\t3\t4", ("North", "3", "4"), False, id="as printed"),
        pytest.param("North\t\t3\t4", ("North", "3", "4", ""), False, id="a blank slipped in"),
        pytest.param("North\t3\t4\t5", ("North", "3", "4", "5"), True, id="one too many"),
        pytest.param("North\t\t3 4", ("North", "", "3 4"), True, id="two in one cell"),
    ],
)
def test_every_figure_of_a_row_has_a_head(
    row: str, texts: tuple[str, ...], is_left_over: bool
) -> None:
    (table,) = tables(f"Quay\tToll\tFare\n{row}\nSouth\t5\t6\nWest\t7\t8\n")
    assert (table.body[0].texts, table.body[0].is_left_over) == (texts, is_left_over)


@pytest.mark.parametrize(
    ("row", "spaced"),
    [
        pytest.param("North\t\t3 400", (2,), id="two or a thousand"),
        pytest.param("North\t1\t3 400", (), id="a thousand"),
    ],
)
def test_thousands_parted_by_a_space_may_be_two_figures(row: str, spaced: tuple[int, ...]) -> None:
    (table,) = tables(f"Quay\tToll\tFare\n{row}\nSouth\t5\t6\nWest\t7\t8\n")
    assert table.body[0].spaced == spaced


def test_a_total_left_of_the_labels_is_a_label() -> None:
    (table,) = tables("No\tQuay\tToll\n1\tNorth\t3\n2\tSouth\t4\nTotal\t\t7\n")
    assert table.labels == ("North", "South", "Total")


def test_figures_with_scales_of_their_own_are_added_as_what_they_are() -> None:
    (table,) = tables("Quay\tToll\nNorth\t£1.5m\nSouth\t£400k\n")
    assert [row[1] for row in table.figures_to_add()] == [1_500_000, 400_000]


@pytest.mark.parametrize("nothing", ["-", "nil", "n/a"])
def test_a_row_without_its_figure_is_no_head(nothing: str) -> None:
    (table,) = tables(
        f"Council\tKind\tSaved\nLeeds\tFull\t{nothing}\nKent\tFull\t£4\nHull\tFinance\t{nothing}\n"
        f"York\tFull\t£5\nBath\tFull\t{nothing}\n"
    )
    assert table.headings == ("Council", "Kind", "Saved")
    assert table.labels == ("Leeds", "Kent", "Hull", "York", "Bath")


def test_a_row_with_a_blank_figure_is_no_head() -> None:
    (table,) = tables("Council\tKind\tSaved\nKent\tFull\t£4\nHull\tFinance\t\nYork\tFull\t£5\n")
    assert table.labels == ("Kent", "Hull", "York")


def blocks_of(*parts: tuple[tuple[str, ...], ...]) -> FoundTable:
    """Parts of a table, each with rows of as many cells as it has columns."""
    made = [
        Row(tuple(Cell((line(text),) if text else ()) for text in row), line(" ".join(row)))
        for part in parts
        for row in part
    ]
    starts = frozenset(accumulate(len(part) for part in parts[:-1]))
    return FoundTable(tuple(made), (), 0, starts=starts)


@pytest.mark.parametrize(
    ("below", "headings"),
    [
        pytest.param((("East", "7"),), [("Quay", "Toll")], id="as many columns"),
        pytest.param((("East", "3", "7"),), [("Quay", "Toll"), ("", "", "")], id="more columns"),
    ],
)
def test_heads_are_not_those_of_a_part_with_other_columns(
    below: tuple[tuple[str, ...], ...], headings: list[tuple[str, ...]]
) -> None:
    found = blocks_of((("Quay", "Toll"), ("North", "3"), ("South", "5")), below)
    assert [table.headings for table in tables_in(found, is_rounded=False)] == headings
