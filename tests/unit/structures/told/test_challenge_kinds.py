"""The type of a peer challenge, from the words around it."""

import pytest

from pipelines.structures.told.challenge_kinds import type_around, type_of
from tests.unit.structures.paper import registers
from tests.unit.structures.read import last, marks


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        pytest.param("Our safer communities peer review ran.", "safer_communities", id="before"),
        pytest.param("A peer challenge that focused on finance ran.", "finance", id="behind"),
        pytest.param("A peer challenge of housing ran.", "housing", id="of"),
        pytest.param("A peer challenge saved finance officers time.", None, id="not linked"),
        pytest.param("A peer challenge on piers, and housing", None, id="another clause"),
        pytest.param("Housing; a peer challenge ran.", None, id="before a mark"),
        pytest.param("Housing in all of the bold peer challenge", None, id="too far"),
    ],
)
def test_words_around_the_term(text: str, kind: str | None) -> None:
    read = marks(text)
    assert type_around(read.challenges[0], read, registers()) == kind


@pytest.mark.parametrize(
    ("blocks", "kinds"),
    [
        pytest.param(["Ten finance peer challenges were held."], ["finance"], id="sentence"),
        pytest.param(["Ten peer challenges were held."], ["general"], id="none"),
        pytest.param(
            ["Ten peer challenges were held: six corporate and four finance."],
            ["general", "corporate", "finance"],
            id="parts",
        ),
        pytest.param(["Ten CPCs were held."], ["corporate"], id="a short form"),
        pytest.param(
            ["Ten finance peer challenges (XPC) ran.", "Six XPCs were held."],
            ["finance"],
            id="a short form of the paper's own",
        ),
        pytest.param(
            ["## Fire peer challenges", "Ten peer challenges were held."], ["fire"], id="heading"
        ),
        pytest.param(
            ["We held finance peer challenges:", "- ten peer challenges were held"],
            ["finance"],
            id="lead-in",
        ),
        pytest.param(
            ["## Fire services", "Ten peer challenges were held."],
            ["general"],
            id="a heading without peer challenges",
        ),
    ],
)
def test_the_type_of_each_number(blocks: list[str], kinds: list[str]) -> None:
    sentence = last(*blocks)
    assert [type_of(sentence, told, None, registers()) for told in sentence.told] == kinds


def test_the_type_nearest_to_a_place() -> None:
    sentence = last("Weir had a finance peer challenge, Mill a housing peer challenge.")
    assert type_of(sentence, None, 0, registers()) == "finance"
    assert type_of(sentence, None, len(sentence.marks.tokens), registers()) == "housing"
