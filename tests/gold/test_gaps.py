"""The list of known gaps itself, and how a gap is told from a score."""

import csv

from tests.gold.gaps import AS_PRINTED, KNOWN_GAPS, Gap, gaps_of
from tests.gold.scoring import Row, score
from tests.gold.test_changed_papers import CHANGES
from tests.gold.test_typeset_papers import TYPESETTERS


def seat(name: str, locator: str, role: str = "member") -> Row:
    return {
        "board_id": "harbour-board",
        "meeting_year": "2000/01",
        "councillor_id": name,
        "role": role,
        "political_group": "Independent",
        "council_id": "east-quay-district-council",
        "paper_id": "00ff",
        "locator": locator,
    }


def test_each_row_and_each_column_that_is_wrong_is_a_gap() -> None:
    gold = [seat("ann-bee", "l1", "chair"), seat("cy-dee", "l2"), seat("eff-gee", "l3")]
    found = [seat("ann-bee", "l7"), seat("eff-gee", "l3"), seat("ghost-row", "l9")]
    assert gaps_of(score("board_memberships", gold, found)) == [
        Gap("board_memberships", "differs", "00ff", "l1", "role"),
        Gap("board_memberships", "invented", "00ff", "l9"),
        Gap("board_memberships", "missed", "00ff", "l2"),
    ]


def test_the_list_names_papers_that_are_compared_and_gives_a_reason() -> None:
    with KNOWN_GAPS.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    compared = {AS_PRINTED, *TYPESETTERS, *(f"{name} changed" for name in CHANGES)}
    assert {row["papers"] for row in rows} <= compared
    assert [row for row in rows if not row["why"].strip()] == []
