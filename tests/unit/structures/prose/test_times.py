"""The times that a text speaks of, and the year of a statement that prints none."""

from datetime import date

import pytest

from pipelines.structures.prose.times import find_times, period_around
from tests.unit.structures.read import PAPER


@pytest.mark.parametrize(
    ("text", "periods"),
    [
        pytest.param("Nine came in 2016/17.", ["2016/17"], id="pair"),
        pytest.param("In May 2016 nine came.", ["2016/17"], id="month"),
        pytest.param("Nine came on 3 March 2016.", ["2015/16"], id="day"),
        pytest.param("Nine came in autumn 2016.", ["2016/17"], id="season"),
        pytest.param("Nine came in winter 2016.", [None], id="a season of two years"),
        pytest.param("Nine came in early 2016.", ["2015/16"], id="early"),
        pytest.param("Nine came in 2016.", ["2016/17"], id="a year alone"),
        pytest.param("Nine came, as 2016 was.", [None], id="a year that nothing happened in"),
        pytest.param("Between April 2016 and March 2017 nine came.", ["2016/17"], id="months"),
        pytest.param("Nine came between 2014/15 and 2016/17.", ["2014/15-2016/17"], id="range"),
        pytest.param("Over the last three years nine came.", [None], id="three years"),
        pytest.param("Since May 2016 nine came.", ["2016/17-2017/18"], id="since another year"),
        pytest.param("Since May 2017 nine came.", ["2017/18"], id="since this year"),
        pytest.param("Since it began nine came.", [], id="since some day"),
        pytest.param("Nine came this year.", ["2017/18"], id="this year"),
        pytest.param("Nine came last year.", ["2016/17"], id="last year"),
        pytest.param("Nine will come next year.", ["2018/19"], id="next year"),
        pytest.param("Nine came in February.", ["2017/18"], id="this February"),
        pytest.param("Nine came in May.", ["2017/18"], id="last May"),
        pytest.param("Nine will come in May.", ["2018/19"], id="May to come"),
        pytest.param("From May we will run nine.", ["2018/19"], id="May to come, first"),
        pytest.param("Nine had come by May.", ["2017/18"], id="by last May"),
        pytest.param("Nine are booked for May.", ["2018/19"], id="booked for May"),
        pytest.param("Nine will start in the autumn.", ["2018/19"], id="the autumn to come"),
        pytest.param("Nine came before Christmas 2016.", ["2016/17"], id="Christmas"),
        pytest.param("Nine are planned for the rest of the year.", ["2017/18"], id="rest of it"),
        pytest.param(
            "Nine came in 2015/16, ten the year before.", ["2015/16", "2014/15"], id="year before"
        ),
        pytest.param("Nine piers stand.", [], id="none"),
    ],
)
def test_times(text: str, periods: list[str | None]) -> None:
    assert [time.period for time in find_times(text, PAPER)] == periods


def test_without_the_day_of_the_paper_no_year_is_counted_from_it() -> None:
    assert find_times("Nine came this year, in May.", None) == []


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("In 2016/17", None),
        ("In May 2016", "period_from_sentence"),
        ("In 2016", "period_from_calendar_year"),
    ],
)
def test_a_year_is_inferred_unless_it_is_printed(text: str, rule: str | None) -> None:
    assert [time.rule for time in find_times(text, PAPER)] == [rule]


def test_the_day_up_to_which_is_counted() -> None:
    days = [time.day for time in find_times("As at 3 May 2016 nine came.", PAPER)]
    assert days == [date(2016, 5, 3)]


@pytest.mark.parametrize(
    ("steps", "expected"),
    [
        pytest.param(
            [("sentence_before", "In 2016/17 it ran."), ("title", "2014/15")],
            ("2016/17", "period_from_sentence_before"),
            id="the nearest",
        ),
        pytest.param(
            [("sentence_before", "It ran."), ("title", "2014/15")],
            ("2014/15", "period_from_title"),
            id="the next",
        ),
        pytest.param([("heading", "2014/15, 2016/17")], (None, None), id="two years"),
        pytest.param([("heading", "Over three years")], (None, None), id="no one year"),
        pytest.param(
            [("sentence_before", "More than in 2015/16 ran.")], (None, None), id="compared"
        ),
        pytest.param(
            [("heading", "More than in 2015/16")], ("2015/16", "period_from_heading"), id="heading"
        ),
        pytest.param([("heading", "It ran.")], ("2017/18", "period_from_paper_date"), id="paper"),
    ],
)
def test_the_year_of_the_words_around(
    steps: list[tuple[str, str]], expected: tuple[str | None, str | None]
) -> None:
    found = period_around(steps, PAPER)
    assert (found.value, found.rule) == expected


def test_the_day_of_the_paper_may_be_left_out() -> None:
    assert period_around([], PAPER, with_paper_date=False).value is None
    assert period_around([], None).value is None
