"""Budget tables of invented papers: units, years, totals, and tables that are none."""

from decimal import Decimal

import pytest

from pipelines.extractors.budget_lines import read_budget_lines
from pipelines.schema.records import BudgetLine
from pipelines.structures.figures.reading import read_tables
from tests.unit.extractors.papers import document_of
from tests.unit.extractors.reports import REGISTERS

BUDGET = """\
Harbour budget 2017-18

\tPay £m\tOther £m\tTotal £m
Dredging\t1.50\t-\t1.50
Balance\t(0.25)\t0\t
Total expenditure\t1.25\t0.00\t1.25
"""


def lines_of(text: str) -> list[BudgetLine]:
    found = read_budget_lines(read_tables(document_of(text), REGISTERS))
    return [line for line in found if isinstance(line, BudgetLine)]


def figures_of(text: str) -> list[tuple[str, str, str, bool]]:
    return [
        (line.line, line.column_name, str(line.amount_gbp), line.is_total)
        for line in lines_of(text)
    ]


def test_every_figure_is_one_row() -> None:
    assert figures_of(BUDGET) == [
        ("Dredging", "Pay £m", "1500000.00", False),
        ("Dredging", "Total £m", "1500000.00", True),
        ("Balance", "Pay £m", "-250000.00", False),
        ("Balance", "Other £m", "0.00", False),
        ("Total expenditure", "Pay £m", "1250000.00", True),
        ("Total expenditure", "Other £m", "0.00", True),
        ("Total expenditure", "Total £m", "1250000.00", True),
    ]
    assert lines_of(BUDGET)[0] == BudgetLine(
        table_title="Harbour budget 2017-18",
        financial_year="2017/18",
        line="Dredging",
        column_name="Pay £m",
        amount_gbp=Decimal("1500000.00"),
        is_total=False,
        table_no=1,
        row_no=2,
        column_no=2,
        locator="l4",
        quote="Dredging 1.50 - 1.50",
        proof="sums_hold",
    )


@pytest.mark.parametrize(
    ("header", "amount"),
    [
        pytest.param("Budget\n\n\tQuay £'000\tPier\n", "2000.00", id="unit of one column for all"),
        pytest.param("Budget\n\n(£000)\n\n\tQuay\tPier\n", "2000.00", id="unit between"),
        pytest.param("Budget (£ million)\n\n\tQuay\tPier\n", "2000000.00", id="unit in the title"),
        pytest.param("Budget\n\n\tQuay £k\tPier £\n", "2.00", id="each column its own"),
        pytest.param("Income\n\n\tQuay\tPier\n", "2.00", id="pounds where no unit is printed"),
    ],
)
def test_units(header: str, amount: str) -> None:
    assert str(lines_of(header + "Ropes\t1\t2\nTar\t3\t4\n")[1].amount_gbp) == amount


def test_a_year_of_a_column_goes_before_that_of_the_title() -> None:
    text = "Spending 2016/17\n\n\t2017/18\t2018/19\tActual\n\t£000\t£000\t£000\nTar\t3\t4\t5\n"
    assert [(line.column_name, line.financial_year) for line in lines_of(text)] == [
        ("2017/18 £000", "2017/18"),
        ("2018/19 £000", "2018/19"),
        ("Actual £000", "2016/17"),
    ]


def test_columns_without_money_are_left_out() -> None:
    text = "Staffing costs\n\n\tFTE\tBudget £\t% change\nQuay\t12\t1,200\t3\nPier\t4\t900\t-2\n"
    assert figures_of(text) == [
        ("Quay", "Budget £", "1200.00", False),
        ("Pier", "Budget £", "900.00", False),
    ]


def test_a_table_goes_on_after_a_page_break() -> None:
    cut = BUDGET.replace("Balance", "\nBalance")
    assert figures_of(cut) == figures_of(BUDGET)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Region\tLP\tNG\nWales\t7\t2\nLondon\t1\t4\n", id="leadership"),
        pytest.param(
            "Agenda\n\n\tItem\tPage\tTime\n1.\tBudget 2017/18\t3\t\n2.\tCosts\t7\t\n", id="agenda"
        ),
        pytest.param("Councillors\t09/09/16\tTotal\nAnn Bee\tYes\t4\n", id="attendance"),
        pytest.param("Costs will be met.\n\nPhone no:\t020 7000 1\nRoom\t12\n", id="contacts"),
    ],
)
def test_other_tables_are_left_alone(text: str) -> None:
    assert lines_of(text) == []


def test_the_name_of_a_part_is_no_name_of_a_column() -> None:
    text = "Outturn\n\n\tBudget 2017/18\tForecast\n\t£000\t£000\nIncome\t\t\nDues\t3\t4\n"
    assert [(line.column_name, line.financial_year, line.line) for line in lines_of(text)] == [
        ("Budget 2017/18 £000", "2017/18", "Dues"),
        ("Forecast £000", None, "Dues"),
    ]


def test_money_by_region_is_money() -> None:
    text = "Grants\n\nRegion\t2017/18\t2018/19\nFens\t£1.2m\t£1.4m\nMoors\t£0.5m\t£0.6m\n"
    assert [str(line.amount_gbp) for line in lines_of(text)] == [
        "1200000.00",
        "1400000.00",
        "500000.00",
        "600000.00",
    ]
