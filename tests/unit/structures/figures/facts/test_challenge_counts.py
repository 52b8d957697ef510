"""Which tables are about peer challenges, and which of their cells state a number."""

import pytest

from pipelines.structures.figures.facts.challenge_counts import (
    ChallengeCount,
    is_about_challenges,
    read_challenge_counts,
)
from pipelines.structures.figures.roles import TableRoles, read_roles
from tests.unit.structures.paper import document, figure_tables, registers


def roles(text: str) -> TableRoles:
    (table,) = figure_tables(document(text))
    return read_roles(table, registers())


BODY = "Region\tNumber\nWales\t3\nLondon\t4\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"Peer challenges\n\n{BODY}", True),
        ("Region\tPeer reviews\nWales\t3\n", True),
        (f"Members of peer challenge teams\n\n{BODY}", False),
        (f"Boats\n\n{BODY}", False),
    ],
)
def test_tables_about_peer_challenges(text: str, expected: bool) -> None:
    assert is_about_challenges(roles(text)) is expected


def test_parts_are_stated_if_no_total_is() -> None:
    assert read_challenge_counts(roles(f"Peer challenges held in 2016/17\n\n{BODY}")) == [
        ChallengeCount(0, 1, 3, "general", "delivered", "2016/17"),
        ChallengeCount(1, 1, 4, "general", "delivered", "2016/17"),
    ]
    assert read_challenge_counts(roles(f"Peer challenges in 2016/17\n\n{BODY}Total\t7\n")) == [
        ChallengeCount(2, 1, 7, "general", "delivered", "2016/17"),
    ]


def test_a_total_of_what_was_held_and_planned_is_neither() -> None:
    text = (
        "Kind\tDelivered\tPlanned\tTotal\nCorporate\t5\t3\t8\nFinance\t1\t2\t3\nTotal\t6\t5\t11\n"
    )
    assert read_challenge_counts(roles(f"Peer challenges in 2016/17\n\n{text}")) == [
        ChallengeCount(0, 1, 5, "corporate", "delivered", "2016/17"),
        ChallengeCount(0, 2, 3, "corporate", "planned", "2016/17"),
        ChallengeCount(1, 1, 1, "finance", "delivered", "2016/17"),
        ChallengeCount(1, 2, 2, "finance", "planned", "2016/17"),
    ]
