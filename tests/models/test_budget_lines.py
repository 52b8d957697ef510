from datetime import date
from decimal import Decimal
from typing import Any

from .conftest import Build

Line = tuple[str, list[str | None]]

HEAD = ["Pay £m", "Other £m", "Total £m"]


def test_a_finding_of_a_table_is_named_after_the_table_that_holds_the_row(build: Build) -> None:
    found = {"rule": "total_does_not_add_up", "table_name": "tables", "subject": "Total, Pay £m"}
    warehouse = build(
        budget_lines=_table([("Ferries", ["2", "3", "5"])]),
        findings=[
            # A row of the budget, and a row of a table that no table of the warehouse holds.
            {**found, "expected": "2.00", "observed": "3.00", "locator": "l1"},
            {**found, "expected": "2.00", "observed": "4.00", "locator": "l9"},
        ],
    )

    assert warehouse.rows("table_name, observed, message", "quality_findings") == [
        ("budget_lines", "3.00", "Total, Pay £m: printed 3.00; the sums give 2.00."),
        ("tables", "4.00", "Total, Pay £m: printed 4.00; the sums give 2.00."),
    ]


def test_the_later_paper_decides_for_the_table_of_one_title_and_year(build: Build) -> None:
    warehouse = build(
        papers=[
            {"paper_id": "b2", "meeting_date": date(2022, 1, 18)},
            {"paper_id": "a1", "meeting_date": date(2022, 3, 22)},
        ],
        budget_lines=[
            *_table([("Ferries", ["2", "3", "5"])], paper_id="b2"),
            *_table([("Quays", ["1", "3", "4"])], paper_id="a1", table_title="harbour BUDGET"),
            # Without a year nothing says that it is the same table.
            *_table([("Piers", ["1", "1", "2"])], paper_id="b2", table_no=2, financial_year=None),
        ],
    )

    assert warehouse.rows("distinct paper_id, line", "budget_lines") == [
        ("a1", "Quays"),
        ("b2", "Piers"),
    ]


def test_a_figure_of_a_later_paper_that_differs_is_told(build: Build) -> None:
    warehouse = build(
        papers=[
            {"paper_id": "b2", "meeting_date": date(2022, 1, 18)},
            {"paper_id": "a1", "meeting_date": date(2022, 3, 22)},
        ],
        budget_lines=[
            *_table([("Ferries", ["2", "3", "5"]), ("Quays", ["1", "1", "2"])], paper_id="b2"),
            # A line that stands twice cannot be told from the other.
            *_table([("Other", ["1", "1", "2"])], paper_id="b2"),
            *_table([("Other", ["7", "1", "8"])], paper_id="b2"),
            *_table([("Ferries", ["2", "4", "6"]), ("Other", ["9", "9", "18"])], paper_id="a1"),
        ],
    )

    assert warehouse.rows("rule, subject, expected, observed, locator", "quality_findings") == [
        ("later_paper_disagrees", f"Ferries, {HEAD[1]}, 2021/22", "4.00", "3.00", "l1"),
        ("later_paper_disagrees", f"Ferries, {HEAD[2]}, 2021/22", "6.00", "5.00", "l1"),
    ]


def _table(lines: list[Line], **more: Any) -> list[dict[str, Any]]:
    return [
        {
            "table_title": "Harbour budget",
            "financial_year": "2021/22",
            "line": line,
            "column_name": HEAD[column - 1],
            "amount_gbp": Decimal(figure),
            "is_total": line.startswith("Total") or column == len(HEAD),
            "row_no": row,
            "column_no": column,
            "locator": f"l{row}",
            **more,
        }
        for row, (line, figures) in enumerate(lines, start=1)
        for column, figure in enumerate(figures, start=1)
        if figure is not None
    ]
