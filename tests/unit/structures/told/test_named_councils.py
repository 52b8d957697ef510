"""Councils that a sentence names, with what it says of their peer challenge."""

import pytest

from pipelines.structures.told.named_councils import Mention, named_councils
from tests.unit.structures.paper import registers
from tests.unit.structures.read import PAPER, last

HEADING = "## Peer challenges"


def mentions(*blocks: str, saved: bool = False) -> list[Mention]:
    return named_councils(last(HEADING, *blocks), registers(), PAPER, saved=saved)


def told(*blocks: str, saved: bool = False) -> list[tuple[str, str]]:
    """The first words of each council's name, and the status."""
    found = mentions(*blocks, saved=saved)
    names = ("Leeds", "York", "Bradford", "West Yorkshire")
    return [(next(n for n in names if n in each.council.name), each.status) for each in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Leeds had a peer challenge.", [("Leeds", "delivered")], id="held"),
        pytest.param("Leeds will have a peer challenge.", [("Leeds", "planned")], id="planned"),
        pytest.param("Leeds never had a peer challenge.", [("Leeds", "not_had")], id="not had"),
        pytest.param("Leeds could have a peer challenge.", [], id="supposed"),
        pytest.param("Peer challenges are on offer to Leeds.", [], id="on offer"),
        pytest.param("Leeds wrote to us.", [], id="another verb"),
        pytest.param(
            "Leeds had a peer challenge; York will have one.",
            [("Leeds", "delivered"), ("York", "planned")],
            id="two clauses",
        ),
        pytest.param(
            "Leeds had a peer challenge, and Leeds liked it.", [("Leeds", "delivered")], id="once"
        ),
        pytest.param(
            "Peers from Leeds took part in the peer challenge at York.",
            [("York", "delivered")],
            id="those who help",
        ),
        pytest.param("Leeds University had a peer challenge.", [], id="no council"),
        pytest.param("Weir had a peer challenge.", [], id="in no register"),
    ],
)
def test_what_became_of_each_council(text: str, expected: list[tuple[str, str]]) -> None:
    assert told(text) == expected


def test_a_list_takes_the_status_of_its_lead_in() -> None:
    assert told("These will have a peer challenge:", "- Leeds") == [("Leeds", "planned")]
    assert told("These had a peer challenge:", "- Leeds") == [("Leeds", "delivered")]


def test_a_challenge_that_saved_money_was_held() -> None:
    text = "Leeds: the peer challenge found savings of £3k."
    assert told(text, saved=True) == [("Leeds", "delivered")]


def test_fire_services_are_meant_where_fire_is_spoken_of() -> None:
    blocks = ["West Yorkshire had a peer challenge."]
    (found,) = mentions("## Fire peer challenges", *blocks)
    assert found.council.name == "West Yorkshire Fire and Rescue Authority"
    assert told(*blocks) == []


def test_each_council_has_its_time_and_its_joint_review() -> None:
    first, *rest = mentions(
        "Leeds had a peer challenge in 2015/16; York and Bradford had a joint one in 2016/17."
    )
    assert [each.time.period if each.time else None for each in (first, *rest)] == [
        "2015/16",
        "2016/17",
        "2016/17",
    ]
    assert [each.joint_no for each in (first, *rest)] == [None, 1, 1]
