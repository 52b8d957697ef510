from datetime import date
from decimal import Decimal

from .conftest import Build

PAPERS = [{"paper_id": "a1", "meeting_date": date(2022, 3, 22)}]


def test_a_statement_that_is_read_twice_counts_once(build: Build) -> None:
    warehouse = build(peer_challenges=[_seen("marsh"), _seen("marsh")])

    assert warehouse.rows("*", "peer_challenges") == [
        (
            "marsh-county-council",
            "Marsh County Council",
            "corporate",
            "2021/22",
            1,
            "exactly",
            "delivered",
            None,
            None,
            "a1",
            "l1",
            "some words",
        )
    ]


def test_coverage_lists_the_councils_of_the_newest_papers_date(build: Build) -> None:
    warehouse = build(
        papers=PAPERS,
        peer_challenges=[
            _seen("marsh", period="2020/21"),
            _seen("marsh", period="2021/22", locator="l2"),
            # Another paper's word of the same challenge.
            _seen("marsh", period="2021/22", locator="l3"),
        ],
    )

    # Hythe went in 2012.
    assert warehouse.rows("*", "peer_challenge_coverage") == [
        (
            "marsh-county-council",
            "Marsh County Council",
            "South East",
            "county",
            "2021/22",
            2,
            False,
        ),
        ("marsh-fire-authority", "Marsh Fire Authority", "South East", "fire", None, 0, True),
        ("weald-county-council", "Weald County Council", "South West", "county", None, 0, True),
    ]


def test_summary_adds_up_each_statement_once(build: Build) -> None:
    warehouse = build(
        peer_challenges=[
            _seen("marsh", savings_gbp=Decimal("1500.50"), quote="Marsh saved"),
            # The same words in another paper.
            _seen("marsh", savings_gbp=Decimal("1500.50"), quote="Marsh saved", paper_id="b2"),
            _seen("weald", quote="Weald had one"),
            _seen("weald", status="planned", quote="Weald will have one"),
            {**_seen("weald", quote="Four in all"), "council_id": None, "council_name": None}
            | {"challenges": 4},
        ]
    )

    assert warehouse.rows("*", "peer_challenge_summary") == [
        ("2021/22", "corporate", "delivered", 6, 2, Decimal("1500.50")),
        ("2021/22", "corporate", "planned", 1, 1, None),
    ]


def _seen(council: str, **more: object) -> dict[str, object]:
    return {
        "council_id": f"{council}-county-council",
        "council_name": f"{council.title()} County Council",
        "challenge_type": "corporate",
        "period": "2021/22",
        "challenges": 1,
        "qualifier": "exactly",
        "status": "delivered",
        **more,
    }
