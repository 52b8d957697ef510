"""What papers tell in two ways: grids and lists, announcements, sentences, breakdowns, stubs."""

from datetime import date, time
from typing import Any

import pytest

from .conftest import Build
from .statements import MEETING, found, person

LISTED = [person(name, "list") for name in ("Ada Quay", "Bea Pier", "Cy Dock")]


@pytest.mark.parametrize(
    ("grid", "findings"),
    [
        pytest.param([person("Ada Quay", "grid", locator="l7")], [], id="the two agree"),
        pytest.param(
            [person("Dot Mole", "grid", locator="l7")],
            [("grid_names_others", "Dot Mole", "a name in the list", "present", "l7")],
            id="somebody whom the list leaves out",
        ),
        pytest.param(
            [person("Ada Quay", "grid", capacity="observer", locator="l7")],
            [("capacity_disagrees", "Ada Quay", "member", "observer", "l7")],
            id="a member among the observers",
        ),
        pytest.param(
            [person("Ada Quay", "grid", status="absent", locator="l7")],
            [("grid_and_list_disagree", "Ada Quay", "present", "absent", "l7")],
            id="present and not present",
        ),
        pytest.param(
            [person("Ada Quay", "prose", status="apologies", locator="l7")],
            [("record_contradicts_itself", "Ada Quay", "present", "apologies", "l7")],
            id="present and excused in one record",
        ),
    ],
)
def test_a_grid_beside_a_list(
    build: Build, grid: list[dict[str, Any]], findings: list[tuple[str, ...]]
) -> None:
    assert found(build, attendance=[*LISTED, *grid]) == [
        (rule, f"{name}, ferry-board:2022-03-22", *rest) for rule, name, *rest in findings
    ]


@pytest.mark.parametrize(
    ("name", "capacity", "roles", "is_told"),
    [
        pytest.param("Ada Quay", "member", ["member"], False, id="a name of the list"),
        pytest.param("Dot Mole", "member", ["member"], True, id="a member more"),
        pytest.param("Dot Mole", "substitute", ["member"], True, id="a substitute more"),
        pytest.param("Dot Mole", "observer", ["member"], False, id="a list without observers"),
        pytest.param("Dot Mole", "observer", ["member", "observer"], True, id="one with some"),
        pytest.param("Dot Mole", "member", [], False, id="no list of that year"),
    ],
)
def test_a_grid_beside_a_membership_list(
    build: Build, name: str, capacity: str, roles: list[str], is_told: bool
) -> None:
    seats = [
        {
            "meeting_year": "2021/22",
            "councillor_id": printed.lower().replace(" ", "-"),
            "councillor_name": printed,
            "role": role,
        }
        for printed, role in zip(("Ada Quay", "Bea Pier"), roles, strict=False)
    ]
    grid = person(name, "grid", capacity=capacity, locator="l7")

    assert found(build, attendance=[grid], board_memberships=seats) == (
        [
            (
                "grid_name_not_in_membership",
                "Dot Mole, ferry-board, 2021/22",
                "a name in the membership list",
                capacity,
                "l7",
            )
        ]
        if is_told
        else []
    )


def statement(kind: str, day: date, clock: time | None, **more: Any) -> dict[str, Any]:
    return {"meeting_date": day, "statement_kind": kind, "start_time": clock, **more}


@pytest.mark.parametrize(
    ("day", "clock", "observed"),
    [
        pytest.param(MEETING, time(11), None, id="held as announced"),
        pytest.param(date(2022, 6, 22), time(11), "2022-06-22 11:00", id="another month"),
        pytest.param(date(2021, 3, 22), time(11), "2021-03-22 11:00", id="another year"),
        pytest.param(MEETING, None, None, id="announced without an hour"),
        pytest.param(MEETING, time(10, 30), "2022-03-22 10:30", id="another hour"),
        pytest.param(date(2022, 3, 23), time(11), "2022-03-23 11:00", id="another day"),
        pytest.param(date(2022, 5, 17), time(11), None, id="the meeting after it"),
    ],
)
def test_an_announcement_beside_the_meeting(
    build: Build, day: date, clock: time | None, observed: str | None
) -> None:
    told = [
        statement("own", MEETING, time(11), status="announced"),
        statement("note", date(2022, 1, 18), None, status="held", paper_id="b2"),
        statement("next", day, clock, status="announced", paper_id="b2", locator="l9"),
    ]

    subject = "ferry-board:2022-03-22"
    finding = ("announced_meeting_disagrees", subject, "2022-03-22 11:00", observed, "l9")
    assert found(build, meetings=told) == ([finding] if observed else [])


@pytest.mark.parametrize(
    ("day", "findings"),
    [
        pytest.param(date(2022, 5, 17), [], id="as the grid has it"),
        pytest.param(
            date(2022, 5, 27),
            [("announced_meeting_disagrees", "2022-05-17", "2022-05-27", "l9")],
            id="another day than the grid has",
        ),
    ],
)
def test_an_announcement_beside_a_grid(
    build: Build, day: date, findings: list[tuple[str, ...]]
) -> None:
    told = [
        statement("own", MEETING, None, status="announced"),
        statement("grid", MEETING, None, status="held", locator="l5"),
        statement("grid", date(2022, 5, 17), None, status="announced", locator="l5"),
        statement("next", day, None, status="announced", locator="l9"),
    ]

    assert found(build, meetings=told) == [
        (rule, f"ferry-board:{expected}", expected, *rest) for rule, expected, *rest in findings
    ]


@pytest.mark.parametrize(
    ("columns", "findings"),
    [
        pytest.param([18, 22], [], id="a column for each meeting"),
        pytest.param([19, 22], [("2022-03-18", "2022-03-19")], id="a day off"),
        # The grid has both days: the board met twice.
        pytest.param([18, 19, 22], [], id="two days running"),
        pytest.param([8, 22], [("2022-03-18", "2022-03-08")], id="ten days off"),
    ],
)
def test_a_column_beside_the_meeting_it_is_of(
    build: Build, columns: list[int], findings: list[tuple[str, str]]
) -> None:
    told = [
        statement("note", date(2022, 3, 18), None, status="held", paper_id="b2"),
        statement("note", MEETING, None, status="held", paper_id="b2", locator="l3"),
        *(
            statement("grid", date(2022, 3, day), None, status="held", locator="l5")
            for day in columns
        ),
    ]

    assert found(build, meetings=told) == [
        ("grid_date_disagrees", f"ferry-board:{expected}", expected, observed, "l5")
        for expected, observed in findings
    ]


@pytest.mark.parametrize(
    ("day", "later", "is_found"),
    [
        pytest.param(date(2021, 12, 31), [41], True, id="another number at one day"),
        pytest.param(date(2021, 12, 31), [40], False, id="the same number"),
        pytest.param(None, [41], False, id="no day: more may have signed up since"),
        pytest.param(date(2021, 12, 31), [41, 40], False, id="two numbers count two things"),
    ],
)
def test_one_number_in_two_papers(
    build: Build, day: date | None, later: list[int], is_found: bool
) -> None:
    def told(number: int, **more: Any) -> dict[str, Any]:
        return {
            "programme_id": "first-steps",
            "programme_name": "First Steps",
            "period": "2021/22",
            "as_of": day,
            "dimension": "total",
            "dimension_value": "total",
            "participants": number,
            "unit": "councillors",
            "qualifier": "exactly",
            "status": "took_part",
            **more,
        }

    papers = [
        {"paper_id": "a1", "meeting_date": MEETING},
        {"paper_id": "b2", "meeting_date": date(2022, 5, 17)},
    ]
    statements = [
        told(40, locator="l3"),
        *(told(number, paper_id="b2", locator=f"l{number}") for number in later),
    ]

    subject = "First Steps, total, councillors, 2021-12-31"
    finding = ("figure_told_in_two_ways", subject, "41", "40", "l3")
    assert found(build, papers=papers, programme_participation=statements) == (
        [finding] if is_found else []
    )


def test_a_budget_line_is_held_against_the_next_paper_that_has_another(build: Build) -> None:
    amounts = {"a1": 3, "b2": 3, "c3": 2, "d4": 1, "e5": 1}
    days = {paper: date(2022, month, 1) for month, paper in enumerate(amounts, start=1)}
    line = {"table_title": "Costs", "financial_year": "2021/22", "line": "Pay"}

    assert found(
        build,
        papers=[{"paper_id": paper, "meeting_date": day} for paper, day in days.items()],
        budget_lines=[
            {
                **line,
                "paper_id": paper,
                "column_name": "Sum",
                "amount_gbp": amount,
                "locator": paper,
            }
            for paper, amount in amounts.items()
        ],
    ) == [
        ("later_paper_disagrees", "Pay, Sum, 2021/22", expected, observed, paper)
        for expected, observed, paper in (
            ("1.00", "2.00", "c3"),
            ("2.00", "3.00", "a1"),
            ("2.00", "3.00", "b2"),
        )
    ]


@pytest.mark.parametrize(
    ("venue", "is_found"),
    [
        pytest.param("Quay Hall, Dock Street", False, id="the same"),
        pytest.param("Room 3, Quay Hall", False, id="another room"),
        pytest.param("Old Barn, Éden", False, id="a word with an accent"),
        pytest.param("Lighthouse, Spurn", True, id="another place"),
        pytest.param("tbc", False, id="no place"),
    ],
)
def test_an_announced_place_beside_the_one_of_the_meeting(
    build: Build, venue: str, is_found: bool
) -> None:
    told = [
        statement("own", MEETING, None, status="announced", venue="Quay Hall, Éden"),
        statement("next", MEETING, None, status="announced", paper_id="b2", venue=venue),
    ]

    finding = (
        "announced_venue_disagrees",
        "ferry-board:2022-03-22",
        "Quay Hall, Éden",
        venue,
        "l1",
    )
    assert found(build, meetings=told) == ([finding] if is_found else [])


def cell(dimension: str, value: str, councillors: int, **more: Any) -> dict[str, Any]:
    return {
        "period": "2021/22",
        "programme_id": "first-steps",
        "programme_code": "FS",
        "dimension": dimension,
        "dimension_value": value,
        "councillors": councillors,
        "is_total": value == "total",
        **more,
    }


@pytest.mark.parametrize(
    ("told", "findings"),
    [
        pytest.param([7], [], id="the same number"),
        pytest.param([3, 4], [], id="two parts that make it"),
        pytest.param([9], [("7", "9")], id="another number"),
    ],
)
def test_a_sentence_beside_a_table(
    build: Build, told: list[int], findings: list[tuple[str, str]]
) -> None:
    sentences = [
        {
            "programme_id": "first-steps",
            "programme_name": "First Steps",
            "period": "2021/22",
            "dimension": "total",
            "dimension_value": "total",
            "participants": number,
            "unit": "councillors",
            "qualifier": "exactly",
            "status": "took_part",
            "locator": f"l{number}",
        }
        for number in told
    ]
    table = [cell("region", "South East", 7), cell("region", "total", 7, locator="l40")]

    assert found(build, leadership_stats=table, programme_participation=sentences) == [
        ("prose_and_table_disagree", "first-steps", *numbers, f"l{numbers[1]}")
        for numbers in findings
    ]


@pytest.mark.parametrize(
    ("kind", "dated", "characters", "observed"),
    [
        pytest.param("minutes", False, 4000, "no date", id="minutes without a date"),
        pytest.param(
            "minutes", True, 4000, "no business and no attendance", id="minutes of nothing"
        ),
        pytest.param("agenda_pack", True, 4000, "no agenda items", id="an agenda of nothing"),
        pytest.param("report", False, 90, "90 characters and nothing else", id="a stub"),
        pytest.param("report", False, 4000, None, id="a report in prose"),
    ],
)
def test_a_paper_that_holds_nothing(
    build: Build, kind: str, dated: bool, characters: int, observed: str | None
) -> None:
    paper = {"paper_id": "a1", "kind": kind, "meeting_date": MEETING if dated else None}
    page = {"page_no": 1, "characters": characters, "method": "text", "is_empty": False}
    warehouse = build(papers=[paper], pages=[page])

    findings = [("paper_holds_nothing_expected", kind, observed)] if observed else []
    assert warehouse.rows("rule, expected, observed", "quality_findings") == findings


def test_a_short_paper_that_names_people_is_no_stub(build: Build) -> None:
    paper = {"paper_id": "a1", "kind": "report"}
    page = {"page_no": 1, "characters": 90, "method": "text", "is_empty": False}
    warehouse = build(papers=[paper], pages=[page], attendance=[person("Ada Quay", "grid")])

    assert warehouse.rows("rule", "quality_findings") == []
