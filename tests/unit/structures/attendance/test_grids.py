"""Attendance grids, whole with dated columns and damaged into runs of names and marks."""

from datetime import date

import pytest

from pipelines.structures.attendance.grids import Grid, find_grids
from tests.unit.structures.paper import blocks, people_tables, registers

MARCH, MAY = date(2017, 3, 3), date(2017, 5, 5)
Mark = tuple[str, str | None, str | None, date | None, str]


def grids(text: str) -> list[Grid]:
    return find_grids(blocks(text), people_tables(text), registers())


def grid_marks(text: str) -> list[Mark]:
    """Name, section, group, day and status of each mark."""
    return [
        (mark.person.name, mark.section, mark.party, mark.meeting_date, mark.status)
        for grid in grids(text)
        for mark in grid.marks
    ]


def test_a_whole_grid_has_a_day_a_column_and_groups_as_headings() -> None:
    text = (
        "Attendance 2016/17\n\nMember\t3 March 2017\tSeat\t5 May 2017\nLabour\t\t\t\n"
        "Cllr Ann Fenn\tYes\tQuay\tNo\nSubstitutes\t\t\t\nCllr Cy Moss\tApologies\tPier\t\n"
    )
    (grid,) = grids(text)

    assert (grid.meeting_year, grid.dates) == ("2016/17", (MARCH, MAY))
    assert grid.header.text == "Member 3 March 2017 Seat 5 May 2017"
    assert grid_marks(text) == [
        ("Ann Fenn", None, "Labour", MARCH, "present"),
        ("Ann Fenn", None, "Labour", MAY, "absent"),
        ("Cy Moss", "substitute", None, MARCH, "apologies"),
    ]


@pytest.mark.parametrize(
    ("header", "days"), [("3 March 2017\t5 May 2017", {MARCH, MAY}), ("3 March 2017\tSeat", set())]
)
def test_a_grid_has_two_days_in_its_head(header: str, days: set[date]) -> None:
    marks = grid_marks(f"Attendance\n\nMember\t{header}\nCllr Ann Fenn\tYes\tYes\n")
    assert {mark[3] for mark in marks} == days


def test_a_mark_says_how_somebody_came() -> None:
    text = (
        "Attendance\n\nName\t3 March 2017\t5 May 2017\nAnn Fenn\tPresent (virtual)\tNo (virtual)\n"
    )
    (grid,) = grids(text)
    assert [(mark.status, mark.mode) for mark in grid.marks] == [
        ("present", "virtual"),
        ("absent", None),
    ]


def test_a_row_may_give_authority_seat_and_group() -> None:
    text = (
        "Attendance\n\nName\tRole\tCouncil\tParty\t3 March 2017\t5 May 2017\tTotal\n"
        "Ann Fenn\tChair\tLeeds City Council\tLabour\tYes\t?\t1\n"
    )
    (grid,) = grids(text)
    (mark, other) = grid.marks
    assert (mark.person.role, mark.person.council, mark.party) == (
        "chair",
        "Leeds City Council",
        "Labour",
    )
    assert (mark.status, other.status) == ("present", "not_recorded")


@pytest.mark.parametrize("run", ["Ann Fenn Yes Yes", "Ann Fenn No Yes Cy Moss Yes No"])
def test_several_marks_behind_a_name_are_of_meetings_that_nobody_knows(run: str) -> None:
    marks = grid_marks(f"Attendance\n\n\t{run} Jo Reed Yes\n")
    assert [mark[0] for mark in marks] == ["Jo Reed"]


THREE = "Ann Fenn Yes Cy Moss No Jo Reed Apologies"
OF_THREE = [("Ann Fenn", "present"), ("Cy Moss", "absent"), ("Jo Reed", "apologies")]


@pytest.mark.parametrize(
    ("heading", "run", "expected"),
    [
        pytest.param("Attendance", THREE, OF_THREE, id="three marks"),
        pytest.param("Attendance", "Ann Fenn Yes Cy Moss No", [], id="two marks"),
        pytest.param("Fares", THREE, [], id="another heading"),
        pytest.param(
            "Attendance",
            "Ann Fenn Jo Reed Yes Cy Moss No Kit Larch No",
            [("Cy Moss", "absent"), ("Kit Larch", "absent")],
            id="four words are two people",
        ),
        pytest.param(
            "Attendance",
            "Ann Lee Fenn Yes Moss No Kit Larch No",
            [("Ann Lee Fenn", "present"), ("Kit Larch", "absent")],
            id="three words are one person, one word is none",
        ),
        pytest.param(
            "Attendance",
            "Cllr Ann Lee Fenn MBE Yes Mr Cllr Jo Ivy Reed MBE Yes Cy Moss No",
            [("Ann Lee Fenn", "present"), ("Cy Moss", "absent")],
            id="five words with title and honour, and six",
        ),
    ],
)
def test_a_run_gives_a_mark_to_the_name_before_it(
    heading: str, run: str, expected: list[tuple[str, str]]
) -> None:
    marks = grid_marks(f"{heading}\n\n\t{run}\n")
    assert [(name, status) for name, _, _, day, status in marks if day is None] == expected


@pytest.mark.parametrize(
    ("heading", "group"),
    [
        pytest.param("Labour", "Labour", id="one word"),
        pytest.param("LGA Liberal Democrat Group", "LGA Liberal Democrat Group", id="four words"),
        pytest.param(
            "Independent Community and Health Concern", "Health Concern", id="the end of five words"
        ),
    ],
)
def test_a_heading_within_a_run_opens_a_group(heading: str, group: str) -> None:
    marks = grid_marks(f"Attendance\n\n\tX Y No {heading} Ann Fenn Yes Cy Moss No\n")
    assert [mark[2] for mark in marks if mark[0] == "Ann Fenn"] == [group]


def test_a_heading_within_a_run_opens_a_section() -> None:
    text = "Attendance\n\n\tLabour Ann Fenn Yes Substitutes Cy Moss No Jo Reed No\n"
    assert grid_marks(text) == [
        ("Ann Fenn", None, "Labour", None, "present"),
        ("Cy Moss", "substitute", None, None, "absent"),
        ("Jo Reed", "substitute", None, None, "absent"),
    ]
