"""Which lines of a table are sums of which others."""

from decimal import Decimal

import pytest

from pipelines.structures.figures.sums import (
    MOST_HIDDEN,
    Line,
    Sum,
    SumFinder,
    added,
    checked_sums,
    discrepancies,
    slide,
)

Printed = dict[str, list[int | None]]
Found = dict[str, list[str]]


def lines_of(printed: Printed) -> list[Line]:
    return [[None if n is None else Decimal(n) for n in line] for line in printed.values()]


def sums(printed: Printed, margin: int | None = None) -> Found:
    """The parts of each total by their labels, those taken off with a sign."""
    labels = list(printed)
    found = SumFinder(labels, lines_of(printed), margin).find()
    return {
        labels[one.total]: [f"{'' if sign > 0 else '-'}{labels[part]}" for part, sign in one.parts]
        for one in found
    }


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        pytest.param(
            {"a": [1, 2], "b": [3, 4], "Total": [4, 6]}, {"Total": ["a", "b"]}, id="plain"
        ),
        pytest.param(
            {"a": [1, 2], "b": [3, 4], "Total": [4, 7]}, {"Total": ["a", "b"]}, id="with a fault"
        ),
        pytest.param({"a": [1, 2], "Total": [1, 2]}, {}, id="one part"),
        pytest.param(
            {"a": [1], "b": [2], "Total": [3], "c": [4], "d": [5], "Total fares": [9]},
            {"Total": ["a", "b"], "Total fares": ["c", "d"]},
            id="two groups",
        ),
        pytest.param(
            {"a": [1], "b": [2], "Sub-total": [3], "c": [4], "Grand total": [7]},
            {"Sub-total": ["a", "b"], "Grand total": ["Sub-total", "c"]},
            id="a sub-total",
        ),
        pytest.param(
            {"North": [None], "a": [1], "b": [2], "Total": [3]}, {"Total": ["a", "b"]}, id="heading"
        ),
        pytest.param(
            {"Total": [3, 7], "a": [1, 3], "b": [2, 4]}, {"Total": ["a", "b"]}, id="on top"
        ),
        pytest.param({"Total": [3], "a": [1], "b": [9]}, {}, id="on top, and no sum"),
        pytest.param(
            {"a": [9], "b": [3], "Balance": [6]}, {"Balance": ["a", "-b"]}, id="a balance"
        ),
        pytest.param(
            {"a": [3], "b": [9], "Deficit": [6]}, {"Deficit": ["-a", "b"]}, id="a deficit"
        ),
        pytest.param(
            {"a": [1, 1, 1, 1, 1], "b": [1, 1, 1, 1, 1], "Total of quays": [2, 9, 9, 9, 9]},
            {},
            id="one place of five",
        ),
        pytest.param(
            {"a": [1, 1, 1], "b": [1, 1, 1], "Total of quays": [2, 9, 9]},
            {"Total of quays": ["a", "b"]},
            id="one place of three",
        ),
        pytest.param(
            {"a": [1, 1], "b": [1, 1], "Total": [9, 9]}, {"Total": ["a", "b"]}, id="called so alone"
        ),
        pytest.param({"a": [1, 1], "b": [1, 1], "Total of quays": [9, 9]}, {}, id="another total"),
    ],
)
def test_totals_and_their_parts(printed: Printed, expected: Found) -> None:
    assert sums(printed) == expected


@pytest.mark.parametrize(
    ("printed", "margin", "expected"),
    [
        pytest.param(
            {"a": [5], "b": [1], "c": [3], "North": [4], "Total": [9]},
            None,
            {"Total": ["a", "North"], "North": ["b", "c"]},
            id="by its figures",
        ),
        pytest.param(
            {"a": [1, None], "b": [3, None], "North": [5, 5], "c": [5, 5], "Total": [10, 10]},
            1,
            {"North": ["a", "b"], "Total": ["North", "c"]},
            id="by the margin that its parts lack",
        ),
    ],
)
def test_a_sub_total_without_a_label(printed: Printed, margin: int | None, expected: Found) -> None:
    assert sums(printed, margin) == expected


@pytest.mark.parametrize(
    ("groups", "hidden"), [(MOST_HIDDEN, MOST_HIDDEN), (MOST_HIDDEN + 1, MOST_HIDDEN)]
)
def test_a_total_has_at_most_so_many_of_them(groups: int, hidden: int) -> None:
    printed: Printed = {"x": [1, 1]}
    for group in range(groups):
        printed |= {f"a{group}": [1, None], f"b{group}": [2, None], f"s{group}": [3, 3]}
    assert len(sums({**printed, "Total": [1 + 3 * groups] * 2}, margin=1)) == hidden + 1


LINES = lines_of({"a": [1, 2, None, 4], "b": [5, None, None, 4], "t": [7, 2, 3, None]})
ONE = Sum(2, ((0, 1), (1, -1)))


def test_a_sum_is_checked_where_the_total_and_a_part_are_printed() -> None:
    assert checked_sums(ONE, LINES) == [(0, Decimal(-4)), (1, Decimal(2))]
    assert discrepancies(ONE, LINES) == [(0, Decimal(-4))]
    assert [added(ONE, LINES, place) for place in range(4)] == [-4, 2, 0, 0]


@pytest.mark.parametrize(
    ("total", "expected"),
    [
        pytest.param([None, 3, 5], True, id="one place on"),
        pytest.param([3, 5, 7], False, id="in their places"),
        pytest.param([None, 3, 6], False, id="another figure"),
        pytest.param([None, 3, None], False, id="one figure"),
    ],
)
def test_figures_of_a_total_that_slid(total: list[int | None], expected: bool) -> None:
    lines = lines_of({"a": [1, 2, 3], "b": [2, 3, 4], "t": total})
    assert slide(Sum(2, ((0, 1), (1, 1))), lines) is expected
