from datetime import date
from decimal import Decimal

import pytest

from .conftest import Build

YEARLY = {"savings_period": "per_year"}
ONCE = {"savings_period": "one_off"}
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
            None,
            None,
            "Agenda: a1.txt",
            "single",
        )
    ]


def test_coverage_lists_the_councils_of_the_newest_papers_date(build: Build) -> None:
    warehouse = build(
        papers=PAPERS,
        peer_challenges=[
            _seen("marsh", period="2020/21"),
            _seen("marsh", period="2021/22", locator="l2", quote="Marsh again"),
            # Another word of the same challenge.
            _seen("marsh", period="2021/22", locator="l3"),
            # A planned one of a body that Marsh took over.
            {**_seen("hythe", status="planned"), "council_id": "hythe-borough-council"},
        ],
    )

    today = date(2022, 3, 22)
    provenance = ("a1", "l2", "Marsh again", "single")
    never = (None, 0, False, None, False, True, today, *[None] * 3, 0, *[None] * 6)
    # Hythe went in 2012.
    assert warehouse.rows("*", "peer_challenge_coverage") == [
        (
            "marsh-county-council",
            "Marsh County Council",
            "South East",
            "county",
            "2021/22",
            2,
            True,
            None,
            False,
            False,
            today,
            "corporate",
            "delivered",
            today,
            1,
            None,
            None,
            *provenance,
        ),
        ("marsh-fire-authority", "Marsh Fire Authority", "South East", "fire", *never),
        ("weald-county-council", "Weald County Council", "South West", "county", *never),
    ]
    assert warehouse.rows("*", "peer_challenge_coverage_by_region") == [
        ("South East", "county", today, 1, 1, 1, 0, 0, 0, "single"),
        ("South East", "fire", today, 1, 0, 0, 0, 0, 1, None),
        ("South West", "county", today, 1, 0, 0, 0, 0, 1, None),
    ]


@pytest.mark.parametrize(
    ("said", "counted", "is_covered"),
    [
        pytest.param(
            "Buy-in is good (all 2 county councils (CCs) have undertaken a peer challenge)",
            2,
            True,
            id="all, with a number that is all of them",
        ),
        pytest.param("All county councils in England have now had one.", None, True, id="all"),
        pytest.param("So far 2 county councils have had one.", 2, True, id="a number of all"),
        pytest.param("All 9 county councils have had one.", 9, True, id="more than the register"),
        pytest.param("All 9 county councils have had one.", 2, False, id="another number is read"),
        pytest.param("So far 1 county councils have had one.", 1, False, id="a number of some"),
        pytest.param("All 1 county councils have had one.", 1, False, id="all of some area"),
        pytest.param("Nearly all county councils have had one.", None, False, id="nearly all"),
        pytest.param("Not all 2 county councils have had one.", 2, False, id="not all"),
        pytest.param(
            "All county councils have had one except Weald.", None, False, id="an exception"
        ),
        pytest.param("All counties should have had one.", None, False, id="what should be"),
        pytest.param("All counties have been offered one.", None, False, id="what was offered"),
        pytest.param("In Kent all counties have had one.", None, False, id="all of a place"),
        pytest.param("All counties in the region have had one.", None, False, id="of a region"),
        pytest.param("All pilot counties have had one.", None, False, id="all of some kind"),
        pytest.param("All councils have had one.", None, False, id="of no type"),
    ],
)
def test_a_statement_covers_a_type_only_with_proof(
    build: Build, said: str, counted: int | None, is_covered: bool
) -> None:
    warehouse = build(papers=PAPERS, peer_challenges=[_sector(counted, said)])

    covering = (said, "a1", "l1", False) if is_covered else (None, None, None, True)
    assert warehouse.rows(
        "name, covered_by_statement, covered_by_paper_id, covered_by_locator, never_seen",
        "peer_challenge_coverage",
    ) == [
        ("Marsh County Council", *covering),
        ("Marsh Fire Authority", None, None, None, True),
        ("Weald County Council", *covering),
    ]


def test_a_plan_and_an_undated_paper_cover_nobody(build: Build) -> None:
    said = "All 2 county councils have had one."
    warehouse = build(
        papers=PAPERS,
        peer_challenges=[_sector(2, said, status="planned"), _sector(2, said, paper_id="b2")],
    )

    assert warehouse.rows("distinct covered_by_statement", "peer_challenge_coverage") == [(None,)]


def test_what_a_council_has_not_had_is_neither_delivered_nor_seen(build: Build) -> None:
    warehouse = build(
        papers=PAPERS,
        peer_challenges=[
            _seen("marsh", status="not_had", challenges=None, locator="l1"),
            _seen("weald", locator="l2"),
            _sector(12, "Twelve have had none", status="not_had"),
        ],
    )

    assert warehouse.rows(
        "name, challenges_seen, named_in_papers, said_to_have_had_none, never_seen, last_status",
        "peer_challenge_coverage where council_type = 'county'",
    ) == [
        ("Marsh County Council", 0, False, True, True, None),
        ("Weald County Council", 1, True, False, False, "delivered"),
    ]
    assert warehouse.rows("council_name", "peer_challenges_by_council") == [
        ("Weald County Council",)
    ]
    assert warehouse.rows("status, challenges, councils_named", "peer_challenge_summary") == [
        ("delivered", 1, 1)
    ]
    assert warehouse.rows(
        "councils_said_to_have_had_none, councils_never_seen",
        "peer_challenge_coverage_by_region where region = 'South East' and council_type = 'county'",
    ) == [(1, 1)]


def test_today_is_that_of_the_boards_that_speak_of_peer_challenges(build: Build) -> None:
    warehouse = build(
        papers=[
            {"paper_id": "a1", "board_id": "ferry-board", "meeting_date": date(2022, 3, 22)},
            # Of the board that followed it.
            {"paper_id": "b2", "board_id": "harbour-board", "meeting_date": date(2023, 3, 22)},
            # Of a board that never speaks of them.
            {"paper_id": "c3", "board_id": "quay-board", "meeting_date": date(2031, 3, 22)},
        ],
        peer_challenges=[_seen("marsh")],
    )

    assert warehouse.rows("distinct as_of", "peer_challenge_coverage") == [(date(2023, 3, 22),)]


KENTS = {"paper_id": "c3", "board_id": "kent/cabinet"}


@pytest.mark.parametrize(
    ("body_name", "others", "as_of"),
    [
        pytest.param("Kent", ["a1"], date(2022, 3, 22), id="the association speaks of them too"),
        pytest.param("Kent", [], date(2031, 3, 22), id="it does not"),
        # The body counts, and not the form of the id.
        pytest.param("Ferry Association", ["a1"], date(2031, 3, 22), id="a panel of its own"),
    ],
)
def test_one_paper_of_another_body_ages_no_council(
    build: Build, body_name: str, others: list[str], as_of: date
) -> None:
    warehouse = build(
        papers=[
            {"paper_id": "a1", "board_id": "ferry-board", "meeting_date": date(2022, 3, 22)},
            {**KENTS, "meeting_date": date(2031, 3, 22)},
        ],
        boards=[{**KENTS, "board_name": "Cabinet", "body_name": body_name}],
        peer_challenges=[_seen("marsh", paper_id=paper) for paper in (*others, "c3")],
    )

    assert warehouse.rows("distinct as_of", "peer_challenge_coverage") == [(as_of,)]


def test_summary_counts_each_challenge_once(build: Build) -> None:
    warehouse = build(
        peer_challenges=[
            _seen("marsh", savings_gbp=Decimal("1500.50"), quote="Marsh saved", **YEARLY),
            # Another paper tells of it in other words, without the saving.
            _seen("marsh", quote="Marsh had one", paper_id="b2"),
            _seen("weald", quote="Weald had one", savings_gbp=Decimal(90), **ONCE),
            _seen("weald", status="planned", quote="Weald will have one"),
            # Numbers for the sector, the second a later state of the first; both name no council.
            _sector(3, "Three so far", savings_gbp=Decimal(1000), **YEARLY),
            _sector(4, "Four in all"),
            _sector(7, "Over seven are planned", status="planned", qualifier="over"),
        ]
    )

    year, once = Decimal("1500.50"), Decimal("90.00")
    # challenges, qualifier, councils named, savings in all; stated, named; savings per year, once
    assert warehouse.rows("*", "peer_challenge_summary") == [
        (
            "2021/22",
            "corporate",
            "delivered",
            4,
            "exactly",
            2,
            year + once,
            4,
            2,
            year,
            once,
            "single",
        ),
        ("2021/22", "corporate", "planned", 7, "over", 1, None, 7, 1, None, None, "single"),
    ]


def test_a_number_keeps_its_qualifier_in_every_sum(build: Build) -> None:
    warehouse = build(
        peer_challenges=[
            # Two papers print one statement; a lower number is not shown.
            _sector(350, "Over 350 so far", qualifier="over"),
            _sector(350, "Over 350 so far", qualifier="over", paper_id="b2"),
            _sector(90, "Ninety by then"),
            _seen("marsh", status="planned"),
            _seen("hythe", status="planned", challenges=3, qualifier="about", quote="of Hythe"),
            _seen("weald", status="planned", challenges=2, qualifier="at_least", quote="of Weald"),
            _seen("marsh", period="2020/21", challenges=None, qualifier=None),
        ]
    )

    columns = "period, status, challenges, qualifier, challenges_stated"
    assert warehouse.rows(columns, "peer_challenge_summary") == [
        ("2020/21", "delivered", None, None, None),
        ("2021/22", "delivered", 350, "over", 350),
        ("2021/22", "planned", 6, "about", None),
    ]
    planned = "where status = 'planned'"
    by_region = warehouse.rows("challenges, qualifier", f"peer_challenges_by_region {planned}")
    assert by_region == [(1, "exactly"), (2, "at_least"), (3, "about")]
    by_council = f"peer_challenges_by_council {planned}"
    assert warehouse.rows("challenges, qualifier", by_council) == by_region


def test_the_last_period_is_the_one_that_ends_last(build: Build) -> None:
    warehouse = build(
        papers=PAPERS,
        peer_challenges=[
            _seen("marsh", period="2014/15", locator="l1", quote="in one year"),
            _seen("marsh", period="2012/13-2015/16", locator="l2", quote="in several"),
        ],
    )

    seen = "peer_challenge_coverage where last_period is not null"
    assert warehouse.rows("last_period, challenges_seen, quote", seen) == [
        ("2012/13-2015/16", 2, "in several")
    ]


def test_a_joint_challenge_counts_once_with_what_it_saved(build: Build) -> None:
    quote = "Hythe saved alone, Marsh and Weald together"
    warehouse = build(
        peer_challenges=[
            _seen("marsh", joint_no=1, quote=quote, savings_gbp=Decimal(45), **YEARLY),
            _seen("weald", joint_no=1, quote=quote, savings_gbp=Decimal(45), **YEARLY),
            # Named in the same sentence, and not one of them.
            {
                **_seen("hythe", quote=quote, savings_gbp=Decimal(400), **YEARLY),
                "council_id": "hythe-borough-council",
            },
            # The same joint challenge in another paper's words.
            _seen("weald", joint_no=1, quote="Weald and Marsh", paper_id="b2"),
            _seen("marsh", joint_no=1, quote="Weald and Marsh", paper_id="b2"),
        ]
    )

    assert warehouse.rows(
        "council_name, challenges, joint_with, savings_gbp, savings_period, paper_id",
        "peer_challenges_by_council",
    ) == [
        ("Hythe County Council", 1, None, Decimal(400), "per_year", "a1"),
        ("Marsh County Council", 1, "Weald County Council", Decimal(45), "per_year", "a1"),
        ("Weald County Council", 1, "Marsh County Council", Decimal(45), "per_year", "a1"),
    ]
    counts = "challenges, councils_named, savings_gbp_per_year, savings_gbp_one_off"
    assert warehouse.rows(counts, "peer_challenge_summary") == [(2, 3, Decimal(445), None)]
    # Marsh and Hythe are in the one region, Weald in the other: the joint one is in both.
    assert warehouse.rows(f"region, {counts}", "peer_challenges_by_region") == [
        ("South East", 2, 2, Decimal(445), None),
        ("South West", 1, 1, Decimal(45), None),
    ]
    assert warehouse.rows(f"council_type, {counts}", "peer_challenges_by_council_type") == [
        ("county", 1, 2, Decimal(45), None),
        ("district", 1, 1, Decimal(400), None),
    ]


def test_a_body_in_no_register_is_counted_without_a_region(build: Build) -> None:
    warehouse = build(
        peer_challenges=[{**_seen("isle"), "council_id": None, "council_name": "Isle Company"}]
    )

    assert warehouse.rows("council_id, council_name, region", "peer_challenges_by_council") == [
        (None, "Isle Company", None)
    ]
    assert warehouse.rows("region, challenges, councils_named", "peer_challenges_by_region") == [
        (None, 1, 1)
    ]


def _sector(challenges: int | None, quote: str, **more: object) -> dict[str, object]:
    nobody = {"council_id": None, "council_name": None}
    return {**_seen("", quote=quote, challenges=challenges, **more), **nobody}


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
