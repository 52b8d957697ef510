"""What was made of each sentence: roles, verbs, times, rows, or why there is no row."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from pipelines.cli.main import main
from pipelines.documents import Span
from pipelines.extraction.explanation import read_again
from pipelines.extraction.statement_explanation import SentenceTold, explain_statements

HEAD = "Improvement & Innovation Board\n\n26 March 2019\n\n"
SENTENCE = "In 2017/18 over 74 of the 353 councillors took part in the Leadership Academy."


def told(text: str, place: Span | None = None) -> list[SentenceTold]:
    return explain_statements(read_again((HEAD + text).encode(), "paper.txt"), place)


def test_a_number_says_its_role_its_words_its_verb_its_time_and_its_row() -> None:
    (sentence,) = told(SENTENCE)
    assert (sentence.locator, sentence.sentence) == ("l5", SENTENCE)
    first, whole = sentence.numbers
    assert (first.number, first.value, first.role) == ("74", 74, "count")
    assert (first.qualifier, first.counted, first.unit) == ("over", "councillors", "councillors")
    assert first.verb is not None
    assert (first.verb.words, first.verb.place) == ("took part in", "sentence")
    assert first.verb.standing == "took_part"
    assert first.time == "2017/18"
    assert first.reason is None
    (fact,) = first.facts
    assert (fact["table"], fact["participants"]) == ("programme_participation", "74")
    assert (whole.role, whole.facts) == ("whole", ())
    assert whole.reason == "it is the whole that another number is a part of"


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        pytest.param("12 councils did not take part in the Leadership Academy.", "denied", id="no"),
        pytest.param(
            "Could 12 councils take part in the Leadership Academy?", "supposed", id="a question"
        ),
        pytest.param("12 councils attended.", "no programme", id="no programme"),
        pytest.param("12 councils are inadequate.", "no verb", id="no verb"),
        pytest.param("12 councils have been found to be good.", "its verb says", id="strange verb"),
        pytest.param("Cohort 12 of the councils started.", "it is part of a name", id="a name"),
    ],
)
def test_a_number_without_a_row_says_why(text: str, reason: str) -> None:
    ((number,),) = (each.numbers for each in told(text))
    assert number.facts == ()
    assert number.reason is not None
    assert number.reason.startswith(reason)


def test_a_verb_may_stand_in_the_opening_of_a_list() -> None:
    text = "The following took part in the Leadership Academy in 2017/18:\n\n- 31 councillors\n"
    (item,) = (each for each in told(text) if each.sentence == "31 councillors")
    assert item.lead_in is not None
    assert item.numbers[0].verb is not None
    assert item.numbers[0].verb.place == "lead_in"


def test_a_council_that_is_named_is_a_row_of_no_number() -> None:
    (sentence,) = told("Kent County Council had a corporate peer challenge in 2017/18.")
    assert sentence.numbers == ()
    (fact,) = sentence.facts
    assert (fact["table"], fact["status"]) == ("peer_challenges", "delivered")


def test_a_row_that_was_set_aside_says_so() -> None:
    ((number,),) = (
        each.numbers
        for each in told("In 2017/18 900,000,000 residents took part in the Leadership Academy.")
    )
    assert number.facts == ()
    assert number.reason == "set aside: implausible_value: participants"


def test_a_place_picks_its_sentences() -> None:
    text = f"{SENTENCE}\n\n12 councils are inadequate."
    assert [each.locator for each in told(text)] == ["l5", "l7"]
    assert [each.locator for each in told(text, Span(7, 7))] == ["l7"]


def test_no_telephone_number_is_told() -> None:
    text = "12 councils took part in the Leadership Academy: ring 020 7946 0123 for places."
    (sentence,) = told(text)
    assert "7946" not in repr(sentence)
    assert sentence.numbers[0].facts != ()


def test_the_command_shows_tables_and_then_sentences(tmp_path: Path) -> None:
    paper = tmp_path / "paper.txt"
    table = "Region\tLA\tTotal\nWales\t11\t11\nLondon\t14\t14\nTotal\t25\t25\n"
    paper.write_text(f"{HEAD}{SENTENCE}\n\nCouncillors who took part in 2018/19\n\n{table}")
    shown = CliRunner().invoke(main, ["explain", str(paper), "l5"])
    assert shown.exit_code == 0
    lines = [line.strip() for line in shown.output.splitlines()]
    assert lines[0] == f"Sentence at l5: {SENTENCE}"
    assert "74: count, over" in lines
    assert "no row: it is the whole that another number is a part of" in lines
    told = CliRunner().invoke(main, ["explain", str(paper), "--json"])
    first, last = json.loads(told.output)[:2]
    assert "rows" in first
    assert last["sentence"] == SENTENCE
    assert [each["role"] for each in last["numbers"]] == ["count", "whole"]
