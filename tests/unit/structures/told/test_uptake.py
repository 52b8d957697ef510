"""What became of those counted: took part, signed up, planned, dropped out."""

import pytest

from pipelines.structures.told.uptake import find_standing, standing_of
from tests.unit.structures.paper import registers
from tests.unit.structures.read import last

Standings = list[tuple[int, str | None]]


def standings(*blocks: str) -> Standings:
    sentence = last(*blocks)
    return [(each.counted.count.value, standing_of(sentence, each)) for each in sentence.told]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("40 councillors attended.", [(40, "took_part")]),
        ("It was attended by 40 leaders.", [(40, "took_part")]),
        ("40 councillors signed up.", [(40, "signed_up")]),
        ("40 councillors attended or signed up.", [(40, "signed_up")]),
        ("40 councillors dropped out.", [(40, "dropped_out")]),
        ("40 councillors will attend.", [(40, "planned")]),
        ("40 councillors did not attend.", [(40, None)]),
        ("40 councillors could attend.", [(40, None)]),
        ("Did 40 councillors attend?", [(40, None)]),
        ("40 delegates ate.", [(40, "took_part")]),
        ("Did 40 delegates eat?", [(40, None)]),
        ("40 councillors ate.", [(40, None)]),
        ("40 councillors objected.", [(40, None)]),
        ("40 applications were received.", [(40, "signed_up")]),
        ("A target of 40 councillors was set.", [(40, "planned")]),
        ("A course of 40 days for councillors.", [(40, None)]),
        (
            "40 leaders attended and 12 councillors signed up.",
            [(40, "took_part"), (12, "signed_up")],
        ),
        ("40 leaders attended, compared with 30.", [(40, "took_part"), (30, "took_part")]),
        ("Of the 20 councils, nine have joined.", [(20, None), (9, "took_part")]),
    ],
)
def test_standings(text: str, expected: Standings) -> None:
    assert standings(text) == expected


def test_an_item_of_a_list_of_plans_is_planned() -> None:
    assert standings("In 2018/19 we will:", "- training for 40 councillors") == [(40, "planned")]
    assert standings("In 2016/17 we gave:", "- training for 40 councillors") == [(40, "took_part")]


@pytest.mark.parametrize(
    ("caption", "standing"),
    [
        ("Councillors who signed up, by region", "signed_up"),
        ("Councillors who attended or signed up", "signed_up"),
        ("Councillors who attended or are to be trained", "planned"),
        ("Attendance by region", None),
        ("Councillors by region", None),
        ("Councillors who have not attended", None),
    ],
)
def test_a_caption_tells_how_those_of_a_table_stand(caption: str, standing: str | None) -> None:
    assert find_standing(caption, registers()) == standing
