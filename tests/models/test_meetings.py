from datetime import date, time
from typing import Any

import pytest

from .conftest import Build


def test_one_row_a_board_and_date_with_time_and_place_of_its_own_paper(build: Build) -> None:
    warehouse = build(
        papers=[
            {"paper_id": "a1", "meeting_date": date(2022, 1, 18)},
            {"paper_id": "b2", "meeting_date": date(2022, 3, 22)},
        ],
        meetings=[
            # The earlier paper announces it, without a place.
            _said("next", "announced", date(2022, 3, 22), paper_id="a1", start_time=time(9)),
            # Its own paper puts it an hour later, in a room.
            _said(
                "own",
                "announced",
                date(2022, 3, 22),
                paper_id="b2",
                start_time=time(10),
                venue="Hall",
            ),
            _said("note", "held", date(2022, 1, 18), paper_id="b2", venue="Quay"),
        ],
    )

    assert warehouse.rows(
        "meeting_id, board_id, meeting_date, start_time, venue, meeting_year, status", "meetings"
    ) == [
        (
            "ferry-board:2022-01-18",
            "ferry-board",
            date(2022, 1, 18),
            None,
            "Quay",
            "2021/22",
            "held",
        ),
        (
            "ferry-board:2022-03-22",
            "ferry-board",
            date(2022, 3, 22),
            time(10),
            "Hall",
            "2021/22",
            "announced",
        ),
    ]


@pytest.mark.parametrize(
    ("statements", "status"),
    [
        pytest.param([("grid", "announced"), ("note", "held")], "held", id="a note says held"),
        pytest.param([("next", "announced"), ("note", "cancelled")], "cancelled", id="called off"),
        pytest.param([("note", "cancelled"), ("note", "held")], "held", id="held after all"),
        pytest.param([("next", "announced")], "announced", id="only announced"),
    ],
)
def test_the_strongest_statement_gives_the_status(
    build: Build, statements: list[tuple[str, str]], status: str
) -> None:
    warehouse = build(
        meetings=[_said(kind, told, date(2022, 3, 22)) for kind, told in statements],
    )

    assert warehouse.rows("meeting_id, status", "meetings") == [("ferry-board:2022-03-22", status)]


def test_somebody_present_makes_a_meeting_held(build: Build) -> None:
    warehouse = build(
        meetings=[_said("own", "announced", date(2022, 3, 22))],
        attendance=[
            {
                "meeting_date": date(2022, 3, 22),
                "councillor_id": "ann-bee",
                "councillor_name": "Ann Bee",
                "status": "present",
            }
        ],
    )

    assert warehouse.rows("meeting_id, status", "meetings") == [("ferry-board:2022-03-22", "held")]


@pytest.mark.parametrize(
    ("statements", "meetings", "findings"),
    [
        pytest.param(
            [("own", "announced", 21), ("grid", "announced", 22)],
            ["ferry-board:2022-03-21"],
            [("grid_date_disagrees", "ferry-board:2022-03-21", "2022-03-21", "2022-03-22")],
            id="one day off is a misprint",
        ),
        pytest.param(
            [("own", "announced", 21), ("grid", "announced", 25)],
            ["ferry-board:2022-03-21", "ferry-board:2022-03-25"],
            [],
            id="four days off is another meeting",
        ),
        pytest.param(
            [("own", "announced", 21), ("grid", "announced", 22), ("next", "announced", 22)],
            ["ferry-board:2022-03-21", "ferry-board:2022-03-22"],
            [("announced_meeting_disagrees", "ferry-board:2022-03-21", "2022-03-21", "2022-03-22")],
            id="stated elsewhere is another meeting",
        ),
        pytest.param(
            [("grid", "announced", 21), ("grid", "announced", 22)],
            ["ferry-board:2022-03-21", "ferry-board:2022-03-22"],
            [],
            id="two grid dates misprint neither",
        ),
    ],
)
def test_a_date_that_only_a_grid_gives(
    build: Build,
    statements: list[tuple[str, str, int]],
    meetings: list[str],
    findings: list[tuple[str, str, str, str]],
) -> None:
    warehouse = build(
        meetings=[_said(kind, told, date(2022, 3, number)) for kind, told, number in statements]
    )

    assert warehouse.rows("meeting_id", "meetings") == [(name,) for name in meetings]
    assert warehouse.rows("rule, subject, expected, observed", "quality_findings") == findings


def test_coverage_says_what_is_known_of_a_meeting(build: Build) -> None:
    warehouse = build(
        papers=[
            {"paper_id": "a1", "meeting_date": date(2022, 1, 18)},
            {"paper_id": "b2", "meeting_date": date(2022, 3, 22)},
        ],
        meetings=[
            _said("own", "announced", date(2022, 1, 18), paper_id="a1"),
            _said("next", "announced", date(2022, 3, 22), paper_id="a1"),
            _said("own", "announced", date(2022, 3, 22), paper_id="b2"),
            _said("note", "held", date(2022, 1, 18), paper_id="b2"),
            _said("next", "announced", date(2022, 5, 17), paper_id="b2"),
        ],
        attendance=[
            {
                "paper_id": "b2",
                "meeting_date": date(2022, 1, 18),
                "councillor_id": "ann-bee",
                "councillor_name": "Ann Bee",
                "status": "present",
            }
        ],
    )

    assert warehouse.rows(
        "meeting_id, status, has_agenda, has_minutes, has_attendance, papers", "coverage"
    ) == [
        ("ferry-board:2022-01-18", "held", True, True, True, 2),
        ("ferry-board:2022-03-22", "announced", True, False, False, 2),
        ("ferry-board:2022-05-17", "announced", False, False, False, 1),
    ]


def test_a_successor_stands_beside_a_board_and_an_unknown_board_is_told(build: Build) -> None:
    warehouse = build(
        meetings=[
            _said("own", "announced", date(2022, 1, 18)),
            # In no register: it is made from the paper's title.
            {
                **_said("own", "announced", date(2022, 1, 19)),
                "board_id": "pier-panel",
                "board_name": "Pier Panel",
            },
        ]
    )

    assert warehouse.rows("*", "boards") == [
        ("ferry-board", "Ferry Board", "Ferry Association", None, "harbour-board"),
        ("harbour-board", "Harbour Board", "Ferry Association", None, None),
        ("pier-panel", "Pier Panel", "Ferry Association", None, None),
    ]
    assert warehouse.rows("rule, message", "quality_findings") == [
        ("board_unknown", "The register does not know the board Pier Panel.")
    ]


def test_a_board_of_another_body_has_the_body_that_its_papers_name(build: Build) -> None:
    marsh = {
        "board_id": "marsh-county-council/cabinet",
        "board_name": "Cabinet",
        "body_name": "Marsh County Council",
        "body_council_id": "marsh-county-council",
    }
    nobody = {"board_id": "unnamed/b2b2b2b2", "board_name": "Cabinet", "body_name": None}
    warehouse = build(
        boards=[marsh, {**nobody, "paper_id": "b2", "body_council_id": None}],
        papers=[
            {
                "paper_id": "a1",
                "board_id": "marsh-county-council/cabinet",
                "board_name": "Cabinet",
                "meeting_date": date(2022, 1, 18),
            }
        ],
        meetings=[
            {
                **_said("own", "announced", date(2022, 1, 18)),
                "board_id": "marsh-county-council/cabinet",
                "board_name": "Cabinet",
            }
        ],
    )

    assert warehouse.rows("*", "boards") == [
        (*marsh.values(), None),
        ("unnamed/b2b2b2b2", "Cabinet", None, None, None),
    ]
    assert warehouse.rows("meeting_id, board_name", "meetings") == [
        ("marsh-county-council/cabinet:2022-01-18", "Cabinet")
    ]
    assert warehouse.rows("label", "papers where board_id is not null") == [
        ("Agenda: Marsh County Council Cabinet, 18 January 2022",)
    ]


def _said(kind: str, status: str, meeting_date: date, **more: object) -> dict[str, object]:
    return {"statement_kind": kind, "status": status, "meeting_date": meeting_date, **more}


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
            {**_said(kind, "held" if kind == "note" else "announced", DAY), "paper_id": paper}
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
            {**_said("note", "held", DAY), "paper_id": "a1", **SPECIAL},
            {**_said("note", "held", DAY), "paper_id": "b2"},
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
