"""What a paper defines itself: short forms and names of offers."""

from datetime import date

import pytest

from pipelines.structures.prose.paper_terms import learn_terms
from pipelines.structures.prose.statements import read_paragraphs, read_statements
from tests.unit.structures.paper import document, registers


def learnt(text: str, say: str) -> list[str]:
    """The names that a paper with this text lets be found in another sentence."""
    statements = read_statements(read_paragraphs(document(text)))
    terms = learn_terms(statements, registers(), date(2018, 3, 6))
    return [say[start:end] for start, end in terms.find_offers(say)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Our new course, Tides, is full.", ["Tides"], id="in commas"),
        pytest.param("A course for clerks called Tides.", ["Tides"], id="called"),
        pytest.param("Tides, a new course, is full.", ["Tides"], id="before the word"),
        pytest.param("Tides is a course for clerks.", ["Tides"], id="is a"),
        pytest.param("The webinar Rising Tides had 40.", ["Rising Tides"], id="behind the word"),
        pytest.param("In 2017 we ran Rising Tides.", ["Rising Tides"], id="ran"),
        pytest.param('Nine joined "Rising Tides".', ["Rising Tides"], id="in quotation marks"),
        pytest.param(
            "## Rising Tides\n\nThis new course had 40.", ["Rising Tides"], id="this course"
        ),
        pytest.param(
            "## Rising Tides\n\nRising Tides began in May.", ["Rising Tides"], id="a subject"
        ),
        pytest.param("Tides are high in May.", [], id="no word for an offer"),
        pytest.param("On the course, Tides were told.", [], id="no second comma"),
    ],
)
def test_a_name_is_learnt_from_the_words_that_introduce_it(text: str, expected: list[str]) -> None:
    assert learnt(text, "40 councils joined Rising Tides or Tides.")[: len(expected)] == expected
    assert bool(learnt(text, "40 councils joined Rising Tides or Tides.")) is bool(expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("A finance peer challenge (XPC) was held.", {"xpc": "finance"}, id="given"),
        pytest.param("A pier (XPC) was painted.", {}, id="of something else"),
    ],
)
def test_a_short_form_stands_for_what_comes_before_it(text: str, expected: dict[str, str]) -> None:
    statements = read_statements(read_paragraphs(document(text)))
    forms = learn_terms(statements, registers(), None).short_forms
    known = registers().statement_words.challenge_forms
    assert {form: kind for form, kind in forms.items() if form not in known} == expected


def test_a_paper_may_say_of_which_year_all_its_figures_are() -> None:
    def period(text: str) -> str | None:
        statements = read_statements(read_paragraphs(document(text)))
        return learn_terms(statements, registers(), date(2018, 3, 6)).period

    assert period("All figures are of 1 April to 31 December 2016.") == "2016/17"
    assert period("In 2016/17 nine came.") is None
