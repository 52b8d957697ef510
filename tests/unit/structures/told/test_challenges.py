"""What a sentence says of peer challenges: held, planned, on offer, not had."""

import pytest

from pipelines.structures.told.challenges import is_about_challenges, status_of
from tests.unit.structures.read import last


@pytest.mark.parametrize(
    ("blocks", "statuses"),
    [
        pytest.param(["Ten peer challenges were held."], ["delivered"], id="held"),
        pytest.param(["Ten peer challenges are planned."], ["planned"], id="planned"),
        pytest.param(["We will hold ten peer challenges."], ["planned"], id="will"),
        pytest.param(["In 2018/19 we will:", "- hold ten peer challenges"], ["planned"], id="list"),
        pytest.param(["We could hold ten peer challenges."], [None], id="supposed"),
        pytest.param(["Ten peer challenges were not held."], [None], id="denied"),
        pytest.param(["Ten councils have not had a peer challenge."], ["not_had"], id="not had"),
        pytest.param(["Ten councils had a peer challenge."], ["delivered"], id="councils"),
        pytest.param(["Ten councillors had a peer challenge."], [None], id="councillors"),
        pytest.param(["Ten councils wrote of a peer challenge."], [None], id="another verb"),
        pytest.param(["A target of ten peer challenges was set."], ["planned"], id="target"),
        pytest.param(["Peer challenges lasted ten days."], [None], id="a measure"),
        pytest.param(
            ["Ten peer challenges were held.", "A further 12 are planned."],
            ["planned"],
            id="goes on",
        ),
        pytest.param(["## Peer challenges", "We held ten."], ["delivered"], id="under a heading"),
        pytest.param(["## Piers", "We held ten councils."], [None], id="another heading"),
    ],
)
def test_the_status_of_those_counted(blocks: list[str], statuses: list[str | None]) -> None:
    sentence = last(*blocks)
    assert [status_of(sentence, told) for told in sentence.told] == statuses


@pytest.mark.parametrize(
    ("text", "status"),
    [
        pytest.param("Peer challenges are free of charge.", "offered", id="on offer"),
        pytest.param("Could peer challenges be free of charge?", None, id="asked"),
        pytest.param("Several peer challenges were held.", "delivered", id="several"),
        pytest.param("A number of peer challenges are planned.", "planned", id="a number of"),
        pytest.param("Peer challenges were held.", None, id="how many is not said"),
        pytest.param("Several peer challenges could be held.", None, id="supposed"),
    ],
)
def test_challenges_that_no_number_counts(text: str, status: str | None) -> None:
    assert status_of(last(text), None) == status


@pytest.mark.parametrize(
    ("blocks", "is_about"),
    [
        pytest.param(["Ten peer challenges were held."], True, id="own words"),
        pytest.param(["## Peer challenges"], False, id="a heading"),
        pytest.param(["Peer challenges were held at:", "- 10 councils"], True, id="lead-in"),
        pytest.param(
            ["Ten peer challenges were held.", "12 are planned."], True, id="sentence before"
        ),
        pytest.param(["Ten councils attended."], False, id="something else"),
        pytest.param(
            ["## Peer challenges", "Ten councils joined Leadership Academy."],
            False,
            id="a programme",
        ),
    ],
)
def test_what_a_sentence_is_about(blocks: list[str], is_about: bool) -> None:
    assert is_about_challenges(last(*blocks)) is is_about
