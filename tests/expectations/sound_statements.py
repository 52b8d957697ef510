"""One row, or two where a rule needs them, of each table that states what papers say."""

from datetime import UTC, date, datetime, time
from decimal import Decimal
from typing import Any

# TIMESTAMP columns hold UTC without saying so.
MORNING = datetime(2031, 4, 1, 6, 30, tzinfo=UTC).replace(tzinfo=None)
PAPER = {
    "paper_id": "00c0ffee00c0ffee",
    "locator": "l12-l14",
    "quote": "Cllr Ann Example: Yes",
    "proof": "single",
}
COUNCIL = {"council_id": "exampleton-council", "council_name": "Exampleton Council"}
PERSON = {"councillor_id": "ann-example", "councillor_name": "Ann Example"}
LABEL = "Minutes: Example Board, 4 March 2031"
MEETING = {"meeting_id": "example-board:2031-03-04"}
OF_MEETING = {
    "board_name": "Example Board",
    "meeting_date": date(2031, 3, 4),
    "meeting_year": "2030/31",
    "paper_label": LABEL,
}
ON_BOARD = {"board_id": "example-board", "meeting_date": date(2031, 3, 4)}
ITEM = {**MEETING, **OF_MEETING, "item_no": "1", "item_title": "Welcome", "seq": 1}
CELL = {"period": "2030/31", "as_of": date(2031, 1, 31), "dimension": "region", **PAPER}
STATED = {"qualifier": "exactly", "period": "2030/31", "paper_label": LABEL, **PAPER}
ATTENDED = {
    **MEETING,
    **ON_BOARD,
    **OF_MEETING,
    **PERSON,
    **COUNCIL,
    "region": "North East",
    "party": "Labour",
    "political_group": "Labour",
    "capacity": "member",
    "status": "present",
    "mode": "in_person",
    "is_inferred": True,
    "inference_rule": "date_from_list",
    **PAPER,
}


def _cells(dimension: str, value: str) -> list[dict[str, Any]]:
    row = {**CELL, "programme_id": "example-academy", "programme_code": "EA", "councillors": 3}
    row |= {"dimension": dimension, "status": "took_part", "programme_name": "Example Academy"}
    row |= {"paper_label": LABEL}
    return [
        {**row, "dimension_value": value, "is_total": False},
        {**row, "dimension_value": "total", "is_total": True},
    ]


CELLS = [
    *_cells("region", "North East"),
    *_cells("political_group", "Labour"),
    *_cells("council_type", "district"),
]

STATEMENTS: dict[str, list[dict[str, Any]]] = {
    "papers": [
        {
            "paper_id": PAPER["paper_id"],
            "label": LABEL,
            "source_path": "example.txt",
            "media_type": "text/plain",
            "kind": "minutes",
            "title": "Note of the Example Board",
            **ON_BOARD,
            "page_count": 1,
            "byte_size": 900,
            "sha256": "00c0ffee" * 8,
            "ingested_at": MORNING,
        }
    ],
    "paper_pages": [
        {**PAPER, "page_no": 1, "characters": 700, "method": "text", "is_empty": False}
    ],
    "passages": [
        {
            **PAPER,
            **MEETING,
            "passage_no": 1,
            "page_no": 1,
            "kind": "table_row",
            "heading": "Attendance",
            "item_no": "1",
            "text": "Cllr Ann Example: Yes",
            "block_no": 1,
            "cells": '["Cllr Ann Example", "Yes"]',
        }
    ],
    "boards": [
        {
            "board_id": "example-board",
            "name": "Example Board",
            "body_name": "Exampleton Council",
            "body_council_id": "exampleton-council",
        }
    ],
    "board_lineage": [
        {
            "board_id": "example-board",
            "name": "Example Board",
            "lineage_id": "example-board",
            "lineage_name": "Example Board",
            "step": 0,
        }
    ],
    "meetings": [
        {
            **MEETING,
            **ON_BOARD,
            "board_name": "Example Board",
            "meeting_type": "ordinary",
            "start_time": time(11, 0),
            "meeting_year": "2030/31",
            "status": "held",
            "proof": "single",
        }
    ],
    "agenda_items": [
        {
            **MEETING,
            **OF_MEETING,
            "item_no": "1",
            "item_order": 1,
            "title": "Welcome",
            "first_page": 1,
            "is_inferred": False,
            **PAPER,
        }
    ],
    "councils": [
        {
            "council_id": "exampleton-council",
            "gss_code": "E07999999",
            "name": "Exampleton Council",
            "short_name": "Exampleton",
            "region": "North East",
            "nation": "England",
            "council_type": "district",
            "valid_from": date(1974, 4, 1),
        },
        {
            "council_id": "exampleton-and-sampleton-council",
            "name": "Exampleton and Sampleton Council",
            "nation": "England",
            "council_type": "unitary",
        },
    ],
    "council_codes": [
        {
            "council_id": "exampleton-council",
            "scheme": "gss",
            "code": "E07999999",
            "valid_from": date(1974, 4, 1),
            "valid_to": date(2031, 3, 31),
        }
    ],
    "council_successions": [
        {
            "council_id": "exampleton-council",
            "successor_council_id": "exampleton-and-sampleton-council",
            "changed_on": date(2031, 4, 1),
        }
    ],
    "councillors": [{"councillor_id": "ann-example", "name": "Ann Example"}],
    "board_memberships": [
        {
            "board_id": "example-board",
            "meeting_year": "2030/31",
            **PERSON,
            **COUNCIL,
            "political_group": "Labour",
            "role": "chair",
            "is_inferred": False,
            **PAPER,
            "proof": "single",
        }
    ],
    "programmes": [{"programme_id": "example-academy", "name": "Example Academy"}],
    "attendance": [ATTENDED],
    "attendance_evidence": [{**ATTENDED, "evidence_kind": "list"}],
    "officer_attendance": [{**MEETING, **OF_MEETING, "name": "Bo Sample", **PAPER}],
    "leadership_stats": CELLS,
    "programme_participation": [
        {
            "programme_id": "example-academy",
            "programme_name": "Example Academy",
            "dimension": "total",
            "dimension_value": "total",
            "participants": 3,
            "unit": "chief_executives",
            "status": "took_part",
            "is_inferred": False,
            **STATED,
        }
    ],
    "peer_challenges": [
        {
            **COUNCIL,
            "challenge_type": "corporate",
            "challenges": 1,
            "status": "delivered",
            "savings_gbp": Decimal("1500.00"),
            "savings_period": "per_year",
            **STATED,
        }
    ],
    "decisions": [{**ITEM, "text": "Members noted the report.", **PAPER}],
    "actions": [{**ITEM, "text": "Officers to write to members.", "owner": "Officers", **PAPER}],
    "budget_lines": [
        {
            "table_title": "Budget",
            "financial_year": "2030/31",
            "line": "Staff",
            "column_name": "Budget",
            "amount_gbp": Decimal("-1000000.00"),
            "is_total": False,
            "table_no": 1,
            "row_no": 1,
            "column_no": 2,
            "paper_label": LABEL,
            **PAPER,
        }
    ],
    "councillors_in_post": [
        {
            "year": 2030,
            "region": "North East",
            "council_type": "district",
            "political_group": "Labour",
            "councillors": 200,
            "source": "A register",
        }
    ],
    "councillors_in_post_gaps": [
        {
            "year": 2029,
            **COUNCIL,
            "region": "North East",
            "council_type": "district",
        }
    ],
    "quality_findings": [
        {
            "rule": "total_does_not_add_up",
            "severity": "warning",
            "table_name": "leadership_stats",
            "subject": "EA",
            "message": "3 is printed where the parts add up to 4.",
        }
    ],
    "set_aside": [
        {
            "table_name": "budget_lines",
            "reason": "expect_column_values_to_be_between: row_no",
            "values": '{"line": "Piers", "row_no": 0}',
        }
    ],
    "relationships": [
        {
            "from_table": "passages",
            "from_column": "paper_id",
            "to_table": "papers",
            "to_column": "paper_id",
        }
    ],
    "rejected_papers": [
        {
            "source_path": "blank.txt",
            "sha256": "0ddba11c" * 8,
            "reason": "The paper holds no words.",
            "rejected_at": MORNING,
        }
    ],
    "coverage": [
        {
            **MEETING,
            "status": "held",
            "has_agenda": False,
            "has_minutes": True,
            "has_attendance": True,
            "papers": 1,
            "source_id": "exampleton",
            "has_register": True,
        }
    ],
    "sources": [
        {
            "source_id": "exampleton",
            "kind": "moderngov",
            "base_url": "https://exampleton.example",
            "council_id": COUNCIL["council_id"],
            "last_fetched_at": MORNING,
            "last_outcome": "complete",
            "meetings_seen": 2,
            "meetings_with_agenda": 1,
            "meetings_with_minutes": 1,
            "meetings_with_register": 1,
            "documents_kept": 3,
        }
    ],
    "builds": [
        {
            "build_id": "2031-04-01T06:30:00-feed",
            "build_no": 1,
            "built_at": MORNING,
            "code_version": "1",
            "content_hash": "feedf00d" * 8,
            "papers": 1,
            "findings_error": 0,
            "findings_warning": 1,
        }
    ],
    "check_results": [
        {
            "build_id": "2031-04-01T06:30:00-feed",
            "suite": "boards",
            "check_no": 1,
            "expectation": "unique_key",
            "column_name": "board_id",
            "severity": "error",
            "success": True,
            "observed": "0 rows fail",
        }
    ],
}
