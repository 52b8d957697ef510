"""Tables as text taken from a PDF leaves them: cells run together, rows repeated, dates lost."""

from datetime import date

import pytest

from pipelines.schema.records import AttendanceStatement, Finding
from tests.unit.extractors.papers import records_of

LAST = date(2016, 11, 17)

HEAD = """\
Harbour Programme Board

Agenda

Friday 3 March 2017

Membership 2016/2017

Councillor\tAuthority
Labour (3)\t
Cllr Ann Beecham (Chair)\tLeeds City Council
Cllr Cal O'Dowd\tKent County Council
Cllr Eve Lyle-Farrow\tCity of York Council
Conservative (1)\t
Cllr Guy Hallam\tDevon County Council
Substitutes\t
Cllr Liz Moss\tSurrey County Council

"""

GRID = """\
Attendance 2016-2017

Labour Group Ann Beecham Yes Cal O'Dowd No Eve Lyle-Farrow Yes Conservative Group Guy Hallam \
Yes Substitutes Elizabeth Moss Yes Observers Rae Stone\t6
Cal O'Dowd Eve Lyle-Farrow Yes Conservative Group Guy Hallam No Substitutes Elizabeth Moss Yes\t6
Gal O'Dowd No Eve Lyle-Farrow Yes Conservative Group Guy Hallam Yes\t6
Observers\t
Rae Stone Yes\t<u> </u>

"""

NOTE = """\
Note of last Harbour Programme Board meeting

Title: Harbour Programme Board
Date: Thursday 17 November 2016
Venue: Quay Hall

Attendance

Position\tCouncillor\tAuthority
Chairman\tCllr Ann Beecham\tLeeds City Council
Members\tCllr Eve Lyle-Farrow Cllr Guy Hallam\tCity of York Council Devon County Council
Apologies\tCllr Cal O'Dowd\tKent County Council

1 Harbour dues

Members noted the report.
"""


def grid_of(text: str) -> list[tuple[object, ...]]:
    return [
        (a.councillor_id, a.meeting_date, a.capacity, a.status, a.inference_rule)
        for a in records_of(text, "attendance")
        if isinstance(a, AttendanceStatement) and a.evidence_kind == "grid"
    ]


def test_an_attendance_list_dates_a_grid_that_lost_its_dates() -> None:
    dated = "grid_dated_by_attendance_list"
    assert grid_of(HEAD + GRID + NOTE) == [
        ("ann-beecham", LAST, "chair", "present", dated),
        ("cal-odowd", LAST, "member", "absent", dated),
        ("eve-lyle-farrow", LAST, "member", "present", dated),
        ("guy-hallam", LAST, "member", "present", dated),
        ("liz-moss", LAST, "substitute", "present", f"{dated}; given_name_variant"),
        ("rae-stone", LAST, "observer", "present", dated),
    ]


def test_without_a_list_the_grid_stays_undated_and_is_a_finding() -> None:
    assert {row[1] for row in grid_of(HEAD + GRID)} == {None}
    findings = [f for f in records_of(HEAD + GRID, "findings") if isinstance(f, Finding)]
    assert [(f.rule, f.observed) for f in findings if f.table_name == "attendance_evidence"] == [
        ("grid_marks_disagree", "absent in 1"),
        ("grid_without_dates", "6 marks without a date"),
    ]


def test_a_list_that_does_not_agree_dates_nothing() -> None:
    other = NOTE.replace("Chairman\t", "Apologies\t").replace("Members\t", "Apologies\t")
    assert {row[1] for row in grid_of(HEAD + GRID + other)} == {None}


@pytest.mark.parametrize(
    ("names", "councils", "expected"),
    [
        pytest.param(
            "Cllr Guy Hallam Cllr Mrs Ann Beecham OBE",
            "Devon County Council Leeds City Council",
            [("guy-hallam", "devon-county-council"), ("ann-beecham", "leeds-city-council")],
            id="two columns in one row",
        ),
        pytest.param(
            "<p>Cllr Guy Hallam</p> <p>Cllr Ann Beecham</p>",
            "<p>Devon CC</p> <p>Leeds City</p>",
            [("guy-hallam", "devon-county-council"), ("ann-beecham", "leeds-city-council")],
            id="a paragraph for each",
        ),
        pytest.param(
            "Clir Guy Hallam CIIr Ann Beecham",
            "Devon CC",
            [("guy-hallam", None), ("ann-beecham", None)],
            id="fewer authorities than names: none is guessed",
        ),
    ],
)
def test_a_column_of_names_in_one_cell(
    names: str, councils: str, expected: list[tuple[str, str | None]]
) -> None:
    note = (
        "Note of the meeting\n\nTitle: Harbour Board\nDate: 17 November 2016\nVenue: Quay\n\n"
        f"Position\tCouncillor\tAuthority\nMembers\t{names}\t{councils}\n"
    )
    found = [a for a in records_of(note, "attendance") if isinstance(a, AttendanceStatement)]
    assert [(a.councillor_id, a.council_id) for a in found] == expected
