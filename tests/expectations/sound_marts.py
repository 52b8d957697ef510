"""One row, or two where a rule needs them, of each mart that counts what papers say."""

from datetime import date
from decimal import Decimal
from typing import Any

from tests.expectations.sound_statements import CELLS, COUNCIL, ITEM, PAPER, PERSON, STATED

COUNTED = {
    "board_id": "example-board",
    "board_name": "Example Board",
    "meeting_year": "2030/31",
    "expected": 1,
    "present": 1,
    "apologies": 0,
    "absent": 0,
    "attendance_rate": 1.0,
    "substitutes_present": 0,
    "others_present": 0,
    "represented_rate": 1.0,
    "proof": "single",
}
CHALLENGED = {"period": "2030/31", "challenge_type": "corporate", "status": "delivered"}
CHALLENGES_COUNTED = {
    "challenges": 1,
    "councils_named": 1,
    "savings_gbp_per_year": Decimal("1500.00"),
    "proof": "single",
}
UPTAKE = {
    "period": "2030/31",
    "as_of": date(2031, 1, 31),
    "councillors": 3,
    "share": 1.0,
    "councillors_as_of": date(2030, 6, 30),
    "uptake_per_100": 1.5,
    "proof": "single",
}


def _uptake(key: str, value: str) -> list[dict[str, Any]]:
    row = {**UPTAKE, key: value, f"councillors_in_{key}": 200}
    return [
        {**row, "programme_id": "example-academy", "programme_name": "Example Academy"},
        {**row, "programme_id": "all", "programme_name": "All programmes"},
    ]


def _bounds() -> list[dict[str, Any]]:
    row = {
        "period": "2030/31",
        "as_of": date(2031, 1, 31),
        "region": "North East",
        "political_group": "Labour",
        "region_participants": 3,
        "group_participants": 3,
        "programme_participants": 3,
        "lowest": 3,
        "highest": 3,
        "estimate": 3.0,
        "estimate_by_seats": 3.0,
        "denominator_source": "A register",
        "sources": "00c0ffee00c0ffee l12-l14",
        "proof": "single",
    }
    return [
        {**row, "programme_id": "example-academy", "bounds_rule": "own_margins"},
        {**row, "programme_id": "all", "bounds_rule": "sum_of_programmes"},
    ]


MARTS: dict[str, list[dict[str, Any]]] = {
    "uptake_by_region": _uptake("region", "North East"),
    "uptake_by_party": _uptake("political_group", "Labour"),
    "uptake_by_council_type": _uptake("council_type", "district"),
    "uptake_region_by_party_bounds": _bounds(),
    "programme_trend": [
        {
            "programme_id": "example-academy",
            "programme_name": "Example Academy",
            "unit": "chief_executives",
            "standing": "actual",
            "participants": 3,
            "status": "took_part",
            "is_part_year": False,
            "previous_period": "2029/30",
            "previous_participants": 2,
            "previous_qualifier": "exactly",
            "change": 1,
            "change_share": 0.5,
            "is_change_exact": True,
            "statements": 1,
            **STATED,
        }
    ],
    "participation_statements": [
        {
            "programme_id": "example-academy",
            "programme_name": "Example Academy",
            "dimension": "total",
            "dimension_value": "total",
            "unit": "chief_executives",
            "participants": 3,
            "status": "took_part",
            "is_inferred": False,
            "statements": 1,
            **STATED,
        }
    ],
    "uptake_sources": [{**cell, "source_path": "example.txt"} for cell in CELLS],
    "attendance_by_party": [{**COUNTED, "political_group": "Labour"}],
    "attendance_by_region": [{**COUNTED, "region": "North East"}],
    "attendance_by_member": [{**COUNTED, **PERSON}],
    "attendance_by_lineage": [
        {**COUNTED, "lineage_id": "example-board", "lineage_name": "Example Board", "meetings": 1}
    ],
    "councillor_history": [
        {
            **PERSON,
            **COUNCIL,
            "board_id": "example-board",
            "from_meeting_year": "2030/31",
            "to_meeting_year": "2030/31",
            "political_group": "Labour",
            "role": "chair",
        }
    ],
    "peer_challenge_coverage": [
        {
            "council_id": "exampleton-council",
            "name": "Exampleton Council",
            "council_type": "district",
            "last_period": "2030/31",
            "challenges_seen": 1,
            "named_in_papers": True,
            "said_to_have_had_none": False,
            "never_seen": False,
            "as_of": date(2031, 3, 4),
            "last_challenge_type": "corporate",
            "last_status": "delivered",
            "last_seen_on": date(2031, 3, 4),
            "challenges_of_predecessors": 0,
            **PAPER,
        }
    ],
    "peer_challenge_coverage_by_region": [
        {
            "council_type": "district",
            "councils": 1,
            "as_of": date(2031, 3, 4),
            "councils_seen": 1,
            "councils_named": 1,
            "councils_covered": 0,
            "councils_said_to_have_had_none": 0,
            "councils_never_seen": 0,
        }
    ],
    "peer_challenge_summary": [
        {
            **CHALLENGED,
            **CHALLENGES_COUNTED,
            "savings_gbp": Decimal("1500.00"),
            "challenges_named": 1,
        }
    ],
    "peer_challenges_by_council": [
        {
            **CHALLENGED,
            **COUNCIL,
            "region": "North East",
            "council_type": "district",
            "challenges": 1,
            "savings_gbp": Decimal("1500.00"),
            "savings_period": "per_year",
            **PAPER,
        }
    ],
    "peer_challenges_by_region": [
        {**CHALLENGED, **CHALLENGES_COUNTED, "region": "North East"},
    ],
    "peer_challenges_by_council_type": [
        {**CHALLENGED, **CHALLENGES_COUNTED, "council_type": "district"},
    ],
    "open_actions": [
        {
            **ITEM,
            "text": "Officers to write to members.",
            "owner": "Officers",
            "as_of": date(2031, 3, 4),
            "age_days": 0,
            **PAPER,
        }
    ],
}
