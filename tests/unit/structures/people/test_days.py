"""Days over columns: with their own year, or with that of the table."""

from datetime import date

import pytest

from pipelines.structures.people.days import days_of, is_headed_by_days, is_month
from tests.unit.structures.paper import rows


@pytest.mark.parametrize(
    ("head", "title", "day"),
    [
        ("1 Sep 19", "Attendance", date(2019, 9, 1)),
        ("Tues 1st September 2019", "Attendance", date(2019, 9, 1)),
        ("12-Sep-19", "Attendance", date(2019, 9, 12)),
        ("Sept 12, 2019", "Attendance", date(2019, 9, 12)),
        ("12/09/19", "Attendance", date(2019, 9, 12)),
        ("12 Sep", "2019/2020", date(2019, 9, 12)),
        ("12 Sep", "Attendance 2019/20", date(2019, 9, 12)),
        ("12/9", "Attendance 2019/20", date(2019, 9, 12)),
        ("15 Jan", "Attendance 2019/20", date(2020, 1, 15)),
        ("15 Jan", "Attendance in 2019", date(2019, 1, 15)),
        ("15 Jan", "Attendance", None),
        ("31 June 2019", "Attendance", None),
        ("Sep 20 24", "Attendance", None),
        ("Total", "Attendance 2019/20", None),
    ],
)
def test_a_day(head: str, title: str, day: date | None) -> None:
    assert days_of({3: head}, (title,)) == ({3: day} if day else {})


def test_a_month_alone() -> None:
    assert [is_month(text) for text in ("September", "Sept.", "9 September")] == [True, True, False]


def test_days_that_begin_in_may_run_to_the_next_spring() -> None:
    heads = dict(enumerate(("14 May", "9 Jul", "12 Nov", "14 Jan")))
    found = days_of(heads, ("Attendance 2019/20",))
    assert [day.year for day in found.values()] == [2019, 2019, 2019, 2020]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Name\t1 Sep\t2 Oct\nAnn\tP\tP", True),
        ("Name\t01/09/2019 02/10/2019\nAnn\tP P", True),
        ("Name\t1 Sep\tSeat\nAnn\tP\tP", False),
        ("No.\tItem\n2\tThe minutes of 1 September 2019 and 2 October 2019 were agreed.", False),
    ],
)
def test_a_table_is_headed_by_two_days(text: str, expected: bool) -> None:
    assert is_headed_by_days(rows(text)) is expected
