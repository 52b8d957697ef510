from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from .conftest import Build

Line = tuple[str, list[str | None]]

HEAD = ["Pay £m", "Other £m", "Total £m"]


@pytest.mark.parametrize(
    ("lines", "findings"),
    [
        pytest.param(
            [("Ferries", ["2", "3", "5"]), ("Quays", ["1", "1", "2"]), ("Total", ["3", "4", "7"])],
            [],
            id="all adds up",
        ),
        pytest.param(
            [("Ferries", ["2", "3", "6"]), ("Quays", ["1", "1", "2"]), ("Total", ["3", "4", "8"])],
            [("Ferries", "5.00", "6.00", "l1"), ("Total", "7.00", "8.00", "l3")],
            id="a row and the total row",
        ),
        pytest.param(
            [("Ferries", ["2", "3", "5"]), ("Quays", ["1", "1", "2"]), ("Total", ["4", "3", "7"])],
            [
                ("Total, Other £m", "4.00", "3.00", "l3"),
                ("Total, Pay £m", "3.00", "4.00", "l3"),
            ],
            id="two columns",
        ),
        pytest.param(
            # The third line is the sum of the first two, and not called so.
            [
                ("Ferries", ["2", "3", "5"]),
                ("Quays", ["1", "1", "2"]),
                ("Transport", ["3", "4", "7"]),
                ("Wages", ["1", "1", "2"]),
                ("Total", ["4", "5", "9"]),
            ],
            [],
            id="a sub-total without the word",
        ),
        pytest.param(
            [
                ("Ferries", ["2", None, None]),
                ("Quays", ["1", "1", "2"]),
                ("Total", ["9", "4", "13"]),
            ],
            [],
            id="a missing figure",
        ),
        pytest.param(
            [
                ("Ferries", ["2", "3", "5"]),
                ("Total income", ["2", "3", "5"]),
                ("Quays", ["1", "1", "2"]),
                ("Total", ["9", "1", "10"]),
            ],
            [],
            id="two totals",
        ),
    ],
)
def test_a_budget_total_is_checked_where_its_parts_are_certain(
    build: Build, lines: list[Line], findings: list[tuple[str, str, str, str]]
) -> None:
    warehouse = build(budget_lines=_table(lines))

    columns = "subject, expected, observed, locator"
    assert warehouse.rows(columns, "quality_findings") == findings


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
