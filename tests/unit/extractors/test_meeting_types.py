"""What kind of meeting a paper calls its own, and what it says of others."""

from datetime import date

import pytest

from pipelines.reference.registers import load_registers
from pipelines.runtime.places import REFERENCE
from tests.unit.extractors.other_rows import records_of, rows

TYPES = load_registers(REFERENCE).meeting_types
ROLL = "PRESENT: Cllr Ann Fenn (Chair), Cllr Cy Moss\n\nIn attendance: Hal Reed (Clerk)"
ITEM = "1. Apologies\n\nNone.\n\n2. Dues\n\nRESOLVED that the dues be noted."


@pytest.mark.parametrize(
    ("head", "called"),
    [
        ("Minutes of a Special Meeting of Quay Parish Council held on Monday 6 March 2017",
         "special"),
        ("EXTRAORDINARY MEETING\n\nMinutes of Quay Parish Council held on Monday 6 March 2017",
         "extraordinary"),
        ("Minutes of the Annual General Meeting of Quay Forum held on Monday 6 March 2017",
         "annual"),
        ("Quay Parish Council\n\nMinutes of the AGM held on Monday 6 March 2017", "annual"),
        ("Minutes of the Budget Setting Meeting of Quay Town Council held on Monday 6 March 2017",
         "budget"),
        ("Minutes of the urgent meeting of Quay Parish Council held on Monday 6 March 2017",
         "urgent"),
        ("Minutes of Quay Parish Council (Special) held on Monday 6 March 2017", "special"),
        ("Minutes of the ordinary meeting of Quay Parish Council held on Monday 6 March 2017",
         "ordinary"),
        ("Minutes of the meeting of Quay Parish Council held on Monday 6 March 2017", None),
        ("Minutes of the Special Needs Panel meeting held on Monday 6 March 2017", None),
        ("Minutes of the Budget Committee Meeting held on Monday 6 March 2017", None),
        ("Minutes of the Special Committee Meeting held on Monday 6 March 2017", None),
        ("Minutes of a Special Meeting of the Budget Committee held on Monday 6 March 2017",
         "special"),
        ("Minutes of the Special Cabinet Meeting held on Monday 6 March 2017", "special"),
        ("Minutes of the Annual Parish Meeting held on Monday 6 March 2017", "annual"),
        ("Minutes of Quay Parish Council held after the Annual Meeting on Monday 6 March 2017",
         None),
        ("Minutes of Quay Parish Council held on Monday 6 March 2017\n\nPapers of the special "
         "meeting of 9 January 2017", None),
    ],
)  # fmt: skip
def test_minutes_say_what_kind_of_meeting_they_are_of(head: str, called: str | None) -> None:
    found = records_of(f"{head}\n\n{ROLL}\n\n{ITEM}\n")

    assert [(each.meeting_date, each.meeting_type) for each in found["papers"]] == [
        (date(2017, 3, 6), called)
    ]
    tables = ("meetings", "attendance", "officer_attendance", "agenda_items", "decisions")
    assert {table: {each.meeting_type for each in found[table]} for table in tables} == {
        table: {called} for table in tables
    }


def test_an_agenda_says_what_kind_of_meeting_it_is_for() -> None:
    text = (
        "Quay Parish Council\n\nYou are summoned to attend an Extraordinary Meeting of Quay Parish "
        "Council on Monday 6 March 2017 at 7pm\n\nAGENDA\n\n1. Apologies\n\n"
        "2. Minutes of the annual meeting\n\nDate of next meeting: 3 April 2017\n"
    )
    assert rows(text, "meetings", "statement_kind", "meeting_date", "meeting_type") == [
        ("own", date(2017, 3, 6), "extraordinary"),
        ("next", date(2017, 4, 3), None),
    ]
    assert rows(text, "agenda_items", "title", "meeting_type") == [
        ("Apologies", "extraordinary"),
        ("Minutes of the annual meeting", "extraordinary"),
    ]


def test_an_item_of_another_meeting_makes_no_special_one() -> None:
    text = (
        "Quay Parish Council\n\nMeeting on Monday 6 March 2017\n\nAGENDA\n\n1. Apologies\n\n"
        "2. Minutes of the Special Meeting held on 6 February 2017\n\n3. Annual Meeting\n"
    )
    assert rows(text, "papers", "meeting_date", "meeting_type") == [(date(2017, 3, 6), None)]


@pytest.mark.parametrize(
    ("text", "is_opening", "called"),
    [
        ("Budget Council Tax Setting Report 3 March 2015", False, None),
        ("Budget Council - 3 March 2015", False, "budget"),
        ("Special Council Meeting on council tax", False, "special"),
        ("SPECIAL MEETING", True, "special"),
        ("Notice of an Extra-Ordinary Meeting", True, "extraordinary"),
        ("the report to the special meeting", True, None),
        ("Special Interest Group meeting", False, None),
        ("Extraordinary Council - 6 March 2017", False, "extraordinary"),
        ("agm", False, None),
    ],
)
def test_words_that_call_a_meeting(text: str, is_opening: bool, called: str | None) -> None:
    assert TYPES.called(text, is_opening=is_opening) == called


@pytest.mark.parametrize(
    ("text", "board_name", "called"),
    [
        ("Budget Committee Meeting", "Budget Committee", None),
        ("Special Committee Meeting", "Committee", None),
        ("Special Committee Meeting", None, None),
        ("Special Committee Meeting", "Harbour Committee", "special"),
        ("Special Meeting of the Special Board", "Special Board", "special"),
        ("Annual Parish Meeting", "Annual Parish Meeting", "annual"),
        ("Budget Council Meeting", "Budget Council", "budget"),
    ],
)
def test_a_word_of_the_name_of_the_board_is_no_kind_of_meeting(
    text: str, board_name: str | None, called: str | None
) -> None:
    assert TYPES.called(text, board_name=board_name) == called
