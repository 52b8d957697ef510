"""All tables as one SQLite file: with types, keys, indexes and full-text search of passages."""

import sqlite3
from collections.abc import Iterator
from datetime import date, datetime, time
from decimal import Decimal
from pathlib import Path

import yaml

from pipelines.exports.frames import DICTIONARY, Frame
from pipelines.exports.spreadsheet_text import Value
from pipelines.schema.tables import TABLES, TABLES_FOR_PEOPLE, Table

NAME, METADATA_NAME = "boardpapers.sqlite", "metadata.yml"
DATABASE = NAME.removesuffix(".sqlite")
# Money is NUMERIC, so that it can be summed; days and times are ISO text, which sorts.
SQLITE_TYPES = {
    "INTEGER": "INTEGER",
    "BOOLEAN": "INTEGER",
    "DOUBLE": "REAL",
    "DECIMAL(18,2)": "NUMERIC",
}
# Columns that people filter by, besides those that refer to another table
INDEXED = ("meeting_date", "meeting_year", "programme_id", "table_name")
# A row is called by the first of these columns that it has
LABELS = ("label", "title", "name", "councillor_name", "council_name", "board_name")
SEARCHED = "passages"


def write_sqlite(frames: Iterator[Frame], out: Path) -> list[Path]:
    """Write the database, and what Datasette shows beside it.

    Run `datasette boardpapers.sqlite -m metadata.yml` in the folder to look at it.
    """
    path = out / NAME
    path.unlink(missing_ok=True)
    with sqlite3.connect(path) as database:
        for frame in frames:
            database.execute(_declared(frame))
            marks = ", ".join("?" for _ in frame.columns)
            database.executemany(
                f'insert into "{frame.name}" values ({marks})',
                (tuple(map(_plain, row)) for row in frame.rows),
            )
        for table in TABLES.values():
            for column in sorted({*(each for each, *_ in table.references), *INDEXED}):
                if column in table.column_names and table.key[0] != column:
                    database.execute(
                        f'create index "{table.name}_{column}" on "{table.name}" ("{column}")'
                    )
        database.execute(
            f"create virtual table {SEARCHED}_fts using fts5 (text, heading, content = "
            f"'{SEARCHED}', tokenize = 'porter unicode61 remove_diacritics 2')"
        )
        database.execute(f"insert into {SEARCHED}_fts ({SEARCHED}_fts) values ('rebuild')")
    database.close()
    metadata = out / METADATA_NAME
    text = yaml.safe_dump(_metadata(), sort_keys=False, allow_unicode=True, width=100)
    metadata.write_text(text, encoding="utf-8")
    return [path, metadata]


def _declared(frame: Frame) -> str:
    lines = [
        f'"{name}" {SQLITE_TYPES.get(sql_type, "TEXT")}'
        for name, sql_type in zip(frame.columns, frame.types, strict=True)
    ]
    if frame.name in TABLES:
        table = TABLES[frame.name]
        key = ", ".join(f'"{column}"' for column in table.key)
        lines.append(f"primary key ({key})")
        lines += [
            f'foreign key ("{column}") references "{other}" ("{there}")'
            for column, other, there in table.references
        ]
    return f'create table "{frame.name}" (' + ", ".join(lines) + ")"


def _plain(value: Value) -> Value:
    """SQLite has numbers and text alone: days and times are ISO text."""
    if isinstance(value, date | datetime | time):
        return value.isoformat()
    return str(value) if isinstance(value, Decimal) else value


def _metadata() -> dict[str, object]:
    """The data dictionary as Datasette reads it."""
    tables = {table.name: _described(table) for table in TABLES_FOR_PEOPLE}
    tables[DICTIONARY] = {"description": "One row: one column of a table, with its meaning."}
    return {
        "title": "Board papers",
        "description": "What board papers say of people, programmes, decisions and money. "
        "Every row names its paper, place and words.",
        "databases": {DATABASE: {"tables": tables}},
    }


def _described(table: Table) -> dict[str, object]:
    described: dict[str, object] = {"description": f"One row: {table.row}."}
    label = next((name for name in LABELS if name in table.column_names), None)
    if label:
        described["label_column"] = label
    if table.name == SEARCHED:
        described |= {"fts_table": f"{SEARCHED}_fts", "fts_pk": "rowid"}
    described["columns"] = {column.name: column.meaning for column in table.columns}
    return described
