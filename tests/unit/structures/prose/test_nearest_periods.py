"""The year of a statement that prints none, from the words around it."""

from datetime import date

import pytest

from pipelines.structures.prose.nearest_periods import infer_period

PAPER = date(2018, 3, 6)


@pytest.mark.parametrize(
    ("sentence", "before", "expected"),
    [
        pytest.param("In May 2016 nine came.", [], ("2016/17", "period_from_sentence"), id="month"),
        pytest.param(
            "Between April 2016 and March 2017 nine came.",
            [],
            ("2016/17", "period_from_sentence"),
            id="months of one year",
        ),
        pytest.param("Nine came on 3 May 2016 and 3 May 2017.", [], (None, None), id="two years"),
        pytest.param("Nine came in 2016.", [], (None, None), id="a year alone"),
        pytest.param("Nine came, after ten in 2015/16.", [], (None, None), id="another pair"),
        pytest.param("Nine came last year.", [], (None, None), id="last year"),
        pytest.param("Over three years nine came.", [], (None, None), id="three years"),
        pytest.param("Since it began nine came.", [], (None, None), id="since some day"),
        pytest.param("Since May 2016 nine came.", [], (None, None), id="since another year"),
        pytest.param(
            "Since May 2017 nine came.", [], ("2017/18", "period_from_sentence"), id="this year's"
        ),
        pytest.param(
            "Nine came this year.", [], ("2017/18", "period_from_paper_date"), id="this year"
        ),
        pytest.param(
            "Nine came.",
            ["In 2014/15 it began.", "In 2016/17 it ran."],
            ("2016/17", "period_from_sentence_before"),
            id="the nearest sentence before",
        ),
        pytest.param(
            "Nine came.",
            ["In May 2016 it ran.", "Members liked it."],
            ("2016/17", "period_from_paragraph"),
            id="the paragraph",
        ),
        pytest.param(
            "Nine came.", ["Compared with 2015/16 more ran."], (None, None), id="a comparison"
        ),
        pytest.param("Nine came.", ["It is a two year course."], (None, None), id="two years long"),
    ],
)
def test_the_sentence_then_its_paragraph(
    sentence: str, before: list[str], expected: tuple[str | None, str | None]
) -> None:
    found = infer_period(sentence, before, [], None, PAPER)

    assert (found.value, found.rule) == expected


@pytest.mark.parametrize(
    ("headings", "title", "paper_date", "expected"),
    [
        pytest.param(
            ["Courses in May 2016"],
            "Report of 2014/15",
            PAPER,
            ("2016/17", "period_from_heading"),
            id="heading",
        ),
        pytest.param(
            ["Courses"],
            "Report of 2014/15",
            PAPER,
            ("2014/15", "period_from_title"),
            id="title",
        ),
        pytest.param(
            ["Courses"], "Agenda", PAPER, ("2017/18", "period_from_paper_date"), id="paper"
        ),
        pytest.param(["Courses"], None, None, (None, None), id="nothing"),
        pytest.param(
            ["Courses 2014/15 and 2015/16"], "Agenda", PAPER, (None, None), id="a heading of two"
        ),
    ],
)
def test_then_heading_title_and_date_of_the_paper(
    headings: list[str],
    title: str | None,
    paper_date: date | None,
    expected: tuple[str | None, str | None],
) -> None:
    found = infer_period("Nine came.", [], headings, title, paper_date)

    assert (found.value, found.rule) == expected
