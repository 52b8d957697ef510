"""From year to year: actual numbers and plans apart, units apart, no change across a gap."""

from datetime import date
from typing import Any

from .conftest import Build

PAPERS = [
    {"paper_id": "a1", "meeting_date": date(2021, 1, 20)},
    {"paper_id": "b2", "meeting_date": date(2022, 1, 18)},
]
NONE = (None, None, None, None, None, None)
CHANGE = (
    "previous_period, previous_participants, previous_qualifier, change, change_share, "
    "is_change_exact"
)


def test_whole_rows_of_two_years_a_plan_and_another_unit(build: Build) -> None:
    warehouse = build(
        papers=PAPERS,
        programme_participation=[
            _said("2019/20", 40, paper_id="a1", locator="l1", quote="forty came"),
            _said("2020/21", 50, paper_id="b2", locator="l2", quote="fifty came"),
            _said("2021/22", 90, status="planned", qualifier="at_least", locator="l3"),
            _said("2020/21", 12, unit="councils", paper_id="b2", locator="l4"),
            # No year, no trend; and who dropped out took no part.
            _said(None, 7, locator="l5"),
            _said("2020/21", 3, status="dropped_out", paper_id="b2", locator="l6"),
        ],
    )

    steps = ("first-steps", "First Steps")
    actual, councils = (*steps, "councillors", "actual"), (*steps, "councils", "actual")
    planned = (*steps, "councillors", "planned")
    came, aimed = ("exactly", "took_part", None, False), ("at_least", "planned", None, False)
    before = ("2019/20", 40, "exactly", 10, 0.25, True)
    assert warehouse.rows("*", "programme_trend") == [
        (*actual, "2019/20", 40, *came, *NONE, 1, "a1", "l1", "forty came", "single"),
        (*actual, "2020/21", 50, *came, *before, 1, "b2", "l2", "fifty came", "single"),
        (*planned, "2021/22", 90, *aimed, *NONE, 1, "a1", "l3", "some words", "single"),
        (*councils, "2020/21", 12, *came, *NONE, 1, "b2", "l4", "some words", "single"),
    ]


def test_a_change_from_over_so_many_is_not_exact(build: Build) -> None:
    warehouse = build(
        papers=PAPERS,
        programme_participation=[
            _said("2019/20", 40, qualifier="over"),
            _said("2020/21", 30, paper_id="b2"),
        ],
    )

    assert warehouse.rows(f"qualifier, {CHANGE}", "programme_trend where period = '2020/21'") == [
        ("exactly", "2019/20", 40, "over", -10, -0.25, False)
    ]


def test_there_is_no_change_across_a_gap_or_from_several_years(build: Build) -> None:
    warehouse = build(
        papers=PAPERS,
        programme_participation=[
            _said("2017/18", 40, locator="l1"),
            _said("2019/20", 30, locator="l2"),
            _said("2016/17-2018/19", 90, locator="l3"),
            # It begins in the year after one, and ends in the year before another.
            _said("2018/19-2018/19", 60, locator="l4", unit="councils"),
            _said("2017/18", 50, locator="l5", unit="councils"),
            _said("2019/20", 40, locator="l6", unit="councils"),
        ],
    )

    councils = "programme_trend where unit = 'councils' and previous_period is not null"
    assert warehouse.rows("period", councils) == []
    of_councillors = "programme_trend where unit = 'councillors'"
    assert warehouse.rows(f"period, {CHANGE}", of_councillors) == [
        ("2016/17-2018/19", *NONE),
        ("2017/18", *NONE),
        ("2019/20", *NONE),
    ]


def test_the_number_known_last_counts_then_the_greatest(build: Build) -> None:
    warehouse = build(
        papers=PAPERS,
        programme_participation=[
            _said("2020/21", 60, paper_id="a1", locator="l1"),
            _said("2020/21", 50, paper_id="b2", locator="l2"),
            # A part of the fifty.
            _said("2020/21", 20, paper_id="b2", locator="l3"),
        ],
    )

    assert warehouse.rows("participants, statements, locator", "programme_trend") == [(50, 3, "l2")]


def test_a_number_of_december_is_of_a_part_of_the_year(build: Build) -> None:
    warehouse = build(
        papers=PAPERS,
        programme_participation=[
            _said("2021/22", 50, paper_id="b2", as_of=date(2021, 12, 31), status="signed_up"),
            _said("2020/21", 45, paper_id="b2"),
        ],
    )

    assert warehouse.rows("period, as_of, is_part_year, change", "programme_trend") == [
        ("2020/21", None, False, None),
        ("2021/22", date(2021, 12, 31), True, 5),
    ]


def test_tables_count_by_their_totals(build: Build) -> None:
    cells = [("Wales", "FS", 3), ("South East", "FS", 4), ("total", "FS", 7), ("total", "Total", 7)]
    warehouse = build(
        papers=PAPERS,
        leadership_stats=[
            {
                "paper_id": "b2",
                "period": "2021/22",
                "as_of": date(2021, 12, 31),
                "programme_id": "first-steps" if code == "FS" else "total",
                "programme_code": code,
                "dimension": "region",
                "dimension_value": value,
                "councillors": number,
                "status": "signed_up",
                "is_total": value == "total",
                "locator": f"l{line}",
                "column_no": line,
            }
            for line, (value, code, number) in enumerate(cells, start=1)
        ],
        programme_participation=[_said("2020/21", 5)],
    )

    assert warehouse.rows(
        "programme_id, programme_name, period, participants, status, change, locator",
        "programme_trend",
    ) == [
        ("all", "All programmes", "2021/22", 7, "signed_up", None, "l4"),
        ("first-steps", "First Steps", "2020/21", 5, "took_part", None, "l1"),
        ("first-steps", "First Steps", "2021/22", 7, "signed_up", 2, "l3"),
    ]


def _said(period: str | None, participants: int, **more: Any) -> dict[str, Any]:
    return {
        "programme_id": "first-steps",
        "programme_name": "First Steps",
        "period": period,
        "dimension": "total",
        "dimension_value": "total",
        "participants": participants,
        "unit": "councillors",
        "qualifier": "exactly",
        "status": "took_part",
        **more,
    }
