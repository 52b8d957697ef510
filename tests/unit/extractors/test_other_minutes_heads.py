"""What heads the minutes of bodies that no register holds, and what only speaks of minutes."""

from datetime import date, time

from tests.unit.extractors.other_rows import rows


def test_minutes_that_say_in_a_bracket_what_kind_of_draft_they_are() -> None:
    text = (
        "QUAY PARISH COUNCIL\n\nDraft (until the next meeting approves them) Minutes of the "
        "Ordinary Meeting held on Thursday 9 March 2017 at 7pm in the Long Room\n\n"
        "Present:\nCllr A Fenn\nCllr C Moss\n\n1. Apologies\n\nNone.\n"
    )
    assert rows(text, "meetings", "board_id", "meeting_date", "start_time", "venue") == [
        ("quay-parish-council/council", date(2017, 3, 9), time(19), "Long Room")
    ]


def test_the_date_of_another_meeting_in_a_title_is_not_taken_for_ours() -> None:
    text = (
        "Agenda and minutes\n\nVenue: Long Room, Mere\n\nItems\n\n1.\n\nApologies\n\nMinutes:\n\n"
        "Apologies were received from Ann Fenn.\n\n2.\n\nMinutes of the previous meeting of the "
        "Quay Forum held on 9 March 2017\n\n3.\n\nActions arising from the meeting held on "
        "9 March 2017\n"
    )
    assert rows(text, "papers", "meeting_date") == [(None,)]
    assert [title for (title,) in rows(text, "agenda_items", "title")] == [
        "Apologies",
        "Minutes of the previous meeting of the Quay Forum held on 9 March 2017",
        "Actions arising from the meeting held on 9 March 2017",
    ]


def test_an_item_on_the_minutes_of_the_last_meeting_begins_no_other_minutes() -> None:
    text = (
        "Quay Forum\n\n6 April 2017\n\nPresent: Ann Fenn, Cy Moss\n\n"
        "Minutes of the last meeting held on 9 March 2017\n\nThey were signed.\n\n"
        "Date of next meeting\n\n4 May 2017\n"
    )
    assert rows(text, "papers", "meeting_date") == [(date(2017, 4, 6),)]
    assert rows(text, "attendance", "councillor_name", "status") == [
        ("Ann Fenn", "present"),
        ("Cy Moss", "present"),
    ]
