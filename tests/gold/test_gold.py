"""The five real papers, read by eye and read by the pipeline: they agree but for known gaps."""

import hashlib
import re
from collections.abc import Mapping
from pathlib import Path

import duckdb
import pytest

from pipelines.documents import fold
from pipelines.schema.tables import SOURCE, TABLES
from tests.gold.gaps import AS_PRINTED, gaps_of, known_gaps
from tests.gold.gold_warehouse import gold_rows, published_rows
from tests.gold.scoring import COMPARISONS, Row, Score, score

pytestmark = pytest.mark.papers


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


@pytest.mark.parametrize("table", COMPARISONS)
def test_gold_names_only_columns_of_the_contract(table: str) -> None:
    beside = {"clear", "paper_id", "locator", "councillor_name", "council_name"}
    assert set(gold_rows(table)[0]) - beside <= set(TABLES[table].column_names)


@pytest.mark.parametrize("table", COMPARISONS)
def test_table_agrees_with_the_rows_read_by_eye(
    table: str, warehouse: duckdb.DuckDBPyConnection, scores: dict[str, Score]
) -> None:
    result = score(table, gold_rows(table), found_rows(warehouse, table))
    scores[table] = result
    known = [gap for gap in known_gaps(AS_PRINTED) if gap.table == table]
    assert gaps_of(result) == known, explain(result)


def test_participation_holds_the_detail_rows_of_the_leadership_tables(
    warehouse: duckdb.DuckDBPyConnection,
) -> None:
    columns = ("period", "as_of", "programme_id", "dimension", "dimension_value")
    expected = sorted(
        (*(row[column] for column in columns), row["councillors"])
        for row in gold_rows("leadership_stats")
        if row["is_total"] == "false"
    )
    places = {row["locator"] for row in published_rows(warehouse, "leadership_stats")}
    found = sorted(
        (*(row[column] for column in columns), row["participants"])
        for row in published_rows(warehouse, "programme_participation")
        if row["dimension"] in TABLE_DIMENSIONS and row["locator"] in places
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
