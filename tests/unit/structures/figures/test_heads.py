"""Heads of columns: how far each reaches over those below it."""

from dataclasses import replace

import pytest

from pipelines.structures.figures.heads import Levels, read_heads
from tests.unit.structures.paper import rows


def heads(*lines: str) -> list[Levels]:
    header = rows("\n".join(lines))
    return list(read_heads(header, max(len(row.texts) for row in header), 0))[1:]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        pytest.param(["Quay\tToll\tFare"], [("Toll",), ("Fare",)], id="one level"),
        pytest.param(
            ["\t2015\t\t2016\t", "Quay\tToll\tFare\tToll\tFare"],
            [("2015", "Toll"), ("2015", "Fare"), ("2016", "Toll"), ("2016", "Fare")],
            id="the same below each",
        ),
        pytest.param(
            ["\t2015\t2015\t2016\t2016", "Quay\tToll\tFare\tToll\tFare"],
            [("2015", "Toll"), ("2015", "Fare"), ("2016", "Toll"), ("2016", "Fare")],
            id="printed over each",
        ),
        pytest.param(
            ["\t2015\t\t2016\t", "Quay\tToll\tFare\tToll\tPlan"],
            [("2015", "Toll"), ("2015", "Fare"), ("2016", "Toll"), ("2016", "Plan")],
            id="as many below each",
        ),
        pytest.param(
            ["\t2015\t\t2016\t\t", "Quay\tToll\tFare\tToll\tFare\tTotal"],
            [("2015", "Toll"), ("2015", "Fare"), ("2016", "Toll"), ("2016", "Fare"), ("Total",)],
            id="a total of both behind the last",
        ),
        pytest.param(
            ["\tIncome\t", "Quay\tToll\tFare"],
            [("Income", "Toll"), ("Income", "Fare")],
            id="one over all",
        ),
        pytest.param(
            ["Quay\tToll\tFare of\t", "\tof all\tthe pier\tRate"],
            [("Toll", "of all"), ("Fare of", "the pier"), ("Rate",)],
            id="heads that wrap",
        ),
        pytest.param(
            ["\tA\t\tA\t", "\tB\t\tC\t", "Quay\tX\tY\tX\tY"],
            [("A", "B", "X"), ("A", "B", "Y"), ("A", "C", "X"), ("A", "C", "Y")],
            id="three levels",
        ),
        pytest.param(["Quay\tToll", "\tToll"], [("Toll",)], id="a cell over two rows"),
    ],
)
def test_levels(lines: list[str], expected: list[Levels]) -> None:
    assert heads(*lines) == expected


@pytest.mark.parametrize(
    ("spans", "expected"),
    [
        pytest.param(
            (1, 2, 1, 1),
            [("2015", "Toll"), ("2015", "Fare"), ("2016", "Toll")],
            id="more below one than below the other",
        ),
        pytest.param((1, 1, 1, 1), [("2015", "Toll"), ("Fare",), ("2016", "Toll")], id="not said"),
    ],
)
def test_a_head_is_over_the_columns_that_the_paper_sets_it_over(
    spans: tuple[int, ...], expected: list[Levels]
) -> None:
    upper, lower = rows("\t2015\t\t2016\nQuay\tToll\tFare\tToll")
    cells = [replace(cell, span=span) for cell, span in zip(upper.cells, spans, strict=True)]
    found = read_heads([replace(upper, cells=tuple(cells)), lower], 4, 0)
    assert list(found)[1:] == expected
