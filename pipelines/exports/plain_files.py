"""Each table as a file of its own: Parquet, which keeps types and comments, or CSV."""

import csv
from collections.abc import Iterator
from pathlib import Path

import duckdb

from pipelines.exports.frames import (
    DICTIONARY,
    DICTIONARY_COLUMNS,
    DICTIONARY_TYPES,
    Frame,
    dictionary_frame,
    select_sorted,
)
from pipelines.exports.spreadsheet_text import safe_text
from pipelines.schema.tables import TABLES_FOR_PEOPLE, Table


def write_parquet(warehouse: Path, out: Path) -> list[Path]:
    """Write a Parquet file for each table, with its comments in the metadata of the file.

    The metadata has `comment` for the table, `key` for the columns of its key, and `comment.COLUMN`
    for each column.
    """
    written = [_write_dictionary(out / f"{DICTIONARY}.parquet")]
    # A separate connection, because the one for queries cannot write files.
    with duckdb.connect(str(warehouse), read_only=True) as connection:
        for table in TABLES_FOR_PEOPLE:
            path = out / f"{table.name}.parquet"
            pairs = ", ".join(f"{_text(name)}: {_text(said)}" for name, said in _comments(table))
            connection.execute(
                f"copy ({select_sorted(table.name)}) to {_text(str(path))} "
                f"(format parquet, kv_metadata {{{pairs}}})"
            )
            written.append(path)
    return written


def write_csv(frames: Iterator[Frame], out: Path) -> list[Path]:
    """Write a CSV file for each table, in which no text is a formula to a spreadsheet."""
    written = []
    for frame in frames:
        path = out / f"{frame.name}.csv"
        with path.open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file, lineterminator="\n")
            writer.writerow(frame.columns)
            writer.writerows(map(safe_text, row) for row in frame.rows)
        written.append(path)
    return written


def _write_dictionary(path: Path) -> Path:
    declared = ", ".join(map(" ".join, zip(DICTIONARY_COLUMNS, DICTIONARY_TYPES, strict=True)))
    marks = ", ".join("?" for _ in DICTIONARY_COLUMNS)
    with duckdb.connect() as memory:
        memory.execute(f"create table dictionary ({declared})")
        memory.executemany(f"insert into dictionary values ({marks})", [*dictionary_frame().rows])
        memory.table("dictionary").write_parquet(str(path))
    return path


def _comments(table: Table) -> Iterator[tuple[str, str]]:
    yield "comment", f"One row: {table.row}."
    yield "key", " ".join(table.key)
    yield from ((f"comment.{column.name}", column.meaning) for column in table.columns)


def _text(value: str) -> str:
    escaped = value.replace("'", "''")
    return f"'{escaped}'"
