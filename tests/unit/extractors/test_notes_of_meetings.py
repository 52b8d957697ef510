"""Notes of a board's meetings: labels above their values, officers in lists, owners in brackets."""

from datetime import date, time

from pipelines.extraction.subjects import read_subjects
from pipelines.readers.reading import read_document
from pipelines.reference.registers import load_registers
from pipelines.runtime.places import REFERENCE
from tests.unit.extractors.papers import PAPER

NOTE = """Note of last Ferry Programme Board meeting

Title:

Ferry Programme Board

Date:

Thursday 17 March 2016

Venue:

Quay House, 4 Harbour Street

Item\tDecisions and actions

1 Welcome and apologies

Members were welcomed.

2 Fares

Decision

Members agreed the fares.

Actions

Officers to print the fares. (Dee Quay)

Officers to ask the islands again.

Appendix A - Attendance

Position\tCouncillor\tAuthority
Chairman\tCllr Ann Bell\tLeeds City Council
Members\tCllr Bea Carr (substitute for Cllr Fay Gale) (via Teams)\tKent County Council
Apologies\tCllr Cat Dunn\tOxford City Council
LGA Officers\tDee Quay, Eve Sand
"""


def rows(table: str, *fields: str) -> list[tuple[object, ...]]:
    found = read_subjects(read_document(NOTE.encode(), "note"), load_registers(REFERENCE), PAPER)[
        table
    ]
    return [tuple(getattr(record, field) for field in fields) for record in found]


def test_a_label_may_stand_above_its_value() -> None:
    assert rows("meetings", "board_id", "meeting_date", "venue") == [
        ("unnamed/00c0ffee", date(2016, 3, 17), "Quay House, 4 Harbour Street")
    ]


def test_officers_in_an_attendance_list_are_no_members() -> None:
    assert rows("officer_attendance", "name", "organisation", "locator") == [
        ("Dee Quay", None, "l39"),
        ("Eve Sand", None, "l39"),
    ]
    assert rows("attendance", "councillor_name", "capacity", "status") == [
        ("Ann Bell", "chair", "present"),
        ("Bea Carr", "substitute", "present"),
        ("Cat Dunn", "member", "apologies"),
    ]


def test_brackets_in_an_attendance_list_tell_who_stands_in_and_how_they_came() -> None:
    assert rows("attendance", "councillor_name", "substitutes_for", "mode") == [
        ("Ann Bell", None, None),
        ("Bea Carr", "fay-gale", "virtual"),
        ("Cat Dunn", None, None),
    ]


def test_an_owner_may_stand_in_brackets() -> None:
    assert rows("actions", "text", "owner") == [
        ("Officers to print the fares. (Dee Quay)", "Dee Quay"),
        ("Officers to ask the islands again.", None),
    ]


def test_a_cell_may_announce_the_next_meeting() -> None:
    text = NOTE.replace(
        "Appendix A", "\tDate of next meeting: Friday, 3 June 2016, 2.00pm, Pier Hall\n\nAppendix A"
    )
    found = read_subjects(read_document(text.encode(), "note"), load_registers(REFERENCE), PAPER)[
        "meetings"
    ]
    assert [(m.meeting_date, m.start_time, m.venue) for m in found][1:] == [
        (date(2016, 6, 3), time(14), "Pier Hall")
    ]
