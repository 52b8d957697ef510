"""Rows that something speaks against."""

import pytest

from pipelines.structures.figures.reading import read_tables
from tests.unit.structures.paper import document, registers

HEAD = "Leadership figures\n\nRegion\tLP\tLA\tNG\tTotal\n"
NORTH, WALES, LONDON = "North East\t1\t3\t4\t8\n", "Wales\t2\t3\t1\t6\n", "London\t3\t3\t5\t11\n"
TOTAL = "Total\t6\t9\t10\t25\n"


def doubts(text: str) -> dict[str, str]:
    """The reason for each doubted label."""
    (read,) = read_tables(document(text), registers())
    return {read.table.labels[row]: doubt.reason for row, doubt in read.doubts.items()}


ALL = ("North East", "Wales", "London", "Total")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(HEAD + NORTH + WALES + LONDON + TOTAL, {}, id="all add up"),
        pytest.param(
            HEAD + NORTH + WALES.replace("\t2", "\t8") + LONDON + TOTAL, {}, id="a misprint"
        ),
        pytest.param(
            HEAD + NORTH + "Wales\t\t2\t3\t1\n" + LONDON + TOTAL,
            {"Wales": "figures_in_wrong_columns"},
            id="a row that slid",
        ),
        pytest.param(
            HEAD + NORTH + "Wales\t2\t1\t6\n" + LONDON + TOTAL,
            {"Wales": "figures_in_wrong_columns"},
            id="a row that lost a cell",
        ),
        pytest.param(
            HEAD + NORTH + WALES + LONDON + "Total\t\t6\t9\t10\n",
            {"Total": "figures_in_wrong_columns"},
            id="a total that slid",
        ),
        pytest.param(
            HEAD + NORTH + WALES + "Rural sub-total\t3\t6\t5\t14\n" + LONDON + TOTAL,
            {},
            id="a sub-total among the rows",
        ),
        pytest.param(
            HEAD.replace("LP\t", "").strip() + "\t\n" + NORTH + WALES + LONDON + TOTAL,
            dict.fromkeys(ALL, "sums_do_not_hold"),
            id="heads one column to the left",
        ),
        pytest.param(
            HEAD.replace("Total\n", "\n") + NORTH + WALES + LONDON + TOTAL,
            {},
            id="a total without a head",
        ),
        pytest.param(
            HEAD.replace("\tTotal", "\t") + "Wales\t2\t3\t1\t9\nLondon\t3\t3\t5\t7\n",
            {"Wales": "figures_without_head", "London": "figures_without_head"},
            id="figures that no head and no sum explains",
        ),
        pytest.param(
            HEAD + NORTH + "Wales\t\t2 3\t1\t6\n" + LONDON + TOTAL,
            {"Wales": "figures_left_over"},
            id="two figures in one cell",
        ),
        pytest.param(
            "Leadership figures\n\nRegion\tLP\tLA\nWales\t\t3 400\nLondon\t2\t100\n",
            {"Wales": "figures_left_over"},
            id="thousands or two figures",
        ),
        pytest.param(
            "Leadership figures\n\nRegion\tLP\tLA\nWales\t\t3 400\nLondon\t2\t100\n"
            "Total\t2\t3 500\n",
            {},
            id="thousands that a sum proves",
        ),
        pytest.param(
            HEAD + NORTH + "Wales\t2\t3\t1\t6\t9\n" + LONDON + TOTAL,
            {"Wales": "figures_left_over"},
            id="a figure too many",
        ),
        pytest.param(
            HEAD
            + "North East\t\t1\t3\t4\nWales\t\t2\t3\t1\nLondon\t\t3\t3\t5\nTotal\t\t6\t9\t10\n",
            dict.fromkeys(ALL, "figures_without_head"),
            id="all figures under the next head",
        ),
        pytest.param(
            HEAD
            + "North East\t\t1\t3\t4\t8\nWales\t\t2\t3\t1\t\n"
            + "London\t\t3\t3\t5\t11\nTotal\t\t6\t9\t10\t25\n",
            {"Wales": "figures_in_wrong_columns"},
            id="figures beyond the last head, put right by their order but in one row",
        ),
        pytest.param(
            HEAD + "North East\t1\t3\t\t8\nWales\t2\t3\t4\t6\nLondon\t3\t3\t1\t11\n"
            "Total\t6\t9\t10\t25\n",
            dict.fromkeys(ALL, "sums_do_not_hold"),
            id="a column that moved down",
        ),
    ],
)
def test_doubts(text: str, expected: dict[str, str]) -> None:
    assert doubts(text) == expected


def test_a_budget_that_does_not_add_up_is_published_as_printed() -> None:
    assert doubts("Costs\n\n\tA £m\tB £m\nPay\t1\t2\nRent\t3\t4\nTotal\t9\t9\n") == {}
