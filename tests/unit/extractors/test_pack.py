"""One invented pack, read by each extractor of meetings, people and business."""

from datetime import date, time

from pipelines.schema.records import (
    Action,
    ActionProgress,
    AgendaItem,
    AttendanceStatement,
    BoardMembership,
    Decision,
    Finding,
    MeetingStatement,
    OfficerAttendance,
    PaperRecord,
)
from tests.unit.extractors.papers import PACK, records_of

OWN, LAST = date(2017, 3, 3), date(2016, 11, 17)


def test_paper() -> None:
    (paper,) = records_of(PACK, "papers")
    assert isinstance(paper, PaperRecord)
    assert (paper.kind, paper.board_id, paper.meeting_date) == (
        "agenda_pack",
        "unnamed/00c0ffee",
        OWN,
    )


def test_meetings() -> None:
    found = [m for m in records_of(PACK, "meetings") if isinstance(m, MeetingStatement)]
    assert [
        (m.statement_kind, m.meeting_date.isoformat(), m.start_time, m.venue, m.status, m.locator)
        for m in found
        if m.statement_kind != "own" or m.venue
    ] == [
        ("own", "2017-03-03", time(14), "Quay Hall, Dock Street, HULL", "announced", "l8"),
        ("grid", "2016-09-09", None, None, "held", "l26"),
        ("grid", "2016-11-17", None, None, "held", "l26"),
        ("grid", "2017-03-06", None, None, "announced", "l26"),
        ("grid", "2017-05-17", None, None, "announced", "l26"),
        ("next", "2017-05-17", time(11), "Quay Hall, HULL", "announced", "l45"),
        ("note", "2016-11-17", None, "Quay Hall, Dock Street", "held", "l59"),
        ("next", "2017-03-03", None, None, "announced", "l100"),
        ("previous", "2016-09-09", None, None, "held", "l96"),
        ("note", "2016-11-17", time(14), "Quay Hall, Dock Street", "held", "l105"),
    ]


def test_a_running_header_of_another_day_is_a_finding() -> None:
    findings = [f for f in records_of(PACK, "findings") if isinstance(f, Finding)]
    assert ("header_date_disagrees", "l53", "2016-11-17", "2016-10-05") in [
        (f.rule, f.locator, f.expected, f.observed) for f in findings
    ]


def test_memberships() -> None:
    found = [m for m in records_of(PACK, "board_memberships") if isinstance(m, BoardMembership)]
    assert [
        (m.councillor_name, m.honours, m.council_id, m.political_group, m.role) for m in found
    ] == [
        ("Ann Beecham", None, "leeds-city-council", "Labour", "deputy_chair"),
        ("Susan Dean", "OBE", "kent-county-council", "Labour", "member"),
        ("Eve Farrow", None, "city-of-york-council", "Labour", "substitute"),
        ("Guy Hallam", None, "devon-county-council", "Conservative", "vice_chair"),
        ("Ian Jessop", "CBE", "kent-county-council", "Conservative", "chair"),
    ]
    assert {m.meeting_year for m in found} == {"2016/17"}
    assert [m.councillor_name for m in found if m.is_inferred] == ["Guy Hallam"]


def test_ghost_rows_and_wrong_seats_are_findings() -> None:
    findings = [f for f in records_of(PACK, "findings") if isinstance(f, Finding)]
    assert [(f.rule, f.locator) for f in findings if f.table_name == "board_memberships"] == [
        ("ghost_row", "l22"),
        ("seats_disagree", "l18"),
    ]


def test_a_group_that_is_headed_twice_with_two_counts_is_a_finding() -> None:
    twice = PACK.replace("Labour ( 2)\t\n", "Labour ( 0)\t\nLabour ( 2)\t\n")
    findings = [f for f in records_of(twice, "findings") if isinstance(f, Finding)]
    assert [
        (f.subject, f.expected, f.observed, f.locator)
        for f in findings
        if f.rule == "group_heading_twice"
    ] == [("Labour", "2", "0", "l13")]
    # A heading that a page break repeats is no contradiction.
    repeated = PACK.replace("Labour ( 2)\t\n", "Labour ( 2)\t\nLabour ( 2)\t\n")
    assert "group_heading_twice" not in {
        f.rule for f in records_of(repeated, "findings") if isinstance(f, Finding)
    }


def test_attendance() -> None:
    found = [a for a in records_of(PACK, "attendance") if isinstance(a, AttendanceStatement)]
    assert [
        (a.meeting_date, a.councillor_id, a.council_id, a.capacity, a.status, a.evidence_kind)
        for a in found
    ] == [
        (LAST, "ian-jessop", "kent-county-council", "chair", "present", "list"),
        (LAST, "guy-hallam", "devon-county-council", "vice_chair", "present", "list"),
        (LAST, "susan-dean", "kent-county-council", "member", "present", "list"),
        (LAST, "lee-moss", None, "member", "present", "list"),
        (LAST, "ann-beecham", "leeds-city-council", "member", "apologies", "list"),
        (date(2016, 9, 9), "ann-beecham", None, "deputy_chair", "present", "grid"),
        (LAST, "ann-beecham", None, "deputy_chair", "absent", "grid"),
        (date(2016, 9, 9), "susan-dean", None, "member", "present", "grid"),
        (LAST, "susan-dean", None, "member", "present", "grid"),
        (date(2016, 9, 9), "guy-hallam", None, "vice_chair", "absent", "grid"),
        (LAST, "guy-hallam", None, "vice_chair", "present", "grid"),
        (LAST, "eve-farrow", None, "substitute", "present", "grid"),
    ]


def test_a_form_of_the_given_name_is_the_same_person_and_marked() -> None:
    found = [a for a in records_of(PACK, "attendance") if isinstance(a, AttendanceStatement)]
    assert [
        (a.councillor_name, a.inference_rule) for a in found if a.councillor_id == "susan-dean"
    ] == [
        ("Susan Dean", None),
        ("Sue Dean", "given_name_variant"),
        ("Sue Dean", "given_name_variant"),
    ]


def test_officers() -> None:
    found = [o for o in records_of(PACK, "officer_attendance") if isinstance(o, OfficerAttendance)]
    assert [(o.name, o.organisation) for o in found] == [
        ("Pat Quill", "Harbour Trust"),
        ("Rae Stone", "Harbour Trust"),
        ("Tom Underhill", "Tide Office"),
    ]


def test_agenda_items() -> None:
    found = [a for a in records_of(PACK, "agenda_items") if isinstance(a, AgendaItem)]
    assert [(a.meeting_date, a.item_no, a.title, a.first_page, a.start_time) for a in found] == [
        (OWN, "1a", "Harbour dues", 3, time(14)),
        (OWN, "1b", "Harbour walls", 9, None),
        (OWN, "2", "The Planning of Piers", 11, time(14, 30)),
        (OWN, "3", "Lighthouses and Buoys", 13, None),
        (LAST, "1", "Harbour dues", None, None),
        (LAST, "2", "Piers and walls", None, None),
        (LAST, "3", "Minutes of the previous meeting - 9 September 2016", None, None),
    ]


def test_decisions() -> None:
    found = [d for d in records_of(PACK, "decisions") if isinstance(d, Decision)]
    assert [(d.item_no, d.seq, d.text) for d in found] == [
        (
            "1",
            1,
            "Members agreed the following: Cllr Dean to see the treasurer.; "
            "Cllr Hallam to see the bank.",
        ),
        ("2", 1, "Members noted the report."),
        ("2", 2, "Members agreed the plan."),
        ("3", 1, "The minutes were agreed."),
    ]


def test_actions() -> None:
    found = [a for a in records_of(PACK, "actions") if isinstance(a, Action)]
    assert [(a.item_no, a.seq, a.text, a.owner) for a in found] == [
        ("1", 1, "Officers to write a letter.", "Pat Quill"),
        ("2", 1, "To build a wall.", "Rae Stone and Tom Underhill"),
        ("2", 2, "To paint it.", None),
    ]


def test_action_progress() -> None:
    found = [a for a in records_of(PACK, "action_progress") if isinstance(a, ActionProgress)]
    assert [(a.meeting_date, a.item_no, a.action_text, a.progress) for a in found] == [
        (LAST, "1", None, "The letter was sent."),
        (LAST, "2", "To build a wall.", "Under way."),
    ]


def test_a_date_between_two_items_is_no_item() -> None:
    text = PACK.replace("2 Piers and walls\n", "# 2 November 2016\n\n2 Piers and walls\n")
    titles = [a.title for a in records_of(text, "agenda_items") if isinstance(a, AgendaItem)]
    assert "November 2016" not in titles
    assert "Piers and walls" in titles


def test_a_membership_list_whose_head_a_page_break_left_above() -> None:
    text = (
        "Ferry Board - Membership 2016/2017\n\nCouncillor Authority\n\nLabour (2)\n\n"
        "Ann Bell (Chair)\tLeeds City Council\nBea Carr\tKent County Council\nSubstitutes\t\n"
        "Cat Dunn\tOxford City Council\n"
    )
    found = [o for o in records_of(text, "board_memberships") if isinstance(o, BoardMembership)]
    assert [(o.councillor_name, o.role, o.political_group, o.meeting_year) for o in found] == [
        ("Ann Bell", "chair", "Labour", "2016/17"),
        ("Bea Carr", "member", "Labour", "2016/17"),
        ("Cat Dunn", "substitute", "Labour", "2016/17"),
    ]
