from datetime import date, time

import pytest

from .conftest import Build
from .statements import said


def test_one_row_a_board_and_date_with_time_and_place_of_its_own_paper(build: Build) -> None:
    warehouse = build(
        papers=[
            {"paper_id": "a1", "meeting_date": date(2022, 1, 18)},
            {"paper_id": "b2", "meeting_date": date(2022, 3, 22)},
        ],
        meetings=[
            # The earlier paper announces it, without a place.
            said("next", "announced", date(2022, 3, 22), paper_id="a1", start_time=time(9)),
            # Its own paper puts it an hour later, in a room.
            said(
                "own",
                "announced",
                date(2022, 3, 22),
                paper_id="b2",
                start_time=time(10),
                venue="Hall",
            ),
            said("note", "held", date(2022, 1, 18), paper_id="b2", venue="Quay"),
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
        meetings=[said(kind, told, date(2022, 3, 22)) for kind, told in statements],
    )

    assert warehouse.rows("meeting_id, status", "meetings") == [("ferry-board:2022-03-22", status)]


def test_somebody_present_makes_a_meeting_held(build: Build) -> None:
    warehouse = build(
        meetings=[said("own", "announced", date(2022, 3, 22))],
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
        meetings=[said(kind, told, date(2022, 3, number)) for kind, told, number in statements]
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
            said("own", "announced", date(2022, 1, 18), paper_id="a1"),
            said("next", "announced", date(2022, 3, 22), paper_id="a1"),
            said("own", "announced", date(2022, 3, 22), paper_id="b2"),
            said("note", "held", date(2022, 1, 18), paper_id="b2"),
            said("next", "announced", date(2022, 5, 17), paper_id="b2"),
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
            said("own", "announced", date(2022, 1, 18)),
            # In no register: it is made from the paper's title.
            {
                **said("own", "announced", date(2022, 1, 19)),
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
        ("board_unknown", "The register has no board named Pier Panel.")
    ]


def test_an_unknown_board_of_many_papers_is_told_once(build: Build) -> None:
    panel = {"board_id": "pier-panel", "board_name": "Pier Panel"}
    warehouse = build(
        papers=[{"paper_id": "a1"}, {"paper_id": "b2"}],
        meetings=[
            {**said("own", "announced", date(2022, 1, 18), paper_id="b2", locator="l1"), **panel},
            {**said("own", "announced", date(2022, 1, 18), paper_id="a1", locator="l9"), **panel},
            {**said("own", "announced", date(2022, 1, 19), paper_id="a1", locator="l4"), **panel},
        ],
    )

    columns = "subject, expected, paper_id, locator"
    assert warehouse.rows(columns, "quality_findings where rule = 'board_unknown'") == [
        ("Pier Panel", "the name of a board in the register; 2 papers have this one", "a1", "l4")
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
                **said("own", "announced", date(2022, 1, 18)),
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
