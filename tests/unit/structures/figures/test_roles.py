"""Roles of columns: each head alone may mean several things, the whole table one."""

import pytest

from pipelines.structures.figures.roles import is_share_of, read_roles
from tests.unit.structures.paper import document, figure_tables, registers


def roles(text: str) -> list[str]:
    (table,) = figure_tables(document(text))
    return [str(column.role) for column in read_roles(table, registers()).columns]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Region\tCouncillors\nWales\t3\nLondon\t4", ["label", "count"], id="councillors alone"
        ),
        pytest.param(
            "Region\tBooked\tCouncillors\nWales\t3\t300\nLondon\t4\t410",
            ["label", "count", "denominator"],
            id="councillors beside those who booked",
        ),
        pytest.param(
            "Region\tCouncillors\tNumber\t%\nWales\t300\t3\t1.0\nLondon\t410\t4\t1.0",
            ["label", "denominator", "count", "percentage"],
            id="the percentage says which is the whole",
        ),
        pytest.param(
            "Region\tNumber\tCouncillors\t%\nWales\t3\t300\t1.0\nLondon\t4\t410\t1.0",
            ["label", "count", "denominator", "percentage"],
            id="the other way round",
        ),
        pytest.param(
            "No.\tRegion\tLA\tRank\n1\tWales\t3\t2\n2\tLondon\t4\t1",
            ["row_number", "label", "count", "rank"],
            id="numbers of rows and ranks",
        ),
        pytest.param(
            "Region\tLA (share)\tChange\nWales\t3 (43%)\t1\nLondon\t4 (57%)\t0",
            ["label", "count", "other"],
            id="a share in brackets",
        ),
        pytest.param(
            "Region\tLA\tCost\tUptake\nWales\t3\t£30\t3%\nLondon\t4\t£40\t4%",
            ["label", "count", "money", "percentage"],
            id="by the cells",
        ),
        pytest.param(
            "Council\tDate\tRAG\tAgree\nKent\t3 May 2016\tRed\t3\nDevon\tMay 2017\tAmber\t4",
            ["label", "day", "words", "other"],
            id="days, words, and answers",
        ),
        pytest.param(
            "Region\tPier\tLA\nWales\t3\t4\nLondon\t4\t5",
            ["label", "unknown", "count"],
            id="a name",
        ),
    ],
)
def test_roles(text: str, expected: list[str]) -> None:
    assert roles(text) == expected


@pytest.mark.parametrize(
    ("printed", "expected"),
    [(("1.0", "2.0"), True), (("1.0", "9.0"), False), (("1", "2"), True), (("7.0", "8.0"), False)],
)
def test_most_percentages_are_shares_of_the_whole(printed: tuple[str, str], expected: bool) -> None:
    first, second = printed
    (table,) = figure_tables(
        document(f"Region\tBooked\tIn post\t%\nWales\t3\t300\t{first}\nLondon\t8\t400\t{second}")
    )
    assert is_share_of(table, 3, 1, 2) is expected
