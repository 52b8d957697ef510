"""The day of a meeting among all days in a head, and what speaks for and against each."""

from datetime import date

import pytest

from pipelines.structures.heads.meeting_days import COSTS, MOST, choose_day, read_days
from tests.unit.structures.paper import line, registers

HELD = date(2017, 3, 3)  # a Friday
OTHER = "27 January 2017"


def day_of(*lines: str, title: str | None = None) -> date | None:
    head = [line(text) for text in lines]
    found = choose_day(read_days(head, line(title) if title else None, registers()))
    return found.printed.value if found else None


@pytest.mark.parametrize(
    "lines",
    [
        pytest.param(["Published: 27 January 2017", "Friday 3 March 2017"], id="published"),
        pytest.param(["3 March 2017", f"Dated this {OTHER}"], id="dated"),
        pytest.param(["Meeting on 3 March 2017", f"Signed: Jo Reed {OTHER}"], id="signed"),
        pytest.param(["3 March 2017", f"Minutes of the last meeting, {OTHER}"], id="last meeting"),
        pytest.param([f"Date of next meeting: {OTHER}", "3 March 2017"], id="next meeting"),
        pytest.param(["3 March 2017", f"To confirm the minutes of {OTHER}"], id="to confirm"),
        pytest.param(["Meeting of 3 March 2017", f"adjourned from {OTHER}"], id="adjourned"),
        pytest.param(["03.03.17", "27.01.17 Apologies", "27.01.18 Dues"], id="numbers of items"),
        pytest.param(
            ["17/1/4", "17/1/5 Dues", "17/1/6", "3 March 2017"],
            id="numbers of minutes that count on",
        ),
        pytest.param(
            ["3 March 2017", "Draft minutes (to be approved on Friday 27 January 2017)"],
            id="approval",
        ),
        pytest.param(["3", f"Minutes of {OTHER}", "Friday 3 March 2017"], id="number above"),
        pytest.param(["Agenda", f"Minutes of {OTHER}", "3 March 2017"], id="below the agenda"),
        pytest.param([f"The petition was presented on {OTHER}.", "3 March 2017"], id="a sentence"),
        pytest.param([f"{OTHER}", "Date of meeting: 3 March 2017"], id="label"),
        pytest.param([f"{OTHER}", "Date", "3 March 2017"], id="label above"),
        pytest.param([f"{OTHER}", "3 March 2017 at 2pm"], id="a time beside it"),
        pytest.param([f"{OTHER}", "3 March 2017", "1.00 - 3.00pm"], id="a time below"),
        pytest.param([f"{OTHER}", "Friday 3 March 2017"], id="weekday"),
        pytest.param(
            [f"Friday {OTHER}", "Friday 3 March 2017", "3 March 2017"], id="printed twice"
        ),
        pytest.param(
            [f"It will be on Friday 3 March 2017. The next meeting is on {OTHER}."],
            id="the next sentence",
        ),
        pytest.param(["held in the mill on Friday 3", "March 2017"], id="over two lines"),
        pytest.param(
            ['title: "Ferry" date: "2017-01-27"', "Friday 3 March 2017"], id="of the page"
        ),
        pytest.param(['date: "2017-03-03"', "MEETING FRIDAY 3 MARCH"], id="without its year"),
    ],
)
def test_the_meetings_day_is_the_cheapest(lines: list[str]) -> None:
    assert day_of(*lines) == HELD


@pytest.mark.parametrize(
    "lines",
    [
        pytest.param(["Published 3 March 2017"], id="published"),
        pytest.param(["Minutes of the previous meeting held on 3 March 2017"], id="previous"),
        pytest.param(["19.09.03 Apologies"], id="the number of an item"),
        pytest.param(["The petition was signed on 3 March 2017 by many."], id="a sentence"),
        pytest.param(["3 March 2017", "7 April 2017", "5 May 2017"], id="a list of meetings"),
        pytest.param(["Dates: 3 March 2017, 7 April 2017, 5 May 2017"], id="a list in a line"),
        pytest.param(['title: "Ferry news" date: "2017-03-03"'], id="of the page"),
    ],
)
def test_a_day_that_nothing_speaks_for_is_withheld(lines: list[str]) -> None:
    assert day_of(*lines) is None


def test_a_misprint_of_the_summons_is_mended_by_two_other_lines() -> None:
    summons = "There will be a meeting of the Ferry Board at 2pm on Friday 3 May 2017"
    assert day_of("3 March 2017", summons, "3 March 2017") == HELD
    assert day_of("3 March 2017", summons) == date(2017, 5, 3)


def test_the_title_of_a_page_counts() -> None:
    assert day_of("27 January 2017 by post", title="Agenda for Ferry on 3 March 2017") == HELD


def test_each_day_says_what_speaks_for_it() -> None:
    texts = ["Minutes of the meeting held on Friday 3 March 2017", "Printed 27 January 2017"]
    found = read_days([line(text) for text in texts], None, registers())
    assert [(each.evidence, each.cost) for each in found] == [
        (
            ("weekday", "meeting", "alone"),
            COSTS["weekday"] + COSTS["meeting"] + COSTS["alone"],
        ),
        (("of something else",), COSTS["of something else"]),
    ]
    assert found[1].cost > MOST
