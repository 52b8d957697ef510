"""Printed percentages against the two numbers beside them."""

import pytest

from pipelines.extractors.findings.percentages import find_wrong_percentages
from pipelines.structures.figures.reading import read_tables
from tests.unit.extractors.papers import document_of
from tests.unit.extractors.reports import REGISTERS

TABLE = """\
Leadership Academy bookings

Region\tBooked\tIn post\tPer cent
Wales\t33\t1,104\t3.0
London\t12\t640\t1.9
North East\t20\t1,000\t2
Total\t65\t2,744\t2.4
"""


def found_in(text: str) -> list[tuple[str, str | None, str | None, str]]:
    return [
        (finding.subject, finding.expected, finding.observed, finding.locator)
        for finding in find_wrong_percentages(read_tables(document_of(text), REGISTERS))
    ]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        pytest.param("", "", [], id="all are right"),
        pytest.param("\t1.9", "\t1.8", [], id="cut and not rounded"),
        pytest.param(
            "\t1.9",
            "\t4.9",
            [("Leadership Academy bookings, London, Per cent", "1.9", "4.9", "l5")],
            id="a wrong one",
        ),
        pytest.param(
            "3.0\n",
            "51\n",
            [("Leadership Academy bookings, Wales, Per cent", "3", "51", "l4")],
            id="another wrong one",
        ),
    ],
)
def test_percentages(old: str, new: str, expected: list[tuple[str, str, str, str]]) -> None:
    assert found_in(TABLE.replace(old, new) if old else TABLE) == expected


def test_a_share_of_something_else_is_left_alone() -> None:
    text = TABLE.replace("3.0", "51").replace("1.9", "18").replace("\t2\n", "\t31\n")
    assert found_in(text) == []
