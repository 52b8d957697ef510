"""Where the rows come from: the papers' folder, the warehouse made of them, the gold files."""

import csv
import hashlib
import os
from datetime import datetime
from pathlib import Path

import duckdb
import polars as pl
import pytest

from pipelines.extraction.extract import extract_paper
from pipelines.runtime.places import REFERENCE, REPOSITORY
from pipelines.schema.records import EXTRACTS
from pipelines.schema.tables import TABLES
from pipelines.warehouse.build import build_candidate
from pipelines.warehouse.inputs import FILE_COLUMNS
from tests.gold.scoring import Row

GOLD = Path(__file__).parent
PAPERS_VARIABLE = "BOARDPAPERS_PAPERS"
DEFAULT_PAPERS = REPOSITORY.parent / "shared" / "papers"
BUILT_AT = datetime(2026, 1, 1)  # noqa: DTZ001 (the warehouse keeps UTC without a zone)


def find_papers() -> list[Path]:
    """The text files of the papers' folder, by name.

    Skips the test where nobody named a folder and the usual one is not there; fails it where one
    was named that holds no papers.
    """
    named = os.environ.get(PAPERS_VARIABLE)
    folder = Path(named or DEFAULT_PAPERS)
    papers = sorted(folder.glob("*.txt"))
    if not papers:
        reason = f"no papers in {folder}: set {PAPERS_VARIABLE} to the folder that holds them"
        if named:
            pytest.fail(reason)
        pytest.skip(reason)
    return papers


def build_warehouse(papers: list[Path], candidate: Path) -> None:
    """Extract every paper and build the contract's tables of them."""
    extracts: dict[str, list[pl.DataFrame]] = {table: [] for table in EXTRACTS}
    files = []
    for paper in papers:
        data = paper.read_bytes()
        extract = extract_paper(data, paper.name)
        digest = hashlib.sha256(data).hexdigest()
        files.append((paper.name, extract.paper_id, digest, len(data), BUILT_AT))
        for table, frame in extract.frames.items():
            extracts[table].append(frame)
    build_candidate(
        candidate,
        {table: pl.concat(frames) for table, frames in extracts.items()},
        pl.DataFrame(files, schema=list(FILE_COLUMNS), orient="row"),
        pl.DataFrame(schema=dict.fromkeys(TABLES["rejected_papers"].column_names, pl.String)),
        reference=REFERENCE,
        code_version="gold",
        built_at=BUILT_AT,
    )


def gold_rows(table: str) -> list[Row]:
    """The rows read by eye."""
    with (GOLD / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def published_rows(warehouse: duckdb.DuckDBPyConnection, table: str) -> list[Row]:
    """The rows of a published table as text, NULL as the empty text."""
    relation = warehouse.sql(
        f"select coalesce(cast(columns(*) as varchar), '') from {table} order by all"
    )
    names = TABLES[table].column_names
    return [dict(zip(names, row, strict=True)) for row in relation.fetchall()]
