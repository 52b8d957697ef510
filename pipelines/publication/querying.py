"""Reads the published warehouse, and never writes."""

import csv
import io
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, Literal

import duckdb

from pipelines.command_line.machine_output import json_value
from pipelines.contract import TABLES
from pipelines.errors import InputMissing, QueryFailed, WarehouseUnusable

Format = Literal["table", "json", "csv"]

# DuckDB names the column of count(*) in a way that nobody writes.
COUNT_AS_NAMED, COUNT_AS_WRITTEN = "count_star()", "count(*)"


@dataclass(frozen=True, slots=True)
class QueryResult:
    """The answer to a query: names of the columns, and the rows."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Any, ...], ...]


@dataclass(frozen=True, slots=True)
class WarehouseStatus:
    """What a published warehouse holds.

    Attributes:
        builds: Publications since the first.
        rejected: Path and reason of each paper that is not in it.
    """

    warehouse: Path
    build_id: str
    built_at: datetime
    builds: int
    papers: int
    rows: Mapping[str, int]
    findings: Mapping[str, int]
    rejected: tuple[tuple[str, str], ...]


def open_warehouse(warehouse: Path) -> duckdb.DuckDBPyConnection:
    """Open a published warehouse for reading; a query on it can reach no other file.

    Raises:
        InputMissing: There is no such file.
        WarehouseUnusable: It is a folder, or no DuckDB file.
    """
    if warehouse.is_dir():
        raise WarehouseUnusable(warehouse, "it is a folder")
    if not warehouse.is_file():
        raise InputMissing(
            warehouse, "The warehouse", "Make it with boardpapers refresh, or name another"
        )
    try:
        return duckdb.connect(
            str(warehouse), read_only=True, config={"enable_external_access": False}
        )
    except duckdb.Error as error:
        raise WarehouseUnusable(warehouse, str(error).splitlines()[0]) from error


def run_query(warehouse: Path, sql: str) -> QueryResult:
    """Run one query.

    Raises:
        QueryFailed: DuckDB does not accept it, or it is not one statement.
    """
    with open_warehouse(warehouse) as connection:
        try:
            sql.encode()
            statements = len(connection.extract_statements(sql))
            if statements != 1:
                raise QueryFailed(f"It holds {statements or 'no'} statements; give one.")
            relation = connection.execute(sql)
            names = (name for name, *_ in relation.description or ())
            columns = tuple(name.replace(COUNT_AS_NAMED, COUNT_AS_WRITTEN) for name in names)
            return QueryResult(columns, tuple(relation.fetchall()))
        except UnicodeEncodeError as error:
            raise QueryFailed("It is not text.") from error
        except duckdb.Error as error:
            raise QueryFailed(str(error)) from error


def read_status(warehouse: Path) -> WarehouseStatus:
    """Read what a published warehouse says of itself.

    Raises:
        WarehouseUnusable: It lacks the tables of the contract.
    """
    counts = " union all ".join(
        f"select {place} as place, '{name}' as name, count(*) as rows from {name}"
        for place, name in enumerate(TABLES)
    )
    with open_warehouse(warehouse) as connection:
        try:
            last = connection.execute(
                "select build_id, built_at, papers, count(*) over () from builds "
                "order by build_no desc limit 1"
            ).fetchone()
            rows = connection.execute(f"select name, rows from ({counts}) order by place")
            row_counts = dict(rows.fetchall())
            findings = connection.execute(
                "select severity, count(*) from quality_findings group by all order by severity"
            )
            finding_counts = dict(findings.fetchall())
            rejected = connection.execute(
                "select source_path, reason from rejected_papers order by source_path"
            ).fetchall()
        except duckdb.Error as error:
            raise WarehouseUnusable(warehouse, str(error).splitlines()[0]) from error
    if last is None:
        raise WarehouseUnusable(warehouse, "its table builds is empty")
    build_id, built_at, papers, builds = last
    return WarehouseStatus(
        warehouse, build_id, built_at, builds, papers, row_counts, finding_counts, tuple(rejected)
    )


def as_json(result: QueryResult) -> str:
    """One JSON array with an object a row."""
    rows = [
        dict(zip(result.columns, map(_with_text_keys, row), strict=True)) for row in result.rows
    ]
    return json.dumps(rows, ensure_ascii=False, indent=2, default=json_value)


def _with_text_keys(value: object) -> object:
    """A value whose maps, at any depth, have text as keys, as JSON needs it."""
    if isinstance(value, dict):
        return {str(key): _with_text_keys(each) for key, each in value.items()}
    return [_with_text_keys(each) for each in value] if isinstance(value, list) else value


def as_csv(result: QueryResult) -> str:
    """CSV with a header; NULL is an empty field."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(result.columns)
    writer.writerows(result.rows)
    return text.getvalue().rstrip("\n")
