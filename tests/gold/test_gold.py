"""The five real papers, read by eye and read by the pipeline: how much agrees, and no less."""

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

import duckdb
import pytest

from pipelines.documents import fold
from pipelines.schema.tables import SOURCE, TABLES
from tests.gold.gold_warehouse import gold_rows, published_rows
from tests.gold.scoring import COMPARISONS, Row, Score, score

pytestmark = pytest.mark.papers


@dataclass(frozen=True, slots=True)
class Floor:
    """The least that a table must reach: precision, recall, F1, and its fields when matched."""

    precision: float = 0.0
    recall: float = 0.0
    f1: float = 0.0
    fields: Mapping[str, float] = field(default_factory=dict)


FLOORS = {
    "papers": Floor(f1=1.0, fields=dict.fromkeys(("kind", "board_id", "meeting_date"), 1.0)),
    "meetings": Floor(f1=0.95, fields={"meeting_year": 1.0, "start_time": 0.9, "venue": 0.9}),
    "agenda_items": Floor(f1=0.90, fields={"first_page": 0.9, "start_time": 0.9}),
    "board_memberships": Floor(
        f1=0.97, fields=dict.fromkeys(("role", "political_group", "council_id"), 0.97)
    ),
    "attendance": Floor(
        f1=0.97, fields={"council_id": 0.97, "political_group": 0.97, "capacity": 0.9}
    ),
    "officer_attendance": Floor(f1=0.90, fields={"organisation": 0.9}),
    "leadership_stats": Floor(
        f1=1.0, precision=1.0, recall=1.0, fields={"programme_id": 1.0, "is_total": 1.0}
    ),
    "programme_participation": Floor(precision=0.90, recall=0.80),
    "peer_challenges": Floor(precision=0.80, recall=0.85, fields={"savings_gbp": 1.0}),
    "decisions": Floor(f1=0.90, fields={"item_title": 0.9, "text": 0.9}),
    "actions": Floor(f1=0.90, fields={"item_title": 0.9, "text": 0.9, "owner": 0.9}),
    "budget_lines": Floor(f1=0.95, fields={"financial_year": 1.0, "is_total": 0.95}),
}

# Breakdowns that only the printed tables give; what is left of the table was said in prose.
TABLE_DIMENSIONS = {"political_group", "region", "council_type"}

# Enough to see what went wrong with a table, and not all of a table that was not read.
EXPLAINED_LINES = 40

# A locator: p7:l12-l15, l265-l281 or l9.
LOCATOR = re.compile(r"^(?:p\d+:)?l(?P<first>\d+)(?:-l(?P<last>\d+))?$")


def found_rows(warehouse: duckdb.DuckDBPyConnection, table: str) -> list[Row]:
    rows = published_rows(warehouse, table)
    if table == "programme_participation":
        return [row for row in rows if row["dimension"] not in TABLE_DIMENSIONS]
    return rows


def shortfalls(result: Score, floor: Floor) -> list[str]:
    reached = {
        "precision": (result.precision, floor.precision),
        "recall": (result.recall, floor.recall),
        "f1": (result.f1, floor.f1),
        **{name: (result.fields[name], least) for name, least in floor.fields.items()},
    }
    return [
        f"{name} {value:.3f} is below {least}"
        for name, (value, least) in reached.items()
        if value < least
    ]


def explain(result: Score) -> str:
    """What was missed and invented, and where a matched pair differs: the first lines of it."""
    lines = [f"missed   {list(row.values())}" for row in result.missed]
    lines += [f"invented {list(row.values())}" for row in result.invented]
    lines += [
        f"differs  {name}: {gold[name]!r} is {found[name]!r} at {gold['locator']}"
        for gold, found in result.pairs
        for name, is_right in COMPARISONS[result.table].fields.items()
        if not is_right(gold, found)
    ]
    return "\n".join(["", *lines[:EXPLAINED_LINES]])


def test_every_table_has_a_floor() -> None:
    assert set(FLOORS) == set(COMPARISONS)


@pytest.mark.parametrize("table", FLOORS)
def test_gold_names_only_columns_of_the_contract(table: str) -> None:
    beside = {"clear", "paper_id", "locator", "councillor_name", "council_name"}
    assert set(gold_rows(table)[0]) - beside <= set(TABLES[table].column_names)


@pytest.mark.parametrize("table", FLOORS)
def test_table_agrees_with_the_rows_read_by_eye(
    table: str, warehouse: duckdb.DuckDBPyConnection, scores: dict[str, Score]
) -> None:
    result = score(table, gold_rows(table), found_rows(warehouse, table))
    scores[table] = result
    assert shortfalls(result, FLOORS[table]) == [], explain(result)


def test_participation_holds_the_detail_rows_of_the_leadership_tables(
    warehouse: duckdb.DuckDBPyConnection,
) -> None:
    columns = ("period", "as_of", "programme_id", "dimension", "dimension_value")
    expected = sorted(
        (*(row[column] for column in columns), row["councillors"])
        for row in gold_rows("leadership_stats")
        if row["is_total"] == "false"
    )
    found = sorted(
        (*(row[column] for column in columns), row["participants"])
        for row in published_rows(warehouse, "programme_participation")
        if row["dimension"] in TABLE_DIMENSIONS
    )
    assert found == expected


def test_every_quote_stands_in_its_paper_at_its_locator(
    warehouse: duckdb.DuckDBPyConnection, papers: list[Path]
) -> None:
    lines = {
        hashlib.sha256(paper.read_bytes()).hexdigest()[:16]: paper.read_text("utf-8").split("\n")
        for paper in papers
    }
    quoted = [
        (table, *(row[column] for column in SOURCE))
        for table in TABLES
        if set(SOURCE) <= set(TABLES[table].column_names)
        for row in published_rows(warehouse, table)
        # A finding about several papers, or about what is not there, has no words to show; nor
        # has a council of which no paper names a peer challenge.
        if table not in ("quality_findings", "peer_challenge_coverage") or row["quote"]
    ]
    assert quoted, "no published row carries a quote"
    assert [place for place in quoted if not stands(*place[1:], lines)] == []


def stands(paper_id: str, locator: str, quote: str, lines: Mapping[str, list[str]]) -> bool:
    found = LOCATOR.match(locator)
    if found is None or paper_id not in lines or not quote:
        return False
    first, last = int(found["first"]), int(found["last"] or found["first"])
    return quote in fold("\n".join(lines[paper_id][first - 1 : last]))
