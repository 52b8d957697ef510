import pytest

from pipelines.readers.text.blank_columns import find_blank_tables


def tables(text: str) -> list[list[list[str]]]:
    """The cells of each table of a text."""
    lines = text.split("\n")
    return [
        [
            [cell.strip() for cell in table.cells(line)]
            for line in lines[table.first : table.last + 1]
            if line.strip()
        ]
        for table in find_blank_tables(lines)
    ]


def test_a_gap_through_all_lines_parts_columns_and_each_cell_keeps_its_place() -> None:
    text = """\
Cllr Ann Bee (Chair)   Leader of the Council, and of
                       the Quay
Cllr Cy Dee            Portfolio Holder"""
    assert tables(text) == [
        [
            ["Cllr Ann Bee (Chair)", "Leader of the Council, and of"],
            ["", "the Quay"],
            ["Cllr Cy Dee", "Portfolio Holder"],
        ]
    ]


def test_rows_of_the_same_columns_with_blank_lines_between_them_are_one_table() -> None:
    text = """\
Position    Councillor     Council

Chair       Ann Bee        Weir CC
Members     Cy Dee         Quay DC
            Jo Gull        Tarn LB

Apologies   Eff Hale       Mere CC"""
    rows = [
        ["Position", "Councillor", "Council"],
        ["Chair", "Ann Bee", "Weir CC"],
        ["Members", "Cy Dee", "Quay DC"],
        ["", "Jo Gull", "Tarn LB"],
        ["Apologies", "Eff Hale", "Mere CC"],
    ]
    assert tables(text) == [rows]
    apart = text.replace("LB\n\n", "LB\n\nApologies were sent:\n\n")
    assert tables(apart) == [rows[:-1], rows[-1:]]


def test_a_line_right_below_a_table_may_have_columns_of_its_own() -> None:
    text = """\
Cllr Ann Bee     Weir Council
Cllr Cy Dee      Quay Council

Apologies:

Cllr Josephine Gull      Tarn Council"""
    assert tables(text)[1] == [["Cllr Josephine Gull", "Tarn Council"]]


def test_a_line_of_one_cell_heads_a_table_that_goes_on() -> None:
    text = """\
Cllr Ann Bee     Weir Council
Cllr Cy Dee      Quay Council

Green (1)
Cllr Jo Gull     Tarn Council
Cllr Eff Hale    Mere Council"""
    assert tables(text)[0][2] == ["Green (1)", ""]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("1    Apologies\n2    Minutes\n3    Declarations", id="numbers and titles"),
        pytest.param(
            "Venue:        The Quay\nDate:         3 March\nBoard:        Tides", id="labels"
        ),
        pytest.param("12       MINUTES\n\nThe minutes were agreed.", id="one line"),
        pytest.param(
            "The quay was shut.  It would\nopen again in May.  Nobody\nspoke of it.  All agreed.",
            id="two blanks behind a stop",
        ),
        pytest.param(
            "the  harbour   was   full  of boats\nand  nobody   knew  whose  they were",
            id="prose set to both edges",
        ),
        pytest.param("Fares    120    130\nBoats     80     95", id="figures"),
        pytest.param("Ann\tBee    Cy\nJo\tGull   Eff", id="tabs"),
    ],
)
def test_other_lines_are_no_table(text: str) -> None:
    assert tables(text) == []
