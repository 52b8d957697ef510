"""Runs the queries of a page and writes what they print below each."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import click

from pipelines.cli.output.row_layout import lay_out
from pipelines.publication.querying import run_query
from pipelines.runtime.places import REPOSITORY
from tests.gold.gold_warehouse import build_warehouse

PAGE = REPOSITORY / "docs" / "cookbook.md"
RECIPE = re.compile(r"```sql\n(?P<sql>.*?)```\n\n```text\n(?P<output>.*?)```", re.DOTALL)
WIDTH = 110  # columns, as wide as a page of documentation shows


@dataclass(frozen=True, slots=True)
class Recipe:
    """One query of the page, and what the page says that it prints."""

    sql: str
    output: str


def recipes(text: str) -> Iterator[Recipe]:
    """Every query of a page that shows its output."""
    for match in RECIPE.finditer(text):
        yield Recipe(match["sql"], match["output"])


def printed(warehouse: Path, sql: str) -> str:
    """What `boardpapers query` prints in a terminal of `WIDTH` columns."""
    result = run_query(warehouse, sql)
    return click.unstyle(lay_out(result.columns, result.rows, width=WIDTH)) + "\n"


def renewed(text: str, warehouse: Path) -> str:
    """A page with the output of each query as it is now."""

    def replace(match: re.Match[str]) -> str:
        output = printed(warehouse, match["sql"])
        return f"```sql\n{match['sql']}```\n\n```text\n{output}```"

    return RECIPE.sub(replace, text)


def build_sample_warehouse(folder: Path) -> Path:
    """The warehouse of the papers in data/raw, which this project wrote."""
    papers = [
        path for path in sorted((REPOSITORY / "data/raw").glob("*.*")) if path.suffix != ".md"
    ]
    warehouse = folder / "sample.candidate.duckdb"
    build_warehouse(papers, warehouse)
    return warehouse
