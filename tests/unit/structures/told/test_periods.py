"""The year that a number belongs to: its own, or that of the words around it."""

import pytest

from pipelines.structures.prose.times import Period
from pipelines.structures.told.periods import Periods
from tests.unit.structures.paper import registers
from tests.unit.structures.read import PAPER, sentences

BEFORE = "period_from_sentence_before"


def period(*blocks: str, done: bool = True, title: str | None = None) -> Period:
    """The year of the last number of a paper with these blocks."""
    periods = Periods(registers().statement_words, title, PAPER, with_paper_date=True)
    found = Period(None, None)
    for sentence in sentences(*blocks):
        for told in sentence.told:
            found = periods.of(sentence, told, told.time, done=done)
    return found


@pytest.mark.parametrize(
    ("blocks", "expected"),
    [
        pytest.param(["40 leaders came in 2015/16."], ("2015/16", None), id="its own"),
        pytest.param(
            ["## 2014/15", "40 leaders came in 2015/16. A further 12 came from Wales."],
            ("2015/16", BEFORE),
            id="goes on",
        ),
        pytest.param(
            ["40 leaders came in 2015/16.", "## Wales", "12 leaders came in the same year."],
            ("2015/16", BEFORE),
            id="the same year",
        ),
        pytest.param(
            ["## Work in 2015/16", "In the year before, 12 leaders came."],
            ("2014/15", "period_from_heading"),
            id="the year before that of the heading",
        ),
        pytest.param(
            ["In 2014/15 these leaders took part:", "- Wales: 40"], ("2014/15", None), id="list"
        ),
        pytest.param(
            ["40 leaders came."], ("2017/18", "period_from_paper_date"), id="the paper's own"
        ),
        pytest.param(
            ["40 leaders came, compared with 30 before."], (None, None), id="of another time"
        ),
    ],
)
def test_the_year_of_what_was_done(
    blocks: list[str], expected: tuple[str | None, str | None]
) -> None:
    found = period(*blocks)
    assert (found.value, found.rule) == expected


@pytest.mark.parametrize(
    ("blocks", "title", "expected"),
    [
        pytest.param(["We will train 40 leaders."], "Work in 2015/16", None, id="no plan"),
        pytest.param(["We will:", "- train 40 leaders"], "Work in 2015/16", None, id="a review"),
        pytest.param(
            ["We will:", "- train 40 leaders"], "Work plan 2018/19", "2018/19", id="a work plan"
        ),
        pytest.param(
            ["17 councils have signed up for 2018/19. We aim to train 40 leaders."],
            None,
            "2018/19",
            id="the plan before",
        ),
        pytest.param(
            ["We trained 17 leaders in 2015/16. We aim to train 40 leaders."],
            None,
            None,
            id="not what was done before",
        ),
    ],
)
def test_the_year_of_a_plan(blocks: list[str], title: str | None, expected: str | None) -> None:
    assert period(*blocks, done=False, title=title).value == expected
