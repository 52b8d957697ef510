"""Give the models what they read: extracts, files and registers as tables of one connection.

Extracts stand in the schema `extracts`, registers in the schema `reference` of the same names as
their files; both live in memory and never reach the published file.
"""

from collections.abc import Mapping, Sequence
from dataclasses import astuple, fields
from pathlib import Path
from typing import TypeAlias

import duckdb
import polars as pl

from pipelines.runtime.warehouse_errors import ReferenceMissingError
from pipelines.schema.columns import COLUMNS
from pipelines.schema.records import EXTRACTS, extract_schema
from pipelines.schema.tables import TABLES
from pipelines.schema.withheld import WithheldRow
from pipelines.warehouse.fetched import FETCHED

Extracts: TypeAlias = Mapping[str, "pl.DataFrame | list[Path]"]

WITHHELD_COLUMNS = tuple(field.name for field in fields(WithheldRow))
RELATIONSHIP_COLUMNS = TABLES["relationships"].column_names
FILE_COLUMNS = ("source_path", "paper_id", "sha256", "byte_size", "ingested_at")
# The registers that models read, and the columns that they read there, all as text.
REGISTERS: dict[str, tuple[str, ...]] = {
    "association_names": ("name",),
    "boards": ("board_id", "name", "successor_board_id"),
    "challenge_cover_words": ("kind", "words"),
    "council_alias_forms": ("form", "is_full"),
    "council_codes": TABLES["council_codes"].column_names,
    "council_successions": TABLES["council_successions"].column_names,
    "councillors_in_post": TABLES["councillors_in_post"].column_names,
    "councillors_in_post_gaps": ("year", "council_id"),
    "councils": TABLES["councils"].column_names,
    "dimensions": ("kind", "printed", "value"),
    "given_names": ("name", "variant"),
    "overrides": ("councillor_id", "council_id", "same_as", "distinct_from", "reason", "source"),
    "programmes": TABLES["programmes"].column_names,
    "rules": ("rule", "severity", "title", "meaning", "message", "advice"),
    "titles": ("title", "stands_for_given_name"),
}


def load_sources(
    connection: duckdb.DuckDBPyConnection,
    extracts: Extracts,
    files: pl.DataFrame,
    rejected: pl.DataFrame,
    reference: Path,
    withheld: Sequence[WithheldRow] = (),
    fetched: Mapping[str, pl.DataFrame] | None = None,
) -> None:
    """Make the schemas `extracts` and `reference` in the connection's memory.

    Args:
        connection: Its in-memory database is named `memory`.
        extracts: Frames, or Parquet batches, for each table; a table that is left out is empty.
        files: One row a file found, columns `FILE_COLUMNS`.
        rejected: Columns of rejected_papers.
        reference: Folder of the registers.
        withheld: The rows that the audit of a candidate before this one set aside.
        fetched: Frames of `FETCHED`; a table that is left out is empty.

    Raises:
        ReferenceMissingError: A register is not in the folder.
    """
    connection.execute("create schema memory.extracts; create schema memory.reference")
    for table in EXTRACTS:
        _load_extract(connection, table, extracts.get(table, []))
    _load_frame(connection, "files", files.select(FILE_COLUMNS), FILE_COLUMNS)
    columns = TABLES["rejected_papers"].column_names
    _load_frame(connection, "rejected", rejected.select(columns), columns)
    _load_frame(connection, "withheld", _withheld_frame(withheld), WITHHELD_COLUMNS)
    _load_frame(connection, "relationships", _relationships(), RELATIONSHIP_COLUMNS)
    for name, entries in FETCHED.items():
        _load_fetched(connection, name, entries, (fetched or {}).get(name))
    for name, wanted in REGISTERS.items():
        _load_register(connection, reference / f"{name}.csv", wanted)


def _relationships() -> pl.DataFrame:
    """Which column refers to which table, as the tables are declared."""
    rows = [(table.name, *each) for table in TABLES.values() for each in table.references]
    return pl.DataFrame(rows, schema=RELATIONSHIP_COLUMNS, orient="row")


def _withheld_frame(withheld: Sequence[WithheldRow]) -> pl.DataFrame:
    schema = {name: COLUMNS[name].polars_type for name in WITHHELD_COLUMNS}
    return pl.DataFrame([astuple(row) for row in withheld], schema=schema, orient="row")


def _load_extract(
    connection: duckdb.DuckDBPyConnection, table: str, extract: pl.DataFrame | list[Path]
) -> None:
    columns = tuple(extract_schema(table))
    if isinstance(extract, pl.DataFrame):
        _load_frame(connection, table, extract.select(columns), columns)
    elif extract:
        batches = ", ".join(_quoted(path) for path in sorted(extract))
        connection.execute(
            f"create view memory.extracts.{table} as "
            f"select {', '.join(columns)} from read_parquet([{batches}])"
        )
    else:
        connection.execute(f"create table memory.extracts.{table} ({_declared(columns)})")


def _load_frame(
    connection: duckdb.DuckDBPyConnection, table: str, frame: pl.DataFrame, columns: tuple[str, ...]
) -> None:
    connection.register("incoming", frame.to_arrow())
    connection.execute(
        f"create table memory.extracts.{table} ({_declared(columns)}); "
        f"insert into memory.extracts.{table} by name select * from incoming"
    )
    connection.unregister("incoming")


def _load_fetched(
    connection: duckdb.DuckDBPyConnection,
    name: str,
    entries: Mapping[str, str],
    frame: pl.DataFrame | None,
) -> None:
    columns = ", ".join(f"{column} {COLUMNS[each].sql_type}" for column, each in entries.items())
    connection.execute(f"create table memory.extracts.{name} ({columns})")
    if frame is not None and not frame.is_empty():
        connection.register("incoming", frame.to_arrow())
        connection.execute(f"insert into memory.extracts.{name} by name select * from incoming")
        connection.unregister("incoming")


def _load_register(
    connection: duckdb.DuckDBPyConnection, path: Path, columns: tuple[str, ...]
) -> None:
    if not path.is_file():
        raise ReferenceMissingError(path)
    connection.execute(
        f"create table memory.reference.{path.stem} as "
        f"select {', '.join(columns)} from read_csv({_quoted(path)}, header = true, "
        "all_varchar = true, delim = ',', quote = '\"', escape = '\"')"
    )


def _declared(columns: tuple[str, ...]) -> str:
    return ", ".join(f"{name} {COLUMNS[name].sql_type}" for name in columns)


def _quoted(path: Path) -> str:
    escaped = str(path).replace("'", "''")
    return f"'{escaped}'"
