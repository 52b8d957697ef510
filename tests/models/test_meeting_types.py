"""Meetings of one day that papers call by their kind, and papers that only name the day."""

from datetime import date, time
from typing import Any

import pytest

from .conftest import Build
from .statements import said

Rows = list[Any]
DAY = date(2022, 3, 21)
SPECIAL = {"meeting_type": "special"}


@pytest.mark.parametrize(
    ("statements", "meetings"),
    [
        pytest.param(
            [("own", "a1", SPECIAL), ("note", "b2", {})],
            [("ferry-board:2022-03-21:special", "special", "held")],
            id="minutes that do not say it again are of the special meeting",
        ),
        pytest.param(
            [("own", "a1", {}), ("note", "b2", SPECIAL), ("grid", "c3", {}), ("next", "d4", {})],
            [("ferry-board:2022-03-21:special", "special", "held")],
            id="what names only the day is of the only meeting",
        ),
        pytest.param(
            [("note", "a1", SPECIAL), ("note", "b2", {}), ("grid", "c3", {})],
            [("ferry-board:2022-03-21:special", "special", "held")],
            id="two notes that do not show what they hold are of one meeting",
        ),
        pytest.param(
            [
                ("note", "a1", {**SPECIAL, "start_time": time(18)}),
                ("note", "b2", {"start_time": time(18)}),
            ],
            [("ferry-board:2022-03-21:special", "special", "held")],
            id="two notes of one hour are of one meeting",
        ),
        pytest.param(
            [
                ("own", "a1", {**SPECIAL, "start_time": time(18)}),
                ("note", "b2", {"start_time": time(19)}),
            ],
            [
                ("ferry-board:2022-03-21", "ordinary", "held"),
                ("ferry-board:2022-03-21:special", "special", "announced"),
            ],
            id="two hours are two meetings",
        ),
        pytest.param(
            [
                ("own", "a1", {**SPECIAL, "start_time": time(19)}),
                ("note", "b2", {"start_time": time(19, 29)}),
            ],
            [("ferry-board:2022-03-21:special", "special", "held")],
            id="a meeting that began late is one",
        ),
        pytest.param(
            [
                ("own", "a1", {**SPECIAL, "start_time": time(19)}),
                ("note", "b2", {"start_time": time(18, 30)}),
            ],
            [
                ("ferry-board:2022-03-21", "ordinary", "held"),
                ("ferry-board:2022-03-21:special", "special", "announced"),
            ],
            id="half an hour is two meetings",
        ),
        pytest.param(
            [("own", "a1", SPECIAL), ("own", "b2", {"meeting_type": "ordinary"})],
            [
                ("ferry-board:2022-03-21", "ordinary", "announced"),
                ("ferry-board:2022-03-21:special", "special", "announced"),
            ],
            id="a meeting that is called ordinary",
        ),
        pytest.param(
            [("own", "a1", SPECIAL), ("own", "b2", {"meeting_type": "annual"})],
            [
                ("ferry-board:2022-03-21:annual", "annual", "announced"),
                ("ferry-board:2022-03-21:special", "special", "announced"),
            ],
            id="two meetings and none that is ordinary",
        ),
        pytest.param(
            [("own", "a1", SPECIAL), ("own", "b2", {"meeting_type": "annual"}), ("grid", "c3", {})],
            [
                ("ferry-board:2022-03-21", "ordinary", "announced"),
                ("ferry-board:2022-03-21:annual", "annual", "announced"),
                ("ferry-board:2022-03-21:special", "special", "announced"),
            ],
            id="a day with two meetings leaves the ordinary one to a grid",
        ),
    ],
)
def test_two_meetings_of_one_day_stay_two(
    build: Build, statements: list[tuple[str, str, dict[str, object]]], meetings: list[object]
) -> None:
    warehouse = build(
        meetings=[
            {**said(kind, "held" if kind == "note" else "announced", DAY), "paper_id": paper}
            | called
            for kind, paper, called in statements
        ]
    )

    assert warehouse.rows("meeting_id, meeting_type, status", "meetings") == meetings


def test_what_a_paper_says_of_its_meeting_is_of_the_kind_that_it_calls_it(build: Build) -> None:
    came = {"meeting_date": DAY, "meeting_year": "2021/22", "status": "present"}
    note = {"meeting_date": DAY, "item_no": "1", "item_title": "Fares", "text": "Noted."}
    ann = {"councillor_id": "ann-bee", "councillor_name": "Ann Bee"}
    cy = {"councillor_id": "cy-dee", "councillor_name": "Cy Dee"}
    warehouse = build(
        meetings=[
            {**said("note", "held", DAY), "paper_id": "a1", **SPECIAL},
            {**said("note", "held", DAY), "paper_id": "b2"},
        ],
        attendance=[
            {**came, **ann, **SPECIAL},
            {**came, **cy, "paper_id": "b2"},
            # The year's grid names only the day: Ann came to the ordinary meeting too.
            {**came, **ann, "paper_id": "c3", "evidence_kind": "grid"},
        ],
        officer_attendance=[{"meeting_date": DAY, "name": "Hal Aitch", **SPECIAL}],
        agenda_items=[
            {"meeting_date": DAY, "item_no": "1", "title": "Fares", **SPECIAL},
            {"meeting_date": DAY, "item_no": "1", "title": "Piers", "paper_id": "b2"},
        ],
        decisions=[{**note, **SPECIAL}, {**note, "paper_id": "b2"}],
        actions=[{**note, **SPECIAL}],
    )

    special, ordinary = "ferry-board:2022-03-21:special", "ferry-board:2022-03-21"
    assert warehouse.rows("meeting_id, councillor_id, paper_id", "attendance") == [
        (ordinary, "ann-bee", "c3"),
        (ordinary, "cy-dee", "b2"),
        (special, "ann-bee", "a1"),
    ]
    assert warehouse.rows("meeting_id, name", "officer_attendance") == [(special, "Hal Aitch")]
    assert warehouse.rows("meeting_id, title", "agenda_items") == [
        (ordinary, "Piers"),
        (special, "Fares"),
    ]
    assert warehouse.rows("meeting_id, paper_id", "decisions") == [
        (ordinary, "b2"),
        (special, "a1"),
    ]
    assert warehouse.rows("meeting_id", "actions") == [(special,)]
    assert warehouse.rows("meeting_id, has_attendance, papers", "coverage") == [
        (ordinary, True, 2),
        (special, True, 1),
    ]


def _note(paper_id: str, people: str, items: str, called: dict[str, object]) -> dict[str, Rows]:
    """A note of the day: a letter for each who came, and for the title of each item."""
    said = {"paper_id": paper_id, "meeting_date": DAY, "meeting_year": "2021/22", **called}
    return {
        "meetings": [{**said, "statement_kind": "note", "status": "held"}],
        "attendance": [
            {**said, "status": "present", "councillor_id": name, "councillor_name": name}
            for name in people
        ],
        "agenda_items": [
            {**said, "note_kind": "minutes", "item_no": str(number), "title": title}
            for number, title in enumerate(items, start=1)
        ],
    }


ONE = [("ferry-board:2022-03-21:special",)]
TWO = [("ferry-board:2022-03-21",), *ONE]


@pytest.mark.parametrize(
    ("people", "items", "meetings"),
    [
        pytest.param("abc", "PQR", ONE, id="a copy is of one meeting"),
        pytest.param("abcd", "PQRS", ONE, id="most is in both"),
        pytest.param("a", "PQR", TWO, id="others came"),
        pytest.param("abc", "PSTU", TWO, id="the same people speak of other things"),
        pytest.param("abc", "", ONE, id="one shows no items"),
    ],
)
def test_two_notes_without_an_hour_are_of_two_meetings_if_most_is_not_in_both(
    build: Build, people: str, items: str, meetings: Rows
) -> None:
    special = _note("a1", "abc", "PQR", SPECIAL)
    plain = _note("b2", people, items, {})
    warehouse = build(**{table: special[table] + plain[table] for table in special})

    assert warehouse.rows("meeting_id", "meetings") == meetings
    assert warehouse.rows("expected", "attendance_by_member where councillor_id = 'a'") == [
        (len(meetings),)
    ]
