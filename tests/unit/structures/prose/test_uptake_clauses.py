"""Who took part, signed up, or is to come, by the verb nearest to a count."""

import pytest

from pipelines.structures.prose.uptake_clauses import (
    AFTER_REACH,
    BEFORE_REACH,
    FUTURE_REACH,
    Uptake,
    find_standing,
    find_uptakes,
    is_plan,
)
from tests.unit.structures.paper import registers


def uptakes(text: str, *, is_plan: bool = False) -> list[tuple[int, str, str]]:
    """Number, unit and standing of each count."""
    found = find_uptakes(text, registers().uptake_wording, is_plan=is_plan)
    return [(each.value, each.unit, each.status) for each in found]


def test_a_count_is_told_with_its_noun_and_clause() -> None:
    text = "It rained, but 40 new councillors attended."
    assert find_uptakes(text, registers().uptake_wording) == [
        Uptake(40, "exactly", "councillors", "took_part", "new councillors", 15, (0, len(text)))
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("40 councillors attended.", [(40, "councillors", "took_part")]),
        ("It was attended by 40 leaders.", [(40, "leaders", "took_part")]),
        ("40 councillors signed up.", [(40, "councillors", "signed_up")]),
        ("40 councillors attended or signed up.", [(40, "councillors", "signed_up")]),
        ("40 councillors dropped out.", [(40, "councillors", "dropped_out")]),
        ("40 councillors will attend.", [(40, "councillors", "planned")]),
        ("40 councillors attend.", []),
        ("40 delegates ate.", [(40, "people", "took_part")]),
        ("40 councillors ate.", []),
        (
            "40 leaders attended and 12 councillors signed up.",
            [(40, "leaders", "took_part"), (12, "councillors", "signed_up")],
        ),
        (
            "40 leaders attended, compared with 30.",
            [(40, "leaders", "took_part"), (30, "leaders", "took_part")],
        ),
        (
            "40 leaders attended (30 leaders in 2015/16).",
            [(40, "leaders", "took_part"), (30, "leaders", "took_part")],
        ),
        ("Of the 20 councils, nine have joined.", [(9, "councils", "took_part")]),
    ],
)
def test_standings(text: str, expected: list[tuple[int, str, str]]) -> None:
    assert uptakes(text) == expected


def test_a_comparison_leans_on_the_sentence_before() -> None:
    (before,) = find_uptakes("40 leaders attended.", registers().uptake_wording)
    found = find_uptakes("Compared with 30 last year.", registers().uptake_wording, before)
    assert [(each.value, each.status) for each in found] == [(30, "took_part")]


def test_an_item_of_a_list_of_plans_is_planned() -> None:
    assert uptakes("train 40 councillors") == []
    assert uptakes("train 40 councillors", is_plan=True) == [(40, "councillors", "planned")]


@pytest.mark.parametrize(("reach", "count"), [(BEFORE_REACH, 1), (BEFORE_REACH + 1, 0)])
def test_a_verb_stands_near_behind_those_it_counts(reach: int, count: int) -> None:
    assert len(uptakes(f"40 leaders{'of the'.center(reach)}attended")) == count


@pytest.mark.parametrize(("reach", "count"), [(AFTER_REACH, 1), (AFTER_REACH + 1, 0)])
def test_a_verb_stands_near_before_those_it_counts(reach: int, count: int) -> None:
    assert len(uptakes(f"attended by{'some of'.center(reach)}40 leaders")) == count


@pytest.mark.parametrize(
    ("reach", "status"), [(FUTURE_REACH, "planned"), (FUTURE_REACH + 1, "took_part")]
)
def test_a_word_of_the_future_stands_near_before_the_count(reach: int, status: str) -> None:
    assert uptakes(f"{'will'.ljust(reach)}40 leaders attended") == [(40, "leaders", status)]
    assert find_standing(f"{'will'.ljust(reach)}attended", registers().uptake_wording) == status


@pytest.mark.parametrize(
    ("caption", "status"),
    [
        ("Councillors who signed up, by region", "signed_up"),
        ("Councillors who attended or signed up", "signed_up"),
        ("Councillors who attended or are to be trained", "planned"),
        ("Attendance by region", None),
        ("Councillors by region", None),
    ],
)
def test_a_caption_tells_how_those_of_a_table_stand(caption: str, status: str | None) -> None:
    assert find_standing(caption, registers().uptake_wording) == status


@pytest.mark.parametrize(
    ("lead_in", "expected"),
    [("In 2017/18 we will:", True), ("We aim to:", True), ("We did:", False)],
)
def test_a_lead_in_of_plans(lead_in: str, expected: bool) -> None:
    assert is_plan(lead_in) is expected
