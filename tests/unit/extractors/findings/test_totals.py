"""Totals of invented tables: which are recomputed, what is at fault, and what only looks so."""

import pytest

from pipelines.extractors.findings.totals import read_totals
from pipelines.structures.figures.reading import read_tables
from tests.unit.extractors.papers import document_of
from tests.unit.extractors.reports import REGISTERS

# Three unnamed sums: Boats and crews stands under its parts, which have no total of their own, and
# one label stands under income and again under expenditure.
BUDGET = """\
Harbour budget 2030-31

\tPay £m\tOther £m\tTotal £m
Dues\t\t\t9.00
Grants for piers\t\t\t2.50
Total income\t\t\t11.50
Office\t1.00\t0.50\t1.50
Ferries\t2.20\t\t
Tugs\t1.10\t\t
Boats and crews\t3.30\t0.70\t4.00
Total running costs\t4.30\t1.20\t5.50
Grants for piers\t\t2.50\t2.50
Rent\t0.20\t1.10\t1.30
Insurance\t-\t1.90\t1.90
Total overheads\t0.20\t3.00\t3.20
Total expenditure\t4.50\t6.70\t11.20
Balance\t\t\t0.30
"""
UPTAKE = """\
Places taken 2030/31

Region\tFS\tNB\tTotal
North East\t3\t4\t7
South West\t1\t2\t3
Wales\t5\t0\t5
Total:\t9\t6\t15
"""


def found_in(text: str) -> list[tuple[str, str, str | None, str | None, str]]:
    return [
        (finding.rule, finding.subject, finding.expected, finding.observed, finding.locator)
        for finding in read_totals(read_tables(document_of(text), REGISTERS))
    ]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(BUDGET, id="sums without a label, a label twice, a balance"),
        pytest.param(UPTAKE, id="margins both ways"),
        pytest.param(
            "Shares\n\nTheme\tShare\nPlans\t50%\nPeople\t49%\nTotal\t100%\n", id="per cents"
        ),
        pytest.param(
            "Outturn\n\n\tQuay\tPier\nDues\t1.2\t2.0\nRents\t1.3\t0.1\nTotal\t2.6\t2.1\n\n"
            "Figures may not sum due to rounding.\n",
            id="rounding that a note owns to",
        ),
        pytest.param(
            "Agenda\n\nItem\tPage\nWelcome\t3\nTotal place\t9\nNotes\t12\n", id="page numbers"
        ),
        pytest.param(
            "Costs\n\n\tQuay\tPier\nTotal\t7\t9\nRopes\t3\t4\nTar\t4\t5\n", id="a total on top"
        ),
        pytest.param(
            "Towns\n\n\tBoats\tPeople\nTotal area\t912\t77\nHythe\t3\t4\nRye\t4\t5\n",
            id="a total of something else",
        ),
        pytest.param(
            "Costs\n\n\tQuay\tPier\nNorth\nRopes\t3\t4\nTar\t4\t5\nTotal\t7\t9\n"
            "South\nRopes\t1\t1\nTar\t1\t2\nTotal\t2\t3\nGrand total\t9\t12\n",
            id="two blocks and a grand total",
        ),
    ],
)
def test_figures_that_agree_give_nothing(text: str) -> None:
    assert found_in(text) == []


@pytest.mark.parametrize(
    ("printed", "wrong", "findings"),
    [
        pytest.param(
            "Total expenditure\t4.50\t6.70",
            "Total expenditure\t4.50\t6.90",
            [("Total expenditure, Other £m", "6.70", "6.90", "l16")],
            id="a total, which its row shows as well",
        ),
        pytest.param(
            "Rent\t0.20\t1.10\t1.30",
            "Rent\t0.20\t1.70\t1.30",
            [("Rent, Other £m", "1.10", "1.70", "l13")],
            id="a part, told by its row and its column",
        ),
        pytest.param(
            "Rent\t0.20\t1.10\t1.30",
            "Rent\t0.20\t1.10\t7.30",
            [("Rent, Total £m", "1.30", "7.30", "l13")],
            id="a total of a row",
        ),
        pytest.param(
            "Tugs\t1.10",
            "Tugs\t1.90",
            [("Boats and crews, Pay £m", "4.10", "3.30", "l8-l10")],
            id="a part of an unnamed sum: no row tells which, so the place holds all of it",
        ),
        pytest.param(
            "Boats and crews\t3.30",
            "Boats and crews\t3.80",
            [("Boats and crews, Pay £m", "3.30", "3.80", "l10")],
            id="an unnamed sum",
        ),
        pytest.param(
            "Dues\t\t\t9.00",
            "Dues\t\t\t8.00",
            [("Total income, Total £m", "10.50", "11.50", "l4-l6")],
            id="the one column there is: a part or its total",
        ),
        pytest.param(
            "Balance\t\t\t0.30",
            "Balance\t\t\t0.80",
            [("Balance, Total £m", "0.30", "0.80", "l17")],
            id="a balance",
        ),
        pytest.param(
            "Total running costs\t4.30\t1.20\t5.50",
            "Total running costs\t4.30\t1.20\t5.60",
            [("Total running costs, Total £m", "5.50", "5.60", "l11")],
            id="a sub-total that its row, its column and the total above contradict",
        ),
    ],
)
def test_a_wrong_figure_in_a_budget(
    printed: str, wrong: str, findings: list[tuple[str, str, str, str]]
) -> None:
    assert found_in(BUDGET.replace(printed, wrong)) == [
        ("total_does_not_add_up", f"Harbour budget 2030-31, {subject}", *rest)
        for subject, *rest in findings
    ]


@pytest.mark.parametrize(
    ("printed", "wrong", "finding"),
    [
        pytest.param(
            "South West\t1", "South West\t6", ("South West, FS", "1", "6", "l5"), id="part"
        ),
        pytest.param(
            "Wales\t5\t0\t5", "Wales\t5\t0\t9", ("Wales, Total", "5", "9", "l6"), id="row"
        ),
        pytest.param("Total:\t9\t6", "Total:\t9\t8", ("Total:, NB", "6", "8", "l7"), id="column"),
        pytest.param("6\t15", "6\t16", ("Total:, Total", "15", "16", "l7"), id="corner"),
    ],
)
def test_a_wrong_count(printed: str, wrong: str, finding: tuple[str, str, str, str]) -> None:
    subject, *rest = finding

    assert found_in(UPTAKE.replace(printed, wrong)) == [
        ("total_does_not_add_up", f"Places taken 2030/31, {subject}", *rest)
    ]


def test_two_wrong_counts_are_two_findings() -> None:
    text = UPTAKE.replace("South West\t1", "South West\t6").replace("Total:\t9\t6", "Total:\t9\t8")

    assert [(subject, locator) for _, subject, *_, locator in found_in(text)] == [
        ("Places taken 2030/31, South West, FS", "l5"),
        ("Places taken 2030/31, Total:, NB", "l7"),
    ]


def test_a_total_whose_figures_have_slid_is_one_finding() -> None:
    assert found_in(UPTAKE.replace("Total:\t9\t6\t15", "Total:\t\t9\t6")) == [
        (
            "total_row_has_slid",
            "Places taken 2030/31, Total:",
            "9 | 6 | 15",
            "Total: |  | 9 | 6",
            "l7",
        )
    ]


def test_one_line_told_by_two_tables() -> None:
    one = "Costs of 2030\n\n\tTotal £m\nRopes\t1\nTar\t2\nPaint\t3\nOars\t4\nNets\t5\n"
    lines = "Ropes\t\t1\nTar\t\t2\nPaint\t\t8\nOars\t\t4\nNets\t\t5\n"
    other = f"The same by pier\n\n\tEast\tTotal £m\n{lines}"

    assert found_in(f"{one}\nSome words.\n\n{other}") == [
        ("figure_told_in_two_ways", "The same by pier, Paint, Total £m", "3", "8", "l17")
    ]
