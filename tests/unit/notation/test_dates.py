from datetime import date, time

import pytest

from pipelines.notation.dates import (
    find_date,
    find_dates,
    find_month_end,
    find_time,
    find_year_pairs,
    meeting_year,
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Friday, 3 March 2017 at 2pm", date(2017, 3, 3), id="weekday and comma"),
        pytest.param("on the 3rd of March 2017", date(2017, 3, 3), id="ordinal"),
        pytest.param("3 Sept 2017", date(2017, 9, 3), id="short month"),
        pytest.param("March 3, 2017", date(2017, 3, 3), id="month first"),
        pytest.param("on Friday March 3rd 2017", date(2017, 3, 3), id="month first, no comma"),
        pytest.param("held on3 March 2017", date(2017, 3, 3), id="no space before the day"),
        pytest.param("03/04/17", date(2017, 4, 3), id="figures, day first"),
        pytest.param("w/b 13.04.17", date(2017, 4, 13), id="full stops"),
        pytest.param("2017-04-13", date(2017, 4, 13), id="iso"),
        pytest.param("Dydd Gwener, 3ydd Mawrth, 2017", date(2017, 3, 3), id="Welsh"),
        pytest.param("20fed o Fedi 2017", date(2017, 9, 20), id="Welsh, changed behind a word"),
        pytest.param("Tachwedd 17, 2020", date(2020, 11, 17), id="Welsh, month first"),
        pytest.param("3-Mar-2017", date(2017, 3, 3), id="hyphens"),
        pytest.param("3-Mar-17", date(2017, 3, 3), id="hyphens and a short year"),
        pytest.param("this 3rd day of March 2017", date(2017, 3, 3), id="day of"),
        pytest.param("Friday 3rdMarch 2017", date(2017, 3, 3), id="no space behind the ordinal"),
        pytest.param("3 March2017", date(2017, 3, 3), id="no space before the year"),
        pytest.param("paragraphs 3-4 of March", None, id="a range"),
        pytest.param("Appendix 3 - March 2017", None, id="a number, a dash, a month"),
        pytest.param("31 June 2017", None, id="no such day"),
        pytest.param("paragraph 3.3.20171", None, id="a longer number"),
        pytest.param("in March 2017", None, id="no day"),
    ],
)
def test_find_date(text: str, expected: date | None) -> None:
    found = find_date(text)
    assert (found.value if found else None) == expected


def test_weekday_is_kept_as_printed() -> None:
    printed = find_dates("Monday 3 March 2017 and 4 March 2017")
    assert [(each.weekday, each.value.day) for each in printed] == [("monday", 3), (None, 4)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("at 11.00am in the hall", time(11), id="full stop"),
        pytest.param("12.30 p.m.", time(12, 30), id="noon hour"),
        pytest.param("14:15", time(14, 15), id="24 hours"),
        pytest.param("12.00", time(12), id="as a table cell"),
        pytest.param("noon", time(12), id="word"),
        pytest.param("£3.50 each", None, id="money"),
        pytest.param("17.02.11", None, id="a date"),
        pytest.param("1.00 - 3.00pm", time(13), id="a range in the afternoon"),
        pytest.param("11.30 – 1.00pm", time(11, 30), id="a range over noon"),
        pytest.param("10 to 12 noon", time(10), id="a range up to noon"),
        pytest.param("9.30am - 1pm", time(9, 30), id="a range of which both ends are whole"),
        pytest.param("14.00 - 16.00", time(14), id="a range of 24 hours"),
        pytest.param("Committee Room 2 - 10.30 am", time(10, 30), id="the number of a room"),
        pytest.param("Thursday 8 March 10 - 12 noon", time(10), id="a range behind a month"),
        pytest.param("Starts 2 - 4pm", time(14), id="a range behind its verb"),
        pytest.param("Friday 1 - 3pm", time(13), id="a range behind a weekday"),
        pytest.param("Time 1 - 3pm", time(13), id="a range behind its label"),
        pytest.param("6.30 for 7.00pm", time(19), id="guests before the meeting"),
        pytest.param("2 for lunch, then 11.00am", time(11), id="for, of something else"),
    ],
)
def test_find_time(text: str, expected: time | None) -> None:
    assert find_time(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Membership 2017/2018", ["2017/18"], id="two full years"),
        pytest.param("Stats 2017-18", ["2017/18"], id="hyphen"),
        pytest.param("budget 17/18", ["2017/18"], id="short"),
        pytest.param("telephone 2017-99", [], id="not consecutive"),
        pytest.param("on 17/18/2017", [], id="part of a date"),
    ],
)
def test_find_year_pairs(text: str, expected: list[str]) -> None:
    assert find_year_pairs(text) == expected


def test_find_month_end() -> None:
    assert find_month_end("At the end of February 2016 there were") == date(2016, 2, 29)


@pytest.mark.parametrize(
    ("day", "year"),
    [(date(2017, 8, 31), "2016/17"), (date(2017, 9, 1), "2017/18"), (date(1999, 12, 1), "1999/00")],
)
def test_meeting_year(day: date, year: str) -> None:
    assert meeting_year(day) == year
