"""Contradictions that were read by eye before any rule ran, beside what the rules find."""

import csv
from pathlib import Path

import duckdb

CONTRADICTIONS = Path(__file__).with_name("contradictions.csv")


def _read(verdict: str) -> list[dict[str, str]]:
    with CONTRADICTIONS.open(encoding="utf-8", newline="") as file:
        return [row for row in csv.DictReader(file) if row["verdict"] == verdict]


def test_each_known_contradiction_is_found_at_its_place(
    warehouse: duckdb.DuckDBPyConnection,
) -> None:
    found = warehouse.execute("select rule, paper_id, locator from quality_findings").fetchall()

    wanted = [*_read("contradiction"), *_read("definition")]
    missed = [
        row for row in wanted if (row["rule"], row["paper_id"], row["locator"]) not in set(found)
    ]
    assert missed == []


def test_no_error_and_no_warning_that_is_none(warehouse: duckdb.DuckDBPyConnection) -> None:
    found = warehouse.execute(
        "select severity, rule, paper_id, locator from quality_findings where severity <> 'info'"
    ).fetchall()

    known = {(row["rule"], row["paper_id"], row["locator"]) for row in _read("contradiction")}
    false = [row for row in found if row[1:] not in known]
    assert [row for row in found if row[0] == "error"] == []
    assert false == []


def test_no_trap_is_taken_for_a_contradiction(warehouse: duckdb.DuckDBPyConnection) -> None:
    found = warehouse.execute("select rule, paper_id, locator from quality_findings").fetchall()

    traps = {(row["rule"], row["paper_id"], row["locator"]) for row in _read("trap")}
    assert traps & set(found) == set()
