"""A forgotten person is in no table; what others say and do stays."""

from datetime import date
from pathlib import Path

import pytest

from pipelines.schema.tables import TABLES
from pipelines.warehouse.build import build_candidate
from pipelines.warehouse.inputs import FILE_COLUMNS

from .conftest import BUILT_AT, Warehouse, extract, file, frame

MEETING = {"board_id": "ferry-board", "meeting_date": date(2022, 3, 7)}
CAME = {**MEETING, "meeting_year": "2021/22", "status": "present"}
NOTE = {**MEETING, "item_no": "1", "item_title": "Welcome"}
EXTRACTS = {
    "papers": [
        {"paper_id": "a1", "board_id": "ferry-board", "title": "Report from Cllr Sue Reed OBE"}
    ],
    "meetings": [{**MEETING, "statement_kind": "own"}],
    "board_memberships": [
        {
            "meeting_year": "2021/22",
            "councillor_id": "susan-reed",
            "councillor_name": "Susan Reed",
            "quote": "Susan Reed Marsh CC",
        }
    ],
    "attendance": [
        {**CAME, "councillor_id": "sue-reed", "councillor_name": "Sue Reed", "quote": "Sue Reed"},
        {
            **CAME,
            "councillor_id": "ann-bee",
            "councillor_name": "Ann Bee",
            "substitutes_for": "susan-reed",
            "locator": "l2",
            "quote": "Ann Bee (for Susan Reed)",
        },
        # The name of another person is no part of a forgotten one's.
        {**CAME, "councillor_id": "sue-reedy", "councillor_name": "Sue Reedy", "locator": "l3"},
    ],
    "decisions": [
        {
            **NOTE,
            "text": "Cllr Reed and the officers will write to the harbour master.",
            "quote": "Cllr Reed and the officers will write to the harbour master.",
            "locator": "l4",
        },
        {**NOTE, "seq": 2, "text": "Thank Mrs S Reed.", "quote": "Mrs S Reed", "locator": "l5"},
    ],
    "actions": [{**NOTE, "text": "Look for a ferry.", "owner": "Susan Reed", "locator": "l6"}],
    "officer_attendance": [{**MEETING, "name": "Susan Reed", "organisation": "Ferry Line"}],
    "set_aside": [
        {
            "table_name": "attendance",
            "reason": "implausible_value: meeting_date",
            "values": '{"councillor_id": "susan-reed"}',
            "quote": "those present",
            "locator": "l7",
        },
        # A paper has no place and no words of its own.
        {
            "table_name": "papers",
            "reason": "implausible_value: meeting_date",
            "values": '{"meeting_date": "0015-03-03"}',
            "quote": None,
            "locator": None,
        },
    ],
}


@pytest.fixture
def warehouse(tmp_path: Path, registers: Path) -> Warehouse:
    candidate = tmp_path / "ports.candidate.duckdb"
    build_candidate(
        candidate,
        {name: extract(name, rows) for name, rows in EXTRACTS.items()},
        frame(FILE_COLUMNS, [file("a1")]),
        frame(TABLES["rejected_papers"].column_names, []),
        reference=registers,
        code_version="7",
        built_at=BUILT_AT,
        forgotten=["Susan Reed"],
    )
    return Warehouse(candidate)


def test_rows_of_the_person_go_and_words_of_others_are_masked(warehouse: Warehouse) -> None:
    assert warehouse.rows("councillor_id", "councillors") == [("ann-bee",), ("sue-reedy",)]
    # Without its only membership list the year has the seats of its attendance list.
    assert warehouse.rows("councillor_id, inference_rule, quote", "board_memberships") == [
        ("ann-bee", "seat_from_attendance", "Ann Bee (for"),
        ("sue-reedy", "seat_from_attendance", "some words"),
    ]
    assert warehouse.rows("*", "officer_attendance") == []
    assert warehouse.rows("councillor_id, substitutes_for, quote", "attendance") == [
        ("ann-bee", None, "Ann Bee (for"),
        ("sue-reedy", None, "some words"),
    ]
    assert warehouse.rows("text, quote", "decisions") == [
        (
            "[name removed] and the officers will write to the harbour master.",
            "and the officers will write to the harbour master.",
        )
    ]
    assert warehouse.rows("text, owner", "actions") == [("Look for a ferry.", "[name removed]")]
    assert warehouse.rows("title, label", "papers") == [
        (
            "Report from [name removed] OBE",
            "Agenda: Ferry Board, Report from [name removed] OBE",
        )
    ]
    assert warehouse.rows("distinct paper_label", "decisions") == [
        ("Agenda: Ferry Board, Report from [name removed] OBE",)
    ]
    warehouse.close()


def test_what_was_set_aside_of_the_person_goes_too(warehouse: Warehouse) -> None:
    assert warehouse.rows("table_name, values", "set_aside") == [
        ("papers", '{"meeting_date": "0015-03-03"}')
    ]
