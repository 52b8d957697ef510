"""The numbers worth adding up: one a programme, period, unit and status."""

from datetime import date
from typing import Any

import pytest

from .conftest import Build

PAPERS = [
    {"paper_id": "a1", "meeting_date": date(2021, 10, 5)},
    {"paper_id": "b2", "meeting_date": date(2022, 3, 22)},
]
COLUMNS = "programme_name, period, participants, status, parts_added, statements, locator"


def test_the_most_complete_statement_of_each_counts(build: Build) -> None:
    warehouse = build(
        papers=PAPERS,
        programme_participation=[
            _said(40, locator="l1"),
            # Known later, and a part of it in the same paper.
            _said(60, locator="l2", paper_id="b2"),
            _said(20, locator="l3", paper_id="b2"),
            # Parts beside a total are none of their own.
            _said(35, locator="l4", paper_id="b2", dimension="region", dimension_value="Wales"),
            # A later number whose year is only inferred.
            _said(
                99,
                locator="l5",
                paper_id="b2",
                is_inferred=True,
                inference_rule="period_from_paper_date",
            ),
            # Another status, another unit, another year: rows of their own.
            _said(70, locator="l6", status="signed_up"),
            _said(5, locator="l7", unit="councils"),
            _said(8, locator="l8", period="2020/21"),
        ],
    )

    assert warehouse.rows(f"unit, {COLUMNS}", "participation_statements") == [
        ("councillors", "First Steps", "2020/21", 8, "took_part", None, 1, "l8"),
        ("councillors", "First Steps", "2021/22", 60, "took_part", None, 5, "l2"),
        ("councillors", "First Steps", "2021/22", 70, "signed_up", None, 1, "l6"),
        ("councils", "First Steps", "2021/22", 5, "took_part", None, 1, "l7"),
    ]


def test_parts_are_added_up_where_no_total_is_stated(build: Build) -> None:
    warehouse = build(
        papers=PAPERS,
        programme_participation=[
            _part("Labour", 12, "l1"),
            _part("Conservative", 10, "l2"),
            # Said twice.
            _part("Conservative", 10, "l3"),
            # In no register: a part of the sum all the same.
            _part("Ferry Party", 1, "l4"),
            # Another breakdown of the same people, which lacks some.
            _said(20, locator="l5", dimension="region", dimension_value="Wales"),
            # A part alone stays what it is, and one that no register has reaches no mart.
            _part("Labour", 7, "l6", period="2020/21"),
            _part("Ferry Party", 3, "l7", period="2019/20"),
        ],
    )

    assert warehouse.rows(f"dimension, dimension_value, {COLUMNS}", "participation_statements") == [
        ("political_group", "Labour", "First Steps", "2020/21", 7, "took_part", 1, 1, "l6"),
        ("political_group", "total", "First Steps", "2021/22", 23, "took_part", 3, 2, "l1"),
    ]


def test_a_number_over_all_programmes_does_not_stand_beside_them(build: Build) -> None:
    cells = [("FS", "first-steps", 3), ("NB", "nb", 4), ("Total", "all", 7)]
    warehouse = build(
        papers=PAPERS,
        leadership_stats=[
            {
                "paper_id": "b2",
                "period": "2021/22",
                "programme_id": programme_id,
                "programme_code": code,
                "dimension": "region",
                "dimension_value": value,
                "councillors": number,
                "status": "took_part",
                "is_total": value == "total" or code == "Total",
                "locator": f"l{line}",
            }
            for line, value in ((1, "Wales"), (2, "total"))
            for code, programme_id, number in cells
        ],
        programme_participation=[
            _named("All our courses", 7, "l7"),
            # Not the number of the table, and not in its paper.
            _named("All our courses", 5, "l8", paper_id="a1"),
            _named("Another course", 6, "l9"),
            # As many as in the table: said again, of a programme that is known, in another paper.
            _named("Digital Ferries", 7, "l10"),
            _named("Digital Ferries", 40, "l11"),
            _said(7, locator="l12", programme_id="second-steps", programme_name="Second Steps"),
            _named("Evening course", 7, "l13", paper_id="a1"),
        ],
    )

    assert warehouse.rows(COLUMNS, "participation_statements") == [
        ("All our courses", "2021/22", 5, "took_part", None, 1, "l8"),
        ("Another course", "2021/22", 6, "took_part", None, 1, "l9"),
        ("Digital Ferries", "2021/22", 40, "took_part", None, 1, "l11"),
        ("Evening course", "2021/22", 7, "took_part", None, 1, "l13"),
        ("First Steps", "2021/22", 3, "took_part", None, 2, "l2"),
        ("NB", "2021/22", 4, "took_part", None, 2, "l2"),
        ("Second Steps", "2021/22", 7, "took_part", None, 1, "l12"),
    ]


@pytest.mark.parametrize(
    ("as_of", "numbers"),
    [
        pytest.param(date(2021, 12, 31), [40], id="of the day of the table"),
        pytest.param(date(2021, 11, 30), [15, 40], id="of another day"),
        pytest.param(None, [15, 40], id="of no day"),
    ],
)
def test_a_known_programme_with_the_number_of_the_table(
    build: Build, as_of: date | None, numbers: list[int]
) -> None:
    own = {"unit": "councillors", "status": "took_part"}
    warehouse = build(
        leadership_stats=[
            {
                "period": "2021/22",
                "as_of": date(2021, 12, 31),
                "programme_id": programme_id,
                "programme_code": code,
                "dimension": "region",
                "dimension_value": "Wales",
                "councillors": 15,
                "status": "took_part",
                "is_total": code == "Total",
                "locator": "l1",
            }
            for programme_id, code in (("nb", "NB"), ("all", "Total"))
        ],
        programme_participation=[
            _said(15, locator="l8", as_of=as_of, **own),
            _said(40, locator="l9", period="2020/21", **own),
        ],
    )

    assert [
        number
        for (number,) in warehouse.rows(
            "participants", "participation_statements where programme_id = 'first-steps'"
        )
    ] == numbers


@pytest.mark.parametrize(
    ("others", "rows"),
    [
        pytest.param([], [("All programmes", 15, "l1")], id="alone"),
        pytest.param([{"period": "2020/21"}], [("All programmes", 15, "l1")], id="another year"),
        pytest.param([{}], [], id="beside a programme"),
    ],
)
def test_a_table_of_a_total_alone_gives_its_number(
    build: Build, others: list[dict[str, Any]], rows: list[tuple[Any, ...]]
) -> None:
    warehouse = build(
        leadership_stats=[
            {
                "period": "2021/22",
                "programme_id": "all",
                "programme_code": "Total",
                "dimension": "region",
                "dimension_value": value,
                "councillors": number,
                "status": "took_part",
                "is_total": True,
                "locator": f"l{line}",
            }
            for line, (value, number) in enumerate((("South East", 10), ("South West", 5)), 1)
        ],
        programme_participation=[_said(4, locator="l9", **more) for more in others],
    )

    assert (
        warehouse.rows(
            "programme_name, participants, locator",
            "participation_statements where programme_id = 'all'",
        )
        == rows
    )


def test_the_breakdown_of_most_parts_counts(build: Build) -> None:
    warehouse = build(
        papers=PAPERS,
        programme_participation=[
            _part("Labour", 60, "l1", paper_id="a1", as_of=date(2021, 9, 1)),
            # Of the same breakdown, at another day.
            _part("Conservative", 40, "l2", paper_id="a1", as_of=date(2021, 9, 30)),
            # Known later, and a part alone.
            _part("Labour", 5, "l3", paper_id="b2", as_of=date(2022, 2, 1)),
        ],
    )

    assert warehouse.rows(f"as_of, dimension_value, {COLUMNS}", "participation_statements") == [
        (date(2021, 9, 30), "total", "First Steps", "2021/22", 100, "took_part", 2, 2, "l1")
    ]


def test_a_statement_of_two_papers_counts_once_with_its_qualifier(build: Build) -> None:
    warehouse = build(
        papers=PAPERS,
        programme_participation=[
            _said(350, locator="l1", qualifier="over"),
            _said(350, locator="l2", qualifier="over", paper_id="b2"),
            # A number over several years is of another period.
            _said(900, locator="l3", qualifier="at_least", period="2018/19-2021/22"),
        ],
    )

    columns = "period, participants, qualifier, statements, paper_id, proof"
    assert warehouse.rows(columns, "participation_statements") == [
        ("2018/19-2021/22", 900, "at_least", 1, "a1", "single"),
        ("2021/22", 350, "over", 2, "b2", "agreed"),
    ]


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        pytest.param([(60, "exactly"), (40, "exactly")], (100, "exactly"), id="all exact"),
        pytest.param([(60, "over"), (40, "over")], (100, "over"), id="all alike"),
        pytest.param([(60, "over"), (40, "exactly")], (100, "about"), id="unlike"),
        pytest.param([(60, "over"), (40, "over"), (30, "exactly")], (100, "over"), id="a lesser"),
    ],
)
def test_a_sum_is_as_exact_as_its_parts(
    build: Build, parts: list[tuple[int, str]], expected: tuple[int, str]
) -> None:
    groups = ("Labour", "Conservative", "Conservative")
    warehouse = build(
        programme_participation=[
            _part(group, number, f"l{number}", qualifier=qualifier)
            for group, (number, qualifier) in zip(groups, parts, strict=False)
        ],
    )

    assert warehouse.rows("participants, qualifier", "participation_statements") == [expected]


@pytest.mark.parametrize(
    ("periods", "rows"),
    [
        pytest.param(
            {"total": None, "parts": "2021/22"}, [("2021/22", 100, 2)], id="a total without period"
        ),
        pytest.param(
            {"total": "2021/22", "parts": None}, [("2021/22", 100, None)], id="parts without period"
        ),
        pytest.param({"total": None, "parts": None}, [(None, 100, None)], id="no period at all"),
    ],
)
def test_a_total_is_never_beside_its_parts(
    build: Build, periods: dict[str, str | None], rows: list[tuple[Any, ...]]
) -> None:
    warehouse = build(
        programme_participation=[
            _said(100, locator="l1", period=periods["total"]),
            _part("Labour", 60, "l2", period=periods["parts"]),
            _part("Conservative", 40, "l3", period=periods["parts"]),
            # Another unit is another number.
            _said(3, locator="l4", unit="councils", period=None),
        ],
    )

    assert (
        warehouse.rows(
            "period, participants, parts_added",
            "participation_statements where unit = 'councillors'",
        )
        == rows
    )
    assert warehouse.rows(
        "period, participants", "participation_statements where unit = 'councils'"
    ) == [(None, 3)]


def _part(group: str, number: int, locator: str, **more: Any) -> dict[str, Any]:
    group_of = {"dimension": "political_group", "dimension_value": group}
    return _said(number, locator=locator, **group_of, **more)


def _named(name: str, number: int, locator: str, **more: Any) -> dict[str, Any]:
    own = {"programme_id": None, "programme_name": name, "paper_id": "b2"}
    return _said(number, locator=locator, **{**own, **more})


def _said(number: int, **more: Any) -> dict[str, Any]:
    return {
        "programme_id": "first-steps",
        "programme_name": "first steps",
        "period": "2021/22",
        "dimension": "total",
        "dimension_value": "total",
        "participants": number,
        "unit": "councillors",
        "qualifier": "exactly",
        "status": "took_part",
        **more,
    }
