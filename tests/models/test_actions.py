from datetime import date

import pytest

from .conftest import Build

MEETING = date(2022, 1, 18)
PAPERS = [
    {"paper_id": "b2", "meeting_date": date(2022, 1, 18)},
    {"paper_id": "a1", "meeting_date": date(2022, 3, 22)},
]


def test_a_note_in_two_papers_counts_once_and_the_later_decides(build: Build) -> None:
    note = [_noted("Agree the plan.", paper_id=paper) for paper in ("a1", "b2")]
    warehouse = build(papers=PAPERS, decisions=note, actions=note)

    columns = "meeting_id, item_no, item_title, seq, text, paper_id, locator, quote"
    row = (
        "ferry-board:2022-01-18",
        "1",
        "Plans",
        1,
        "Agree the plan.",
        "a1",
        "l1",
        "some words",
    )
    assert warehouse.rows(columns, "decisions") == [row]
    assert warehouse.rows(columns, "actions") == [row]


def test_positions_are_counted_in_the_order_of_lines(build: Build) -> None:
    warehouse = build(
        decisions=[
            # The same position twice, as when a heading between two lists was lost.
            _noted("Third in print.", locator="l10"),
            _noted("Second in print.", locator="l9"),
            _noted("Of another item.", item_no="2", locator="l20"),
        ]
    )

    assert warehouse.rows("item_no, seq, text", "decisions") == [
        ("1", 1, "Second in print."),
        ("1", 2, "Third in print."),
        ("2", 1, "Of another item."),
    ]


@pytest.mark.parametrize(
    ("reports", "progress"),
    [
        pytest.param(
            [{"item_no": "1", "action_text": None, "progress": "Done."}],
            [("Ask the ports.", "Done."), ("Write to them.", "Done.")],
            id="of the item as a whole",
        ),
        pytest.param(
            [
                {"item_no": "1", "action_text": "Ask the PORTS", "progress": "Asked."},
                {"item_no": "1", "action_text": None, "progress": "Under way."},
            ],
            [("Ask the ports.", "Asked."), ("Write to them.", "Under way.")],
            id="in the words of one action",
        ),
        pytest.param(
            [{"item_no": "7", "action_text": "Write to them", "progress": "Sent."}],
            [("Ask the ports.", None), ("Write to them.", "Sent.")],
            id="under another number, in the same words",
        ),
        pytest.param(
            [{"item_no": "7", "action_text": "Ask thé ports", "progress": "Sent."}],
            [("Ask the ports.", None), ("Write to them.", None)],
            id="in words with another letter",
        ),
        pytest.param(
            [
                {"item_no": "1", "action_text": None, "progress": "Begun.", "locator": "l9"},
                {"item_no": "1", "action_text": None, "progress": "Begun.", "locator": "l8"},
                {"item_no": "1", "action_text": None, "progress": "Again.", "locator": "l10"},
            ],
            [("Ask the ports.", "Begun. Again."), ("Write to them.", "Begun. Again.")],
            id="said several times",
        ),
        pytest.param(
            [
                {
                    "item_no": "1",
                    "action_text": None,
                    "progress": "Done.",
                    "meeting_date": date(2022, 1, 25),
                }
            ],
            [("Ask the ports.", None), ("Write to them.", None)],
            id="of another meeting",
        ),
    ],
)
def test_progress_goes_to_the_action_that_it_speaks_of(
    build: Build, reports: list[dict[str, object]], progress: list[tuple[str, str | None]]
) -> None:
    warehouse = build(
        actions=[_noted("Ask the ports.", seq=1), _noted("Write to them.", seq=2)],
        action_progress=[
            {"meeting_date": MEETING, "locator": "l9", **report} for report in reports
        ],
    )

    assert warehouse.rows("text, progress", "actions") == progress


def test_an_action_without_progress_is_open_and_ages_to_its_boards_newest_paper(
    build: Build,
) -> None:
    warehouse = build(
        papers=[
            *({**paper, "board_id": "ferry-board"} for paper in PAPERS),
            # Of the board that followed, and of another body.
            {"paper_id": "c3", "board_id": "harbour-board", "meeting_date": date(2022, 5, 18)},
            {"paper_id": "d4", "board_id": "quay-board", "meeting_date": date(2032, 5, 18)},
        ],
        actions=[
            _noted("Ask the ports.", seq=1, owner="Officers", paper_id="b2"),
            # Closed by a report in its own words.
            _noted("Write.", seq=2, paper_id="b2"),
        ],
        action_progress=[
            {"meeting_date": MEETING, "item_no": "1", "action_text": "Write", "progress": "Sent."},
        ],
    )

    assert warehouse.rows("*", "open_actions") == [
        (
            "ferry-board:2022-01-18",
            "1",
            "Plans",
            1,
            "Ask the ports.",
            "Officers",
            date(2022, 5, 18),
            120,
            "b2",
            "l1",
            "some words",
            "single",
        )
    ]


@pytest.mark.parametrize(
    ("printed", "owners"),
    [
        pytest.param(None, [None], id="nobody"),
        pytest.param("Ann Bee", ["Ann Bee"], id="one"),
        pytest.param("Ann Bee, Cllr Eve Dee-Fay", ["Ann Bee", "Cllr Eve Dee-Fay"], id="a comma"),
        pytest.param("Ann Bee and Eve O'Dee", ["Ann Bee", "Eve O'Dee"], id="and"),
        pytest.param("AB/ED", ["AB", "ED"], id="initials"),
        pytest.param("Zoë Ball and Ann Bee", ["Ann Bee", "Zoë Ball"], id="an accent"),
        pytest.param("Éva Bee, Siân Dŵr", ["Siân Dŵr", "Éva Bee"], id="an accent at the front"),
        pytest.param("Zoe\u0308 Ball/AB", ["AB", "Zoe\u0308 Ball"], id="a mark of its own"),
        pytest.param("Ann Bee, Ann Bee", ["Ann Bee"], id="twice the same"),
        pytest.param(
            "Head of Ports and Harbours", ["Head of Ports and Harbours"], id="an office with and"
        ),
        pytest.param("Ann Bee, clerk", ["Ann Bee, clerk"], id="a name and an office"),
    ],
)
def test_each_owner_has_a_row(build: Build, printed: str | None, owners: list[str | None]) -> None:
    warehouse = build(papers=PAPERS, actions=[_noted("Ask.", owner=printed)])

    assert warehouse.rows("owner, age_days", "open_actions") == [(each, 63) for each in owners]


def test_agenda_items_prefer_the_agenda_to_the_note(build: Build) -> None:
    warehouse = build(
        papers=PAPERS,
        agenda_items=[
            {
                "paper_id": "b2",
                "meeting_date": MEETING,
                "item_no": "1",
                "title": "Plans",
                "first_page": 3,
                "note_kind": "agenda",
            },
            # The later paper's note names the item otherwise, and one more.
            {
                "paper_id": "a1",
                "meeting_date": MEETING,
                "item_no": "1",
                "title": "Plans for the year",
                "note_kind": "minutes",
            },
            {
                "paper_id": "a1",
                "meeting_date": MEETING,
                "item_no": "2",
                "title": "Any other business",
                "note_kind": "minutes",
            },
        ],
    )

    assert warehouse.rows("item_no, item_order, title, first_page, paper_id", "agenda_items") == [
        ("1", 1, "Plans", 3, "b2"),
        ("2", 2, "Any other business", None, "a1"),
    ]


def test_items_keep_the_order_in_which_they_are_printed(build: Build) -> None:
    # The numbers of an agenda need not be in the order of letters, nor rise.
    item = {"meeting_date": MEETING, "title": "Plans"}
    warehouse = build(
        papers=PAPERS,
        agenda_items=[
            {**item, "item_no": number, "locator": f"l{line}"}
            for line, number in ((8, "9"), (9, "10"), (10, "10a"), (11, "2"))
        ],
    )

    assert warehouse.rows("item_order, item_no", "agenda_items") == [
        (1, "9"),
        (2, "10"),
        (3, "10a"),
        (4, "2"),
    ]


def test_officers_count_once_a_meeting(build: Build) -> None:
    officer = {"meeting_date": MEETING, "name": "Hal Aitch", "organisation": "Ports Office"}
    warehouse = build(
        papers=PAPERS,
        officer_attendance=[{**officer, "paper_id": "a1"}, {**officer, "paper_id": "b2"}],
    )

    assert warehouse.rows("*", "officer_attendance") == [
        (
            "ferry-board:2022-01-18",
            "Hal Aitch",
            "Ports Office",
            "a1",
            "l1",
            "some words",
            "Ferry Board",
            MEETING,
            "2021/22",
            "Agenda: Ferry Board, 22 March 2022",
            "agreed",
        )
    ]


def _noted(text: str, **more: object) -> dict[str, object]:
    return {
        "meeting_date": MEETING,
        "item_no": "1",
        "item_title": "Plans",
        "text": text,
        "owner": None,
        **more,
    }
