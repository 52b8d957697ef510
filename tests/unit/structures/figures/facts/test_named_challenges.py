"""Rows of named councils."""

from datetime import date

import pytest

from pipelines.structures.figures.facts.named_challenges import (
    NamedChallenge,
    read_named_challenges,
)
from pipelines.structures.figures.roles import read_roles
from tests.unit.structures.paper import document, figure_tables, registers

ON = date(2018, 6, 12)


def named(text: str) -> list[NamedChallenge]:
    (table,) = figure_tables(document(text))
    return read_named_challenges(read_roles(table, registers()), registers(), ON)


@pytest.mark.parametrize(
    ("printed", "happened_on", "period", "status"),
    [
        ("12-14 May 2017", date(2017, 5, 12), "2017/18", "delivered"),
        ("30 March 2017", date(2017, 3, 30), "2016/17", "delivered"),
        ("March 2017", None, "2016/17", "delivered"),
        ("3 July 2018", date(2018, 7, 3), "2018/19", "planned"),
    ],
)
def test_days(printed: str, happened_on: date | None, period: str, status: str) -> None:
    (one, _) = named(f"Peer challenges\n\nCouncil\tDate\nKent CC\t{printed}\nLeeds\tMay 2016\n")
    assert (one.happened_on, one.period, one.status) == (happened_on, period, status)


def test_a_joint_challenge_is_one_for_each_council() -> None:
    found = named("Peer challenges\n\nCouncil\tDate\nKent and Leeds\tMay 2016\nTorbay\tMay 2017\n")
    assert [(each.council.name, each.joint_no) for each in found] == [
        ("Kent County Council", 1),
        ("Leeds City Council", 1),
        ("Torbay Council", None),
    ]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Boats\n\nCouncil\tDate\nKent CC\tMay 2016\nLeeds\tMay 2017\n", id="boats"),
        pytest.param(
            "Peer challenges\n\nPeer\tDate\nAnn Bee\tMay 2016\nGuy Moss\tMay 2017\n", id="people"
        ),
    ],
)
def test_other_rows(text: str) -> None:
    assert named(text) == []
