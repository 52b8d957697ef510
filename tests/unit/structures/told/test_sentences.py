"""Every sentence of a paper is read once, with its context."""

import pytest

from pipelines.structures.told.sentences import MOST_BEFORE
from tests.unit.structures.read import last, sentences


@pytest.mark.parametrize(
    ("text", "is_read"),
    [
        pytest.param("40 leaders attended.", True, id="a number of people"),
        pytest.param("40 piers were built.", False, id="a number of piers"),
        pytest.param("Leaders attended.", False, id="no number"),
        pytest.param("Leeds had a peer challenge.", True, id="a peer challenge"),
        pytest.param("Leeds had a pier.", False, id="a council"),
    ],
)
def test_a_sentence_that_can_say_nothing_is_left_out(text: str, is_read: bool) -> None:
    assert len(sentences(text)) == is_read


@pytest.mark.parametrize(
    ("text", "values"),
    [
        pytest.param("3. 40 leaders attended", [40], id="the number of a paragraph"),
        pytest.param("## 7 Councils in focus", [], id="the number of a heading"),
        pytest.param("## 7 councils joined", [7], id="a heading that counts"),
    ],
)
def test_the_number_of_a_line_counts_nothing(text: str, values: list[int]) -> None:
    assert [each.counted.count.value for each in last(text).told] == values


def test_the_number_before_and_the_sentences_before_end_at_a_heading() -> None:
    above, below = "40 leaders attended.", "12 officers attended."
    near, far = last(above, below), last(above, "## Piers", below)
    assert near.before is not None
    assert near.before.counted.count.value == 40
    assert near.previous == (above,)
    assert (far.before, far.previous) == (None, ())


def test_as_many_sentences_before_are_kept() -> None:
    above = [f"It rained on {number} piers." for number in range(2, MOST_BEFORE + 3)]
    assert last(*above, "40 leaders attended.").previous == tuple(above[:0:-1])


@pytest.mark.parametrize(
    ("blocks", "is_spoken"),
    [
        pytest.param(["## Peer challenges", "40 leaders came."], True, id="heading"),
        pytest.param(["Leeds had a peer review.", "40 leaders came."], True, id="sentence before"),
        pytest.param(
            ["Leeds had a peer review.", "## Piers", "40 leaders came."],
            False,
            id="another heading",
        ),
        pytest.param(["40 leaders came."], False, id="neither"),
    ],
)
def test_peer_challenges_that_are_spoken_of(blocks: list[str], is_spoken: bool) -> None:
    assert last(*blocks).is_spoken is is_spoken


@pytest.mark.parametrize(
    ("lead_in", "is_plan"), [("In 2018/19 we will:", True), ("In 2016/17 we did:", False)]
)
def test_an_item_of_a_list_of_plans(lead_in: str, is_plan: bool) -> None:
    assert last(lead_in, "- training for 40 councillors").is_plan is is_plan


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("40 leaders attended.", ["40 leaders attended."]),
        ("It rained; 40 leaders attended.", ["It rained", "; 40 leaders attended."]),
        ("It rained but 40 leaders attended.", ["It rained ", "but 40 leaders attended."]),
        (
            "40 leaders attended and 12 officers signed up.",
            ["40 leaders attended ", "and 12 officers signed up."],
        ),
    ],
)
def test_the_parts_of_a_sentence(text: str, parts: list[str]) -> None:
    starts = last(text).breaks
    ends = [*starts[1:], len(text)]
    assert [text[start:end] for start, end in zip(starts, ends, strict=True)] == parts


def test_a_short_form_of_the_paper_stands_for_its_type() -> None:
    form = last("Ten finance peer challenges (XPC) ran.", "Six XPCs were held.")
    assert [each.kind for each in form.marks.challenges] == ["finance"]
