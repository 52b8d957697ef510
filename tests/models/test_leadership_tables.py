"""Leadership tables that stand for one period, day and dimension: which of them counts."""

from datetime import date
from typing import Any

from .conftest import Build

AS_OF = date(2021, 12, 31)
UPTAKE = "region, councillors", "uptake_by_region where programme_id = 'first-steps'"
CELLS = "dimension_value, programme_code, councillors, status, paper_id", "leadership_stats"


def test_tables_of_two_statuses_are_never_spliced(build: Build) -> None:
    warehouse = build(
        leadership_stats=[
            *_table(1, "signed_up", {"South East": 10, "South West": 5, "total": 15}),
            *_table(2, "took_part", {"South East": 7, "total": 7}),
        ]
    )

    assert warehouse.rows(*CELLS) == [
        ("South East", "FS", 7, "took_part", "a1"),
        ("South East", "FS", 10, "signed_up", "a1"),
        ("South West", "FS", 5, "signed_up", "a1"),
        ("total", "FS", 7, "took_part", "a1"),
        ("total", "FS", 15, "signed_up", "a1"),
    ]
    assert warehouse.rows(*UPTAKE) == [("South East", 7)]
    assert warehouse.rows("dimension_value, councillors", "uptake_sources") == [
        ("South East", 7),
        ("total", 7),
    ]
    assert warehouse.rows(
        "status, participants", "participation_statements where programme_id = 'first-steps'"
    ) == [("signed_up", 15), ("took_part", 7)]
    assert warehouse.rows("programme_id, participants, status", "programme_trend") == [
        ("all", 15, "signed_up"),
        ("first-steps", 15, "signed_up"),
    ]
    assert warehouse.rows("rule", "quality_findings") == []


def test_a_later_paper_takes_away_no_table_of_another_status(build: Build) -> None:
    warehouse = build(
        papers=[
            {"paper_id": "a1", "meeting_date": date(2022, 1, 18)},
            {"paper_id": "b2", "meeting_date": date(2022, 3, 22)},
        ],
        leadership_stats=[
            *_table(1, "signed_up", {"South East": 10, "South West": 5}),
            *_table(1, "took_part", {"South East": 7}, paper_id="b2"),
        ],
    )

    assert warehouse.rows(*CELLS) == [
        ("South East", "FS", 7, "took_part", "b2"),
        ("South East", "FS", 10, "signed_up", "a1"),
        ("South West", "FS", 5, "signed_up", "a1"),
    ]
    assert warehouse.rows(*UPTAKE) == [("South East", 7)]
    assert warehouse.rows("rule", "quality_findings") == []


def test_of_two_tables_of_one_paper_one_counts_as_a_whole(build: Build) -> None:
    warehouse = build(
        leadership_stats=[
            *_table(1, "took_part", {"South East": 10, "South West": 5}),
            *_table(2, "took_part", {"South East": 7}),
        ]
    )

    assert warehouse.rows(*CELLS) == [("South East", "FS", 7, "took_part", "a1")]
    assert warehouse.rows("rule, severity, message, locator", "quality_findings") == [
        (
            "tables_of_one_paper_disagree",
            "warning",
            "region, 2021/22, 2021-12-31, took_part: cells of the table here that the table at l21 "
            "lacks or prints differently: 2. The table at l21 decides.",
            "l11",
        )
    ]


def test_a_table_that_is_printed_twice_is_no_finding(build: Build) -> None:
    table = {"South East": 10, "South West": 5}

    warehouse = build(
        leadership_stats=[*_table(1, "took_part", table), *_table(2, "took_part", table)]
    )

    assert warehouse.rows(f"{CELLS[0]}, locator", CELLS[1]) == [
        ("South East", "FS", 10, "took_part", "a1", "l21"),
        ("South West", "FS", 5, "took_part", "a1", "l22"),
    ]
    assert warehouse.rows("rule", "quality_findings") == []


def test_tables_without_a_common_cell_are_parts_of_one(build: Build) -> None:
    warehouse = build(
        leadership_stats=[
            *_table(1, "took_part", {"South East": 10}),
            # The rows go on after a page break, and another programme has a table of its own.
            *_table(2, "took_part", {"South West": 5}),
            *_table(3, "took_part", {"South East": 3}, programme_id="nb", programme_code="NB"),
        ]
    )

    assert warehouse.rows("programme_id, region, councillors", "uptake_by_region") == [
        ("all", "South East", 13),
        ("all", "South West", 5),
        ("first-steps", "South East", 10),
        ("first-steps", "South West", 5),
        ("nb", "South East", 3),
    ]


def test_margins_of_two_statuses_are_not_compared(build: Build) -> None:
    by_group = {"dimension": "political_group"}

    warehouse = build(
        leadership_stats=[
            *_table(1, "took_part", {"South East": 7}),
            *_table(2, "signed_up", {"Labour": 10}, **by_group),
            # By type the other status again: the shires of the one region are not told apart.
            *_table(3, "signed_up", {"county": 10}, dimension="council_type"),
        ]
    )

    assert warehouse.rows("rule", "quality_findings") == []
    assert warehouse.rows("region, political_group", "uptake_region_by_party_bounds") == []


def test_equal_margins_of_two_statuses_give_no_bounds(build: Build) -> None:
    warehouse = build(
        leadership_stats=[
            *_table(1, "took_part", {"South East": 7}),
            *_table(2, "signed_up", {"Labour": 7}, dimension="political_group"),
        ]
    )

    assert warehouse.rows("region, political_group", "uptake_region_by_party_bounds") == []


def _table(number: int, status: str, cells: dict[str, int], **more: Any) -> list[dict[str, Any]]:
    return [
        {
            "period": "2021/22",
            "as_of": AS_OF,
            "programme_id": "first-steps",
            "programme_code": "FS",
            "dimension": "region",
            "dimension_value": value,
            "councillors": councillors,
            "status": status,
            "is_total": value == "total",
            "table_no": number,
            "row_no": row,
            "locator": f"l{number}{row}",
            **more,
        }
        for row, (value, councillors) in enumerate(cells.items(), start=1)
    ]
