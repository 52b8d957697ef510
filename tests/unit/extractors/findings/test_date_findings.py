"""Dates that contradict themselves or one another, in invented papers."""

import pytest

from pipelines.schema.records import Finding, PaperRecord
from tests.unit.extractors.papers import PACK, records_of

DATED = """\
Harbour Programme Board

Friday 3 March 2017

There will be a meeting of the Harbour Programme Board at 2.00pm on Friday 3 March 2017.

Agenda

1. Harbour dues

Harbour Programme Board 3 March 2017

The dues were raised on 3 April 2017.

3 March 2017

The walls were painted.

3 March 2017

Harbour walls
"""
NOTE = """\
Note of decisions taken

Title: Harbour Programme Board
Date: Friday 3 March 2017
Venue: Quay Hall

Attendance

Chair: Cllr Ann Beecham (Leeds City Council)

1 Harbour dues

Members noted the report.

3 March 2017

Members agreed the plan.

3 March 2017

The dues were raised.
"""


def found_in(text: str) -> list[tuple[str, str | None, str | None, str]]:
    return [
        (finding.rule, finding.expected, finding.observed, finding.locator)
        for finding in records_of(text, "findings")
        if isinstance(finding, Finding) and finding.table_name == "meetings"
    ]


@pytest.mark.parametrize("text", [DATED, NOTE], ids=["pack", "note"])
def test_dates_that_agree_give_nothing(text: str) -> None:
    assert found_in(text) == []


@pytest.mark.parametrize(
    ("printed", "wrong", "findings"),
    [
        pytest.param(
            "Board 3 March 2017",
            "Board 4 March 2017",
            [("header_date_disagrees", "2017-03-03", "2017-03-04", "l11")],
            id="a running header, a day off",
        ),
        pytest.param(
            "3 March 2017\n\nThe walls",
            "3 May 2017\n\nThe walls",
            [("header_date_disagrees", "2017-03-03", "2017-05-03", "l15")],
            id="the head of a report, two months off",
        ),
        pytest.param(
            "2.00pm on Friday 3 March 2017",
            "2.00pm on Friday 10 March 2017",
            [("header_date_disagrees", "2017-03-03", "2017-03-10", "l5")],
            id="the announcement, against all pages",
        ),
        pytest.param(
            "Friday 3 March 2017\n\nThere",
            "Thursday 3 March 2017\n\nThere",
            [("weekday_disagrees", "Friday", "Thursday", "l3")],
            id="a weekday",
        ),
        pytest.param(
            "raised on 3 April 2017",
            "raised on Mon 3 April 2017",
            [],
            id="a weekday in a sentence that is right",
        ),
        pytest.param(
            "raised on 3 April 2017",
            "raised on Tues. 3 April 2017",
            [("weekday_disagrees", "Monday", "Tues", "l13")],
            id="a short weekday in a sentence",
        ),
        pytest.param(
            "raised on 3 April 2017",
            "raised on 31 April 2017",
            [("date_does_not_exist", "a day of the calendar", "31 April 2017", "l13")],
            id="a day that no calendar has",
        ),
        pytest.param(
            "The walls were painted.",
            "3 May 2017\n3 June 2017\n3 July 2017",
            [],
            id="a list of dates",
        ),
        pytest.param(
            "The walls were painted.", "Launch of the ferry: 4 March 2017", [], id="another event"
        ),
        pytest.param("The walls were painted.", "9 June 2016", [], id="a day far away"),
    ],
)
def test_a_wrong_date_in_a_pack(
    printed: str, wrong: str, findings: list[tuple[str, str, str, str]]
) -> None:
    text = DATED.replace(printed, wrong)
    assert text != DATED
    assert found_in(text) == findings


def test_pages_that_agree_decide_against_the_announcement() -> None:
    (paper,) = records_of(DATED.replace("on Friday 3 March", "on Friday 10 March"), "papers")
    assert isinstance(paper, PaperRecord)
    assert str(paper.meeting_date) == "2017-03-03"


@pytest.mark.parametrize(
    ("printed", "wrong", "findings"),
    [
        pytest.param(
            "3 March 2017\n\nMembers",
            "13 March 2017\n\nMembers",
            [("header_date_disagrees", "2017-03-03", "2017-03-13", "l15")],
            id="a running header",
        ),
        pytest.param(
            "Date: Friday 3 March 2017",
            "Date: 3 May 2017",
            [("header_date_disagrees", "2017-03-03", "2017-05-03", "l4")],
            id="the head, against all pages",
        ),
    ],
)
def test_a_wrong_date_in_a_note(
    printed: str, wrong: str, findings: list[tuple[str, str, str, str]]
) -> None:
    assert found_in(NOTE.replace(printed, wrong)) == findings


def test_a_report_of_progress_bears_another_date_than_its_note() -> None:
    text = PACK.replace("2.00 pm 17 November 2016", "2.00 pm 18 November 2016")
    assert ("header_date_disagrees", "2016-11-17", "2016-11-18") in [
        each[:3] for each in found_in(text)
    ]
