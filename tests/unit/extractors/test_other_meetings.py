"""When and where bodies that no register holds met, and what their agendas keep."""

from datetime import date, time

import pytest

from tests.unit.extractors.other_rows import rows


@pytest.mark.parametrize(
    ("announcement", "expected"),
    [
        (
            "A meeting of the Quay Committee will be held on Thursday 9 March 2017, 7.00pm, at the "
            "Long Room, Mere",
            (time(19), "the Long Room, Mere"),
        ),
        (
            "There will be a meeting of the Quay Committee on Thursday 9 March 2017 at 7pm in the "
            "Long Room.",
            (time(19), "the Long Room"),
        ),
        (
            "There will be a meeting of the Quay Committee at 7pm on Thursday 9 March 2017 at the "
            "Long Room.",
            (time(19), "the Long Room"),
        ),
    ],
    ids=["day, time, place", "day, time and place", "time, day, place"],
)
def test_an_announcement_parts_time_and_place(
    announcement: str, expected: tuple[time, str]
) -> None:
    text = f"Quay Committee\n\nAgenda\n\n{announcement}\n\n1. Apologies\n\n2. The pier\n"
    found = rows(text, "meetings", "meeting_date", "start_time", "venue")
    assert (date(2017, 3, 9), *expected) in found


def test_a_meeting_that_was_moved_is_dated_by_its_new_day() -> None:
    text = (
        "<!DOCTYPE html><html><body><h1>Quay Committee</h1><p>9 March 2017</p>"
        "<p>Meeting rearranged from Wednesday, 1 March 2017</p><h2>Agenda</h2></body></html>"
    )
    assert rows(text, "papers", "board_name", "meeting_date") == [
        ("Quay Committee", date(2017, 3, 9))
    ]


def test_an_agenda_of_a_body_that_is_named_nowhere_keeps_its_items() -> None:
    text = "Agenda\n\n9 March 2017\n\n1. Apologies\n\n2. The pier\n"
    assert rows(text, "agenda_items", "board_id", "item_no", "title") == [
        ("unnamed/00c0ffee", "1", "Apologies"),
        ("unnamed/00c0ffee", "2", "The pier"),
    ]


FERRY = """FERRY COUNTY COUNCIL

HARBOUR COMMITTEE

MINUTES of a meeting of the Harbour Committee held in the Tide Room, Quay House on Friday, 3 March \
2017.

PRESENT: Mr A B Quay, MBE (Chairman), Mrs C Dell and Mr D Elms (Substitute for Mr E F Ford)

IN ATTENDANCE: Ms G Hale (Tide Officer (Acting))

12. Apologies and Substitutes
(Item A2)

Apologies for absence were received from Mr Ford, for whom Mr Elms was present as substitute.

13. Dues that boats of the fleet pay to the harbour each spring
(Item B1)

RESOLVED that the dues be noted.
"""


def test_a_house_style_with_initials_honours_and_brackets() -> None:
    assert rows(FERRY, "attendance", "councillor_id", "capacity", "status", "substitutes_for") == [
        ("a-b-quay", "chair", "present", None),
        ("c-dell", "member", "present", None),
        ("d-elms", "substitute", "present", "e-f-ford"),
        ("e-f-ford", "member", "apologies", None),
    ]
    assert rows(FERRY, "officer_attendance", "name") == [("G Hale",)]
    assert rows(FERRY, "meetings", "meeting_date", "venue") == [
        (date(2017, 3, 3), "Tide Room, Quay House")
    ]
    assert rows(FERRY, "agenda_items", "title") == [
        ("Apologies and Substitutes",),
        ("Dues that boats of the fleet pay to the harbour each spring",),
    ]


def test_a_surname_of_somebody_who_came_is_not_hers_who_is_excused() -> None:
    text = FERRY.replace("Mr Ford, for whom Mr Elms was present as substitute", "Mrs Quay")
    assert ("quay", "apologies") in rows(text, "attendance", "councillor_id", "status")


SUMMONS = """Ferry Parish Council

NOTICE OF MEETING

You are hereby summoned to attend a meeting of Ferry Parish Council to be held at the Tide \
Hall, Mill Lane on Monday 6th March 2017 at 7.30pm.

AGENDA

1. Apologies for absence
2. Fares
3. Date of next meeting - 3rd April 2017
"""


def test_a_place_may_stand_before_the_date_and_the_next_meeting_in_an_item() -> None:
    assert rows(SUMMONS, "meetings", "meeting_date", "start_time", "venue") == [
        (date(2017, 3, 6), time(19, 30), "Tide Hall, Mill Lane"),
        (date(2017, 4, 3), None, None),
    ]


def test_the_date_of_minutes_to_be_confirmed_is_not_the_agendas() -> None:
    text = (
        "Agenda\n\nQuay Group - Monday 6th March 2017 6.00 pm\n\n1.\n\nApologies\n\n2.\n\nMinutes"
        "\n\nTo confirm the Minutes of the meeting of the Group held on 21 February 2017.\n"
    )
    assert rows(text, "papers", "kind", "meeting_date") == [("agenda_pack", date(2017, 3, 6))]


def test_minutes_that_are_an_item_of_an_agenda_are_minutes() -> None:
    text = (
        "Agenda Item No. 7\n\nQUAY BOARD\n\nA meeting of the Board was held at the mill on Monday "
        "6th March 2017.\n\nPRESENT\n\nMr A Fenn, Mrs C Moss and Mr J Reed\n"
    )
    assert rows(text, "papers", "kind", "meeting_date") == [("minutes", date(2017, 3, 6))]


def test_a_letterhead_may_stand_above_minutes() -> None:
    text = (
        "FERRY PARISH COUNCIL\n\nClerk to the Council:\n\nJo Reed\n\n60 Quay Street\n\nFerry\n\n"
        "Minutes of the Parish Council Meeting held at the mill on Monday 6 March 2017.\n\n"
        "Present: Cllrs Ann Fenn and Cy Moss.\n"
    )
    assert rows(text, "papers", "kind", "meeting_date") == [("minutes", date(2017, 3, 6))]


def test_what_was_said_of_the_last_minutes_is_no_meeting() -> None:
    text = (
        "Minutes of a meeting of Ferry Parish Council held on Monday 6 March 2017\n\n"
        "Present: Cllrs Ann Fenn and Cy Moss.\n\n1. Minutes of the previous meeting\n\n"
        "Minutes of the meeting held on 9 January 2017 were approved.\n\n2. The pier\n"
    )
    assert rows(text, "agenda_items", "meeting_date", "title") == [
        (date(2017, 3, 6), "Minutes of the previous meeting"),
        (date(2017, 3, 6), "The pier"),
    ]


@pytest.mark.parametrize(
    "line",
    [
        "Quay Committee - Monday, 6 March 2017 10.30 a.m.",
        "Ferry County Council - Highways, Harbours and Piers Committee - Monday 6 March 2017 2 pm",
    ],
    ids=["a time that ends in a stop", "a long name"],
)
def test_an_agenda_is_dated_by_its_head(line: str) -> None:
    text = (
        f"Agenda and minutes\n\n{line}\n\n109.\n\nMinutes\n\nMinutes of meeting held on 9 January "
        "2017 (previously circulated).\n\n110.\n\nThe pier\n"
    )
    assert rows(text, "papers", "meeting_date") == [(date(2017, 3, 6),)]


def test_a_table_with_resolutions_makes_minutes() -> None:
    page = (
        "<!DOCTYPE html><html><body><h1>Meeting documents</h1><h2>Quay Board<br>Monday, 6th March, "
        "2017</h2><table><tr><th>Item</th><th>Description</th><th>Resolution</th></tr>"
        "<tr><td>17</td><td>Apologies.</td><td>Apologies were received from Councillor Fenn.</td>"
        "</tr><tr><td>18</td><td>The pier</td><td>It stands.</td></tr></table></body></html>"
    )
    assert rows(page, "papers", "kind", "meeting_date") == [("minutes", date(2017, 3, 6))]
    assert rows(page, "attendance", "councillor_name", "status") == [("Fenn", "apologies")]


def test_a_meeting_is_not_dated_by_the_last_one() -> None:
    text = (
        "MINUTES OF THE 2017 AGM\n\nHELD ON 6TH March 2017.\n\n1. The chair opened the meeting.\n\n"
        "2. MINUTES OF THE PREVIOUS AGM.\n\nThe Minutes of the previous AGM, held on Tuesday 15th "
        "March 2016 were proposed by J Reed.\n"
    )
    assert rows(text, "papers", "kind", "meeting_date") == [("minutes", date(2017, 3, 6))]


def test_the_governing_body_of_a_group_is_named() -> None:
    text = (
        "Ferry and Mere Health Governing Body Meeting in Public\n\nHeld on 6th March 2017\n\n"
        "Present:\n\nDr Ann Fenn and Mr Cy Moss of Mere City Council\n"
    )
    assert rows(text, "papers", "board_name") == [("Ferry and Mere Health Governing Body",)]


def test_an_agenda_is_not_dated_by_its_signature() -> None:
    text = (
        "Meetings & Agendas - March 2017\n\nMeeting to be held on the 6th of March 2017 at the "
        "Ferry Inn 7.30 p.m.\n\n1. Apologies\n\n2. Declarations of interest\n\n"
        "3. Date of next meeting: 3rd April 2017\n\n"
        "Signed: Jo Reed Clerk to the Council on 25th February 2017\n"
    )
    assert rows(text, "papers", "kind", "meeting_date") == [("agenda_pack", date(2017, 3, 6))]


def test_an_agenda_with_decisions_is_minutes() -> None:
    text = (
        "Agenda and decisions\n\nQuay Committee - Monday, 6 March 2017 6.00pm\n\n1.\n\n"
        "APOLOGIES\n\n"
        "Decision:\n\nApologies were submitted on behalf of Ann Fenn.\n\n2.\n\nTHE PIER\n"
    )
    assert rows(text, "papers", "kind", "meeting_date") == [("minutes", date(2017, 3, 6))]
    assert rows(text, "attendance", "councillor_name", "status") == [("Ann Fenn", "apologies")]


def test_a_meeting_that_was_held_has_minutes() -> None:
    text = (
        "Notes from the quay\n\nThe meeting was held by telephone on Monday 6 March 2017.\n\n"
        "1. Apologies were received from Ann Fenn.\n\n2. The pier stands.\n"
    )
    assert rows(text, "papers", "kind", "meeting_date") == [("minutes", date(2017, 3, 6))]
    assert rows(text, "attendance", "councillor_name", "status") == [("Ann Fenn", "apologies")]


def test_an_agenda_in_one_line_with_its_day_is_dated_by_it() -> None:
    text = (
        "Agenda Ninth Meeting Weir Harbour Estate (Interim Management) Board 25 March 2017 8.30am"
        "\n\n"
        "1. Standing Items\n\n1.1 Minutes of Meetings held 26 November 2016\n\n2. The pier\n"
    )
    assert rows(text, "papers", "kind", "meeting_date") == [("agenda_pack", date(2017, 3, 25))]


LISTED = {
    "bullets": (
        "- Apologies\n\nTo receive any.\n\n- Minutes of 3 March 2017 – To approve the minutes\n\n"
        "- The pier\n\n- unless the chair says so, those who wish to speak at the meeting of the "
        "harbour may do so for no longer than three minutes.\n"
    ),
    "capitals": (
        "AUDIO SYSTEM\n\nThe room has one.\n\nAPOLOGIES\n\nTo receive any.\n\nMINUTES OF 3 MARCH "
        "2017\n\nTo approve the minutes.\n\nTHE PIER\n"
    ),
}


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (LISTED["bullets"], ["Apologies", "Minutes of 3 March 2017", "The pier"]),
        (LISTED["capitals"], ["AUDIO SYSTEM", "APOLOGIES", "MINUTES OF 3 MARCH 2017", "THE PIER"]),
        ("- Parking\n\n- Catering\n\n- Toilets\n", []),
    ],
    ids=["bullets", "capitals", "a list of something else"],
)
def test_an_agenda_without_numbers_is_numbered_as_it_stands(body: str, expected: list[str]) -> None:
    text = f"Weir Parish Council\n\nMeeting on Thursday 9 March 2017\n\nAGENDA\n\n{body}"
    assert rows(text, "agenda_items", "item_no", "title", "inference_rule") == [
        (str(number), title, "numbered_by_order") for number, title in enumerate(expected, start=1)
    ]


def test_lines_below_the_head_of_a_committee_system_are_items_without_numbers() -> None:
    text = (
        "Harbour Board\nThursday, 9th March, 2017 5.00 pm\n\nVenue: Via Teams\n\nNo. Item\n\n\n"
        "Welcome and Apologies for Absence\n\nTo note any apologies received by directors.\n\n\n"
        "Repairs to the Pier\n\nThe items below are for the board to consider:\n\n\n"
        "2016 Report of the Harbour Master\n\n\nClose of Meeting\n"
    )
    assert rows(text, "papers", "kind", "title") == [("agenda_pack", "Harbour Board")]
    assert rows(text, "meetings", "meeting_date", "start_time", "venue") == [
        (date(2017, 3, 9), time(17), "Via Teams")
    ]
    assert rows(text, "agenda_items", "item_no", "title") == [
        ("1", "Welcome and Apologies for Absence"),
        ("2", "Repairs to the Pier"),
        ("3", "2016 Report of the Harbour Master"),
        ("4", "Close of Meeting"),
    ]


def test_a_long_opening_tells_the_meeting_in_its_first_sentence() -> None:
    text = (
        "The following document is the minutes of the Harbour meeting held on 9 March 2017. These "
        "minutes are subject to confirmation as to their accuracy at the next meeting to be held "
        "on 11 April 2017 and therefore subject to change. Please refer to the minutes of that "
        "meeting for confirmation of their accuracy by the harbour master and by the board.\n\n"
        "PRESENT\n\nCllr Rowan Fenn\n\nCllr Moss Ash\n\n1. Apologies\n\nNone.\n"
    )
    assert rows(text, "papers", "kind", "meeting_date") == [("minutes", date(2017, 3, 9))]


def test_a_minute_of_a_meeting_is_minutes() -> None:
    text = (
        "Minute of Meeting of the Weir Community Council held on Thursday 9 March 2017\n\n"
        "1. Apologies: Apologies were received from CClrs Fenn and Moss.\n\n"
        "2. The pier: It stands.\n"
    )
    assert rows(text, "papers", "kind", "meeting_date") == [("minutes", date(2017, 3, 9))]
    assert rows(text, "attendance", "councillor_name", "status") == [
        ("Fenn", "apologies"),
        ("Moss", "apologies"),
    ]


def test_apologies_that_were_received_make_minutes_of_a_page_of_agenda_items() -> None:
    text = (
        "Meeting Details\n\nHarbour Committee\n\n9 Mar 2017 - 10:30 to 11:18\n\nAgenda Items\n\n"
        "1 Apologies for Absence\n\nTo receive any.\n\n"
        "Apologies were received from Cllr Fenn, Cllr C Moss.\n\n2 The pier\n\nIt stands.\n"
    )
    assert rows(text, "papers", "kind", "meeting_date") == [("minutes", date(2017, 3, 9))]
    assert rows(text, "attendance", "councillor_name", "status") == [
        ("Fenn", "apologies"),
        ("C Moss", "apologies"),
    ]


def test_an_agenda_may_begin_with_those_present() -> None:
    text = (
        "MEETING OF WEIR PARISH COUNCIL\n\non Thursday 9 March 2017 at 7.30pm\n\n"
        "1. PRESENT & APOLOGIES\n\nTo receive any.\n\n2. MINUTES\n\nTo approve them.\n\n3. PIER\n"
    )
    assert rows(text, "agenda_items", "item_no", "title") == [
        ("1", "PRESENT & APOLOGIES"),
        ("2", "MINUTES"),
        ("3", "PIER"),
    ]


def test_an_open_forum_is_no_body() -> None:
    text = (
        "MINUTES OF THE AGM HELD AT THE VILLAGE HALL ON THURSDAY MARCH 9th 2017\n\n"
        "Present: Cllrs A Fenn and C Moss\n\nOPEN FORUM\n\nNobody spoke.\n\nWeir Parish Council\n"
    )
    assert rows(text, "papers", "board_name") == [("Weir Parish Council",)]
