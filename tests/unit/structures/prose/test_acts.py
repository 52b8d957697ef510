"""The verbs of a sentence, and what the words before them make of them."""

import pytest

from pipelines.structures.prose.marking import find_stays, read_marks
from pipelines.structures.prose.paper_terms import PaperTerms
from tests.unit.structures.paper import registers
from tests.unit.structures.read import PAPER, act, marks


def said(text: str) -> list[tuple[str, str | None, str | None]]:
    """Words, standing and challenge of each verb."""
    read = marks(text)
    return [
        (read.printed(each.first, each.after), each.standing, each.challenge) for each in read.acts
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("40 leaders attended.", ("attended", "took_part", None), id="past"),
        pytest.param(
            "40 leaders have signed up.", ("have signed up", "signed_up", "planned"), id="perfect"
        ),
        pytest.param("40 leaders dropped out.", ("dropped out", "dropped_out", None), id="left"),
        pytest.param(
            "It was attended by 40 leaders.", ("was attended", "took_part", None), id="passive"
        ),
        pytest.param("40 leaders will attend.", ("attend", "planned", None), id="future"),
        pytest.param(
            "71 councils subscribe to it.", ("subscribe to", "took_part", None), id="present"
        ),
        pytest.param("Attendance by 40 leaders.", ("Attendance by", "took_part", None), id="noun"),
        pytest.param("40 leaders objected.", ("objected", "other", None), id="no taking part"),
        pytest.param("Mill had a peer challenge.", ("had", None, "delivered"), id="held"),
        pytest.param("Mill will have a peer challenge.", ("have", None, "planned"), id="to come"),
        pytest.param(
            "Mill has not had a peer challenge.", ("has not had", None, "not_had"), id="not"
        ),
        pytest.param(
            "Mill has had no peer challenge.", ("has had", "took_part", "not_had"), id="none"
        ),
    ],
)
def test_what_a_verb_says(text: str, expected: tuple[str, str | None, str | None]) -> None:
    assert said(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("The pier was painted.", id="no word of the lexicon"),
        pytest.param("40 leaders like the Commissioning Centre.", id="part of a name"),
        pytest.param("The 183 graduate trainees.", id="an adjective"),
        pytest.param("The leaders had painted it.", id="an auxiliary"),
    ],
)
def test_what_is_no_verb(text: str) -> None:
    assert said(text) == []


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        pytest.param("40 leaders attended.", set(), id="told"),
        pytest.param("40 leaders will attend.", {"is_planned"}, id="planned"),
        pytest.param("40 leaders are to attend.", {"is_planned", "is_done"}, id="are to"),
        pytest.param("40 leaders did not attend.", {"is_denied"}, id="denied"),
        pytest.param("40 leaders could attend.", {"is_supposed"}, id="supposed"),
        pytest.param("Have 40 leaders attended?", {"is_supposed"}, id="asked"),
        pytest.param("We would expect 40 leaders to attend.", {"is_planned"}, id="would expect"),
        pytest.param("40 leaders were trained.", {"is_done", "is_passive"}, id="passive"),
        pytest.param("40 leaders have attended.", {"is_done"}, id="done"),
        pytest.param("Support 40 leaders.", {"is_planned"}, id="an item of a list"),
    ],
)
def test_words_before_a_verb_change_it(text: str, marked: set[str]) -> None:
    last = marks(text).acts[-1]
    flags = ("is_planned", "is_denied", "is_supposed", "is_done", "is_passive")
    assert {flag for flag in flags if getattr(last, flag)} == marked


def test_a_mark_parts_a_verb_from_the_words_before_it() -> None:
    assert act("It will rain: 40 leaders attended.").is_planned is False
    assert act("We did not paint it; 40 leaders attended.").is_denied is False


def test_a_verb_goes_on_with_the_plan_of_the_one_it_is_joined_to() -> None:
    assert [each.standing for each in marks("We will train and support 40 leaders.").acts] == [
        "planned",
        "planned",
    ]


def test_what_nobody_says_was_done_is_open() -> None:
    assert said("Grants to train 40 leaders.") == [("to train", "other", "other")]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("40 leaders are in Leadership Academy.", 1),
        ("40 leaders were on Leadership Academy.", 1),
        ("40 leaders are in Weir.", 0),
        ("40 leaders like Leadership Academy.", 0),
    ],
)
def test_to_be_in_a_programme_is_to_take_part(text: str, count: int) -> None:
    assert [each.standing for each in find_stays(marks(text))] == ["took_part"] * count


@pytest.mark.parametrize(
    ("text", "standing"),
    [
        pytest.param("40 councils sent members to a workshop.", "took_part", id="to an offer"),
        pytest.param("40 councils sent members a letter.", "other", id="nothing on offer"),
        pytest.param(
            "Our webinar was watched by 40 leaders.", "took_part", id="what is done to it"
        ),
    ],
)
def test_some_verbs_speak_of_taking_part_only_beside_an_offer(text: str, standing: str) -> None:
    assert marks(text).acts[0].standing == standing


def test_an_item_behind_we_have_is_done() -> None:
    done = read_marks(
        "run a course for 40 leaders", registers(), PaperTerms({}, day=PAPER), follows_have=True
    )
    assert [(each.form, each.is_planned) for each in done.acts] == [("participle", False)]
