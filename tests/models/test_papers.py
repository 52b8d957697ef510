from datetime import date

import pytest

from .conftest import BUILT_AT, Build, file

PAPER = {
    "paper_id": "a1",
    "kind": "agenda_pack",
    "title": "Ferries",
    "meeting_date": date(2022, 1, 18),
}


def test_one_content_under_two_names_is_one_paper(build: Build) -> None:
    warehouse = build(
        papers=[{**PAPER, "numbers_unread": 3}],
        pages=[{"page_no": 1, "characters": 9, "method": "text", "is_empty": False}],
        files=[file("a1", "b.txt"), file("a1", "a.txt")],
    )

    assert warehouse.rows("*", "papers") == [
        (
            "a1",
            "Agenda: Ferry Board, 18 January 2022",
            "a.txt",
            None,
            None,
            None,
            None,
            "text/plain",
            "agenda_pack",
            "Ferries",
            "ferry-board",
            date(2022, 1, 18),
            1,
            1,
            "a1a1",
            BUILT_AT,
            3,
        )
    ]
    assert warehouse.rows("*", "paper_pages") == [("a1", 1, 9, "text", False)]


@pytest.mark.parametrize(
    ("paper", "label"),
    [
        pytest.param({}, "Agenda: Ferry Board, 18 January 2022", id="kind, board and day"),
        pytest.param(
            {"kind": "report", "board_id": None},
            "Report: Ferries, 18 January 2022",
            id="a title for the board",
        ),
        pytest.param(
            {"board_id": "unnamed/a1a1a1a1", "board_name": "A name of ours"},
            "Agenda: Ferries, 18 January 2022",
            id="a title for a board that is named nowhere",
        ),
        pytest.param(
            {"board_id": "unnamed/b2b2b2b2", "board_name": "Pier Panel"},
            "Agenda: Pier Panel, 18 January 2022",
            id="a board of a body that is named nowhere",
        ),
        pytest.param(
            {"kind": "annex", "meeting_date": None},
            "Annex: Ferry Board, Ferries",
            id="a title for the day",
        ),
        pytest.param(
            {"meeting_date": None, "title": "Ferry Board: fares"},
            "Agenda: Ferry Board: fares",
            id="a title that names the board",
        ),
        pytest.param(
            {"kind": "minutes", "board_id": None, "meeting_date": None, "title": "---"},
            "Minutes: a1.txt",
            id="a file name for a title without a word",
        ),
        pytest.param(
            {"meeting_date": None, "title": "FERRY BOARD"},
            "Agenda: Ferry Board, a1.txt",
            id="a file name for a title that is but the board",
        ),
    ],
)
def test_a_label_names_a_paper_as_a_person_would(
    build: Build, paper: dict[str, object], label: str
) -> None:
    statement = {"statement_kind": "own", "status": "announced", "meeting_date": date(2022, 1, 18)}
    nameless = {"board_id": "unnamed/a1a1a1a1", "board_name": "A name of ours", "is_named": False}
    named = {"board_id": "unnamed/b2b2b2b2", "board_name": "Pier Panel", "is_named": True}
    warehouse = build(
        boards=[nameless, named],
        papers=[{**PAPER, **paper}],
        meetings=[statement],
        files=[file("a1", "spring/a1.txt")],
    )

    assert warehouse.rows("label", "papers") == [(label,)]


def test_extracts_of_papers_that_are_gone_do_not_count(build: Build) -> None:
    statement = {"statement_kind": "own", "status": "announced", "meeting_date": date(2022, 1, 18)}
    warehouse = build(
        papers=[PAPER, {**PAPER, "paper_id": "b2"}],
        meetings=[statement, {**statement, "paper_id": "b2", "board_id": "harbour-board"}],
        files=[file("a1")],
    )

    assert warehouse.rows("paper_id", "papers") == [("a1",)]
    assert warehouse.rows("meeting_id", "meetings") == [("ferry-board:2022-01-18",)]


def test_a_rejected_paper_is_told(build: Build) -> None:
    rejection = {
        "source_path": "torn.txt",
        "sha256": "ab",
        "reason": "It ends in the middle. Fetch it again.",
        "rejected_at": BUILT_AT,
    }
    warehouse = build(rejected=[rejection])

    assert warehouse.rows("*", "rejected_papers") == [tuple(rejection.values())]


def test_registers_are_published_as_they_are(build: Build) -> None:
    warehouse = build()

    assert warehouse.rows("*", "councils where council_id = 'hythe-borough-council'") == [
        (
            "hythe-borough-council",
            "E07",
            "Hythe Council",
            "Hythe",
            "South East",
            "England",
            "district",
            date(1974, 4, 1),
            date(2012, 3, 31),
        )
    ]
    assert warehouse.rows("*", "council_codes") == [
        ("marsh-county-council", "gss", "E10", date(1974, 4, 1), None)
    ]
    assert warehouse.rows("*", "council_successions") == [
        ("hythe-borough-council", "marsh-county-council", date(2012, 4, 1))
    ]
    assert warehouse.rows("*", "programmes") == [("first-steps", "First Steps", "FS", "leadership")]
    assert warehouse.rows(
        "*", "councillors_in_post where year = 2021 and region = 'South West'"
    ) == [(2021, "South West", "county", "Labour", 20, "counted by us")]
