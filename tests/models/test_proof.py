"""How sure a fact is: what one place says, what two places agree on, what is made of several."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from .conftest import Build

MEETING = date(2022, 1, 18)
PAPERS = [
    {"paper_id": "a1", "meeting_date": date(2022, 3, 22)},
    {"paper_id": "b2", "meeting_date": date(2022, 1, 18)},
]
CELL = {
    "period": "2021/22",
    "as_of": date(2021, 12, 31),
    "programme_id": "first-steps",
    "programme_code": "FS",
    "dimension": "region",
    "dimension_value": "South East",
    "councillors": 3,
    "status": "took_part",
}
TOLD = {
    "programme_id": "first-steps",
    "period": "2021/22",
    "dimension": "total",
    "dimension_value": "total",
    "participants": 40,
    "unit": "councillors",
    "qualifier": "exactly",
    "status": "took_part",
}
CAME = {
    "meeting_date": MEETING,
    "meeting_year": "2021/22",
    "councillor_id": "ann-bee",
    "councillor_name": "Ann Bee",
    "political_group": "Labour",
    "status": "present",
}
CHALLENGE = {
    "council_id": "marsh-county-council",
    "council_name": "Marsh County Council",
    "challenge_type": "corporate",
    "period": "2021/22",
    "challenges": 1,
    "status": "delivered",
}
LINE = {
    "table_title": "Harbour budget",
    "financial_year": "2021/22",
    "line": "Quays",
    "column_name": "Pay £m",
    "amount_gbp": Decimal(2),
}
OFFICER = {"meeting_date": MEETING, "name": "Cy Dee", "organisation": "Ferry Association"}
NOTED = {"meeting_date": MEETING, "item_no": "1", "text": "Agreed the plan."}


@pytest.mark.parametrize(
    ("table", "row", "other"),
    [
        pytest.param("leadership_stats", CELL, {"councillors": 4}, id="a cell"),
        pytest.param("programme_participation", TOLD, {"participants": 41}, id="a sentence"),
        pytest.param("attendance", CAME, {"status": "apologies"}, id="attendance"),
        pytest.param("officer_attendance", OFFICER, {"name": "Eve Eff"}, id="an officer"),
        pytest.param("peer_challenges", CHALLENGE, {"period": "2020/21"}, id="a peer challenge"),
        pytest.param("decisions", NOTED, {"text": "Agreed another plan."}, id="a decision"),
        pytest.param("actions", NOTED, {"text": "Write to all."}, id="an action"),
        pytest.param("budget_lines", LINE, {"amount_gbp": Decimal(5)}, id="a budget line"),
    ],
)
def test_a_fact_is_agreed_if_two_papers_say_it(
    build: Build, table: str, row: dict[str, Any], other: dict[str, Any]
) -> None:
    twice = [{**row, "paper_id": "a1"}, {**row, "paper_id": "b2"}]
    surer = [twice[0], {**twice[1], "proof": "sums_hold"}]
    differing = [twice[0], {**twice[1], **other}]

    def proof_of_first(rows: list[dict[str, Any]]) -> set[str]:
        found = build(papers=PAPERS, **{table: rows}).rows(
            "proof", f"{table} where paper_id = 'a1'"
        )
        return {proof for (proof,) in found}

    assert proof_of_first(twice[:1]) == {"single"}
    assert proof_of_first(twice) == {"agreed"}
    assert proof_of_first(surer) == {"sums_hold"}
    assert proof_of_first(differing) == {"single"}


def test_a_paper_that_repeats_itself_at_one_place_agrees_with_nobody(build: Build) -> None:
    warehouse = build(
        programme_participation=[TOLD, {**TOLD, "quote": "other words"}],
        attendance=[CAME, {**CAME, "quote": "other words"}],
    )

    assert warehouse.rows("proof", "programme_participation") == [("single",)]
    assert warehouse.rows("proof", "attendance") == [("single",)]


def test_a_sentence_confirms_the_printed_total_of_a_table(build: Build) -> None:
    total = {**CELL, "dimension_value": "total", "councillors": 40, "is_total": True}
    warehouse = build(
        leadership_stats=[
            {**CELL, "councillors": 40, "row_no": 1},
            {**total, "row_no": 2, "locator": "l2"},
        ],
        programme_participation=[{**TOLD, "locator": "l9"}],
    )

    assert warehouse.rows("dimension_value, proof", "leadership_stats") == [
        ("South East", "single"),
        ("total", "agreed"),
    ]
    # The cell is participation with its own proof; the sentence has the table's word.
    assert warehouse.rows("dimension_value, proof", "programme_participation") == [
        ("South East", "single"),
        ("total", "agreed"),
    ]
    assert warehouse.rows("dimension_value, proof", "participation_statements") == [
        ("total", "agreed")
    ]


def test_numbers_of_two_days_confirm_each_other_only_if_one_day_is_not_said(build: Build) -> None:
    earlier = {**TOLD, "as_of": date(2021, 11, 30), "paper_id": "b2"}
    later = {**TOLD, "as_of": date(2021, 12, 31)}

    apart = build(papers=PAPERS, programme_participation=[earlier, later])
    with_undated = build(papers=PAPERS, programme_participation=[earlier, {**TOLD, "as_of": None}])
    tables = build(
        papers=PAPERS,
        leadership_stats=[
            {**CELL, "paper_id": "a1"},
            # It is no reprint: one of its cells differs, so it may be of any other day.
            {**CELL, "paper_id": "b2", "as_of": None},
            {**CELL, "paper_id": "b2", "as_of": None, "dimension_value": "South West"},
        ],
    )

    assert apart.rows("proof", "programme_participation") == [("single",), ("single",)]
    assert with_undated.rows("proof", "programme_participation") == [("agreed",), ("agreed",)]
    assert tables.rows("distinct proof", "leadership_stats") == [("single",)]


def test_a_table_without_a_day_that_repeats_one_with_a_day_confirms_it(build: Build) -> None:
    warehouse = build(
        papers=PAPERS,
        leadership_stats=[
            {**CELL, "paper_id": "a1"},
            {**CELL, "paper_id": "b2", "as_of": None},
        ],
    )

    assert warehouse.rows("paper_id, proof", "leadership_stats") == [("a1", "agreed")]


def test_evidence_keeps_its_own_proof_and_attendance_has_that_of_all(build: Build) -> None:
    warehouse = build(
        attendance=[
            {**CAME, "locator": "l1"},
            {**CAME, "locator": "l2", "evidence_kind": "grid"},
            {**CAME, "locator": "l3", "evidence_kind": "register", "proof": "register"},
        ]
    )

    assert warehouse.rows("locator, proof", "attendance_evidence") == [
        ("l1", "single"),
        ("l2", "single"),
        ("l3", "register"),
    ]
    assert warehouse.rows("locator, proof", "attendance") == [("l3", "register")]


def test_a_saving_that_one_paper_gives_is_of_one_reading(build: Build) -> None:
    saving = {"savings_gbp": Decimal(900), "savings_period": "one_off"}
    warehouse = build(
        papers=PAPERS,
        peer_challenges=[
            {**CHALLENGE, "paper_id": "a1", **saving},
            {**CHALLENGE, "paper_id": "b2"},
        ],
    )

    assert warehouse.rows("savings_gbp, proof", "peer_challenges_by_council") == [
        (Decimal(900), "single")
    ]


@pytest.mark.parametrize(
    ("second", "proof"),
    [("Challenges are on offer.", "agreed"), ("Reviews are offered to all.", "single")],
)
def test_statements_without_council_and_number_agree_in_the_same_words(
    build: Build, second: str, proof: str
) -> None:
    said = {"challenge_type": "general", "status": "offered"}
    warehouse = build(
        papers=PAPERS,
        peer_challenges=[
            {**said, "paper_id": "a1", "quote": "Challenges are on offer."},
            {**said, "paper_id": "b2", "quote": second},
        ],
    )

    assert warehouse.rows("distinct proof", "peer_challenges") == [(proof,)]


@pytest.mark.parametrize("table_title", ["Harbour budget", None])
def test_budget_tables_agree_only_if_both_say_what_they_are(
    build: Build, table_title: str | None
) -> None:
    line = {**LINE, "table_title": table_title}
    warehouse = build(papers=PAPERS, budget_lines=[{**line, "paper_id": "b2"}, line])

    assert warehouse.rows("distinct proof", "budget_lines") == [
        ("agreed" if table_title else "single",)
    ]


def test_a_number_made_of_several_rows_has_the_weakest_proof_of_them(build: Build) -> None:
    other = {**CELL, "programme_id": "nb", "programme_code": "NB", "column_no": 2}
    labour = {"dimension": "political_group", "dimension_value": "Labour", "table_no": 2}
    warehouse = build(
        leadership_stats=[
            {**CELL, "proof": "sums_hold"},
            {**other, "proof": "agreed"},
            {**CELL, **labour, "proof": "sums_hold"},
            {**other, **labour, "proof": "register"},
        ],
        attendance=[
            {**CAME, "proof": "register"},
            {**CAME, "councillor_id": "cy-dee", "councillor_name": "Cy Dee", "proof": "agreed"},
        ],
    )

    assert warehouse.rows("programme_id, proof", "uptake_by_region") == [
        ("all", "agreed"),
        ("first-steps", "sums_hold"),
        ("nb", "agreed"),
    ]
    assert warehouse.rows("programme_id, proof", "uptake_region_by_party_bounds") == [
        ("all", "agreed"),
        ("first-steps", "sums_hold"),
        ("nb", "agreed"),
    ]
    assert warehouse.rows("programme_code, dimension, proof", "uptake_sources") == [
        ("FS", "political_group", "sums_hold"),
        ("FS", "region", "sums_hold"),
        ("NB", "political_group", "register"),
        ("NB", "region", "agreed"),
    ]
    assert warehouse.rows("councillor_id, proof", "attendance_by_member") == [
        ("ann-bee", "register"),
        ("cy-dee", "agreed"),
    ]
    assert warehouse.rows("proof", "attendance_by_party") == [("agreed",)]
    assert warehouse.rows("proof", "attendance_by_lineage") == [("agreed",)]


def test_parts_that_are_added_up_have_the_weakest_proof_of_them(build: Build) -> None:
    part = {**TOLD, "dimension": "region"}
    warehouse = build(
        programme_participation=[
            {**part, "dimension_value": "South East", "proof": "sums_hold"},
            {**part, "dimension_value": "South West", "proof": "single"},
        ]
    )

    assert warehouse.rows("participants, parts_added, proof", "participation_statements") == [
        (80, 2, "single")
    ]


def test_a_change_is_as_sure_as_the_weaker_of_its_years(build: Build) -> None:
    warehouse = build(
        programme_participation=[
            {**TOLD, "period": "2020/21", "proof": "single"},
            {**TOLD, "period": "2021/22", "proof": "sums_hold", "participants": 50},
            {**TOLD, "period": "2022/23", "proof": "agreed", "participants": 60},
        ]
    )

    assert warehouse.rows("period, proof", "programme_trend") == [
        ("2020/21", "single"),
        ("2021/22", "single"),
        ("2022/23", "agreed"),
    ]


def test_a_council_of_which_papers_say_nothing_has_no_proof(build: Build) -> None:
    warehouse = build(
        papers=PAPERS,
        peer_challenges=[
            {**CHALLENGE, "proof": "sums_hold"},
            {
                **CHALLENGE,
                "council_id": "marsh-fire-authority",
                "council_name": "Marsh Fire Authority",
                "status": "not_had",
            },
        ],
    )

    assert warehouse.rows("council_id, never_seen, proof", "peer_challenge_coverage") == [
        ("marsh-county-council", False, "sums_hold"),
        ("marsh-fire-authority", True, "single"),
        ("weald-county-council", True, None),
    ]
    assert warehouse.rows("region, council_type, proof", "peer_challenge_coverage_by_region") == [
        ("South East", "county", "sums_hold"),
        ("South East", "fire", "single"),
        ("South West", "county", None),
    ]
    for mart in ("summary", "by_region where region = 'South East'"):
        name = f"peer_challenge{'' if mart == 'summary' else 's'}_{mart}"
        assert warehouse.rows("proof", name) == [("sums_hold",)]


def test_an_open_action_is_as_sure_as_the_action(build: Build) -> None:
    warehouse = build(actions=[{**NOTED, "proof": "agreed"}])

    assert warehouse.rows("proof", "open_actions") == [("agreed",)]


@pytest.mark.parametrize(
    ("more", "proof"),
    [
        pytest.param({"paper_id": "b2"}, "agreed", id="two papers"),
        pytest.param({"statement_kind": "grid", "locator": "l9"}, "agreed", id="note and grid"),
        pytest.param({"locator": "l9"}, "single", id="twice in one way"),
    ],
)
def test_the_day_of_a_meeting_is_agreed_by_two_sources(
    build: Build, more: dict[str, Any], proof: str
) -> None:
    said = {
        "meeting_date": MEETING,
        "status": "held",
        "statement_kind": "note",
        "paper_id": "a1",
        "locator": "l1",
    }
    warehouse = build(papers=PAPERS, meetings=[said, said | more])
    assert warehouse.rows("proof", "meetings") == [(proof,)]


@pytest.mark.parametrize(
    ("came", "proof"),
    [
        pytest.param([], "single", id="a list alone"),
        pytest.param([CAME], "agreed", id="and attendance"),
        pytest.param([CAME | {"evidence_kind": "register"}], "register", id="and a register"),
        pytest.param([CAME | {"capacity": "in_attendance"}], "single", id="only in attendance"),
    ],
)
def test_a_seat_is_agreed_by_attendance(
    build: Build, came: list[dict[str, Any]], proof: str
) -> None:
    seat = {
        "meeting_year": "2021/22",
        "councillor_id": "ann-bee",
        "councillor_name": "Ann Bee",
        "role": "member",
    }
    warehouse = build(papers=PAPERS, board_memberships=[seat], attendance=came)
    assert warehouse.rows("councillor_id, proof", "board_memberships") == [("ann-bee", proof)]
