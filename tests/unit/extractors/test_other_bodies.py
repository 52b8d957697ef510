"""Minutes, agendas and pages of bodies that no register holds."""

import re
from datetime import date, time

import pytest

from pipelines.documents import Span
from pipelines.extraction.subjects import read_subjects
from pipelines.readers.reading import read_document
from pipelines.reference.registers import load_registers
from pipelines.runtime.places import REFERENCE
from tests.unit.extractors.other_bodies import (
    AGENDA,
    COMMITTEE_PAGE,
    COUNTY,
    PARISH,
    REGISTER,
    SYSTEM_PAGE,
)
from tests.unit.extractors.other_rows import rows
from tests.unit.extractors.papers import PAPER

LOCATOR = re.compile(r"l(\d+)(?:-l(\d+))?")
PAPERS = {
    "a county": COUNTY,
    "a parish": PARISH,
    "a page of a committee system": SYSTEM_PAGE,
    "a register": REGISTER,
    "a committee's own page": COMMITTEE_PAGE,
    "an agenda": AGENDA,
}


@pytest.mark.parametrize("text", PAPERS.values(), ids=PAPERS)
def test_every_quote_stands_where_its_locator_says(text: str) -> None:
    document = read_document(text.encode(), "paper")
    for records in read_subjects(document, load_registers(REFERENCE), PAPER).values():
        for record in records:
            if hasattr(record, "quote"):
                first, last = LOCATOR.fullmatch(record.locator).groups()
                span = Span(int(first), int(last or first))
                assert document.holds(record.quote, span), record


HEADS = {
    "a county": (
        COUNTY,
        ("minutes", "Highways and Harbours Cabinet Committee", date(2017, 3, 14)),
    ),
    "a parish": (PARISH, ("minutes", "Fennick Parish Council", date(2017, 3, 6))),
    "a page of a committee system": (
        SYSTEM_PAGE,
        ("minutes", "Licensing Committee B", date(2017, 3, 9)),
    ),
    "a register": (REGISTER, ("minutes", "Audit Committee", date(2017, 3, 6))),
    "a committee's own page": (COMMITTEE_PAGE, ("report", "Audit Committee", None)),
    "an agenda": (AGENDA, ("agenda_pack", "Planning Committee", date(2017, 3, 8))),
}


@pytest.mark.parametrize(("text", "expected"), HEADS.values(), ids=HEADS)
def test_the_head_tells_body_and_date(text: str, expected: tuple[object, ...]) -> None:
    assert rows(text, "papers", "kind", "board_name", "meeting_date") == [expected]


def test_a_page_of_a_committee_system_tells_time_and_place() -> None:
    assert rows(SYSTEM_PAGE, "meetings", "meeting_date", "status", "start_time", "venue") == [
        (date(2017, 3, 9), "held", time(19, 0), "Long Room - Town Hall")
    ]


ATTENDANCE = {
    "a county": (
        COUNTY,
        [
            ("P A Fenn", "present", "chair", None, "list"),
            ("C R Sedge", "present", "vice_chair", None, "list"),
            ("M J Teasel", "present", "substitute", "s-c-tansy", "list"),
            ("M Burnet", "present", "member", None, "list"),
            ("R Sorrel", "present", "member", None, "list"),
            ("C J Rowan", "present", "member", None, "list"),
            ("M Bracken", "present", "in_attendance", None, "list"),
            ("P M Heather", "present", "in_attendance", None, "list"),
            ("S C Tansy", "apologies", "member", None, "prose"),
            ("N J Ash", "apologies", "member", None, "prose"),
        ],
    ),
    "a parish": (
        PARISH,
        [
            ("Ivy Teasel", "present", "chair", None, "list"),
            ("Moss Sedge", "present", "member", None, "list"),
            ("Tansy", "present", "member", None, "list"),
            ("R Ash", "present", "member", None, "list"),
            ("Thistle", "present", "in_attendance", None, "list"),
            ("Bracken", "apologies", "member", None, "list"),
            ("Rowan Heather", "apologies", "member", None, "list"),
        ],
    ),
    "a page of a committee system": (
        SYSTEM_PAGE,
        [
            ("R. Fenn", "apologies", "member", None, "prose"),
            ("S. R. Sedge", "apologies", "member", None, "prose"),
            ("Ivy Teasel", "apologies", "member", None, "prose"),
            ("Moss Ash", "present", "substitute", "ivy-teasel", "prose"),
        ],
    ),
    "a register": (
        REGISTER,
        [
            ("Rowan Fenn", "present", "chair", None, "register"),
            ("Ivy Teasel", "present", "member", None, "register"),
            ("Ash Tansy", "apologies", "member", None, "register"),
            ("Moss Sedge", "present", "substitute", None, "register"),
            ("Bryony Sorrel", "absent", "member", None, "register"),
            ("Reed Thistle", "present", "in_attendance", None, "register"),
            ("Gale Heather", "not_recorded", "member", None, "register"),
        ],
    ),
    "an agenda: nobody came yet": (AGENDA, []),
}


@pytest.mark.parametrize(("text", "expected"), ATTENDANCE.values(), ids=ATTENDANCE)
def test_who_came_and_who_did_not(text: str, expected: list[tuple[object, ...]]) -> None:
    fields = ("councillor_name", "status", "capacity", "substitutes_for", "evidence_kind")
    assert rows(text, "attendance", *fields) == expected


def test_only_the_register_of_a_web_page_is_its_own_proof() -> None:
    typed = (
        "Weir School\n\nMinutes of the Governing Body held on 9 March 2017\n\n"
        "Attendee\tRole\tAttendance\n"
        "Ann Fenn\tGovernor\tPresent\nCy Moss\tGovernor\tPresent\nJo Reed\tGovernor\tApologies\n"
        "\n1. Welcome\n\n2. The pier\n"
    )

    assert set(rows(REGISTER, "attendance", "evidence_kind", "proof")) == {("register", "register")}
    assert set(rows(typed, "attendance", "evidence_kind", "proof")) == {("register", "single")}


def test_a_register_tells_who_came_by_a_screen() -> None:
    modes = rows(REGISTER, "attendance", "councillor_name", "mode")
    assert [row for row in modes if row[1]] == [("Ivy Teasel", "virtual")]


OFFICERS = {
    "a job is no organisation": (
        COUNTY,
        [("R Thistle", None), ("B Moss", "Quay Trust"), ("C A Reed", None)],
    ),
    "a clerk": (PARISH, [("Hazel Burnet", None)]),
    "a register": (REGISTER, [("Hazel Burnet", None)]),
    "a councillor in attendance": (
        "Meeting attendance\n\nHarbour Board\n\nThursday, 9th March, 2017\n\n"
        "Present: Councillor Rowan Fenn (Chair), Councillor Ivy Teasel\n\n"
        "In attendance: Councillor Moss Ash\n\nOfficers: Hazel Burnet (Solicitor)\n",
        [("Hazel Burnet", None)],
    ),
}


@pytest.mark.parametrize(("text", "expected"), OFFICERS.values(), ids=OFFICERS)
def test_officers(text: str, expected: list[tuple[object, ...]]) -> None:
    assert rows(text, "officer_attendance", "name", "organisation") == expected


ITEMS = {
    "numbers that go on through the year": (
        COUNTY,
        [
            ("131", "Apologies and Substitutes"),
            ("132", "Minutes of the meeting held on 6 January 2017"),
            ("133", "Harbour dues"),
        ],
    ),
    "numbers with a year": (
        PARISH,
        [
            ("21/17", "To receive APOLOGIES FOR ABSENCE"),
            ("22/17", "DECLARATIONS OF INTEREST"),
            ("23/17", "THE POND"),
        ],
    ),
    "rows of a committee system": (
        SYSTEM_PAGE,
        [("70", "Apologies"), ("71", "Minutes"), ("71.1", "The Quay Inn")],
    ),
    "an agenda": (
        AGENDA,
        [
            ("1", "Apologies"),
            ("2", "Minutes of the previous meeting held on 8 February 2017"),
            ("3", "The Quay Inn"),
        ],
    ),
}


@pytest.mark.parametrize(("text", "expected"), ITEMS.values(), ids=ITEMS)
def test_items(text: str, expected: list[tuple[object, ...]]) -> None:
    assert rows(text, "agenda_items", "item_no", "title") == expected


DECISIONS = {
    "resolved, in a sentence": (
        COUNTY,
        [
            (
                "132",
                "RESOLVED that the minutes of the meeting held on 6 January 2017 are correctly "
                "recorded.",
            ),
            ("133", "RESOLVED that the dues be noted."),
        ],
    ),
    "agreed, within a paragraph": (
        PARISH,
        [("23/17", "It was AGREED that the pond be cleaned.")],
    ),
    "under a heading of the system, not what follows under minutes": (
        SYSTEM_PAGE,
        [("71", "The minutes were agreed."), ("71.1", "That it may open.")],
    ),
}


@pytest.mark.parametrize(("text", "expected"), DECISIONS.values(), ids=DECISIONS)
def test_decisions(text: str, expected: list[tuple[object, ...]]) -> None:
    assert rows(text, "decisions", "item_no", "text") == expected


MEMBERS = {
    "a committee's own page, in the year of its last change": (
        COMMITTEE_PAGE,
        [
            ("2016/17", "Rowan Fenn", "chair", None),
            ("2016/17", "Ivy Teasel", "member", "Labour"),
            ("2016/17", "J Sedge", "member", None),
        ],
    ),
    "the top of an agenda": (
        AGENDA,
        [
            ("2016/17", "Rowan Fenn", "chair", None),
            ("2016/17", "Ivy Teasel", "vice_chair", None),
            ("2016/17", "Ash Tansy", "member", None),
            ("2016/17", "Moss Sedge", "substitute", None),
            ("2016/17", "Bryony Sorrel", "substitute", None),
        ],
    ),
}


@pytest.mark.parametrize(("text", "expected"), MEMBERS.values(), ids=MEMBERS)
def test_members(text: str, expected: list[tuple[object, ...]]) -> None:
    fields = ("meeting_year", "councillor_name", "role", "political_group")
    assert rows(text, "board_memberships", *fields) == expected


def test_a_register_may_have_no_header() -> None:
    page = (
        "<html><body><h1>Weir School</h1><p>Minutes of the Governing Body held on 9 March 2017</p>"
        "<table><tr><td>Ann Fenn (AF)<td>Co-opted Governor<td>Present"
        "<tr><td>Cy Moss<td>Headteacher and Governor<td>Present"
        "<tr><td>Jo Reed<td>Parent Governor<td>Apologies"
        "<tr><td>Ivy Sedge<td>Finance Officer<td>Present</table>"
        "<p>1. Welcome</p><p>2. The pier</p></body></html>"
    )
    fields = ("councillor_name", "status", "evidence_kind", "proof")
    assert rows(page, "attendance", *fields) == [
        ("Ann Fenn", "present", "register", "register"),
        ("Cy Moss", "present", "register", "register"),
        ("Jo Reed", "apologies", "register", "register"),
    ]
    assert rows(page, "officer_attendance", "name") == [("Ivy Sedge",)]
