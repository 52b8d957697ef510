"""What the files of an export are made of: tables in the order of their keys, the dictionary."""

from collections.abc import Iterator
from dataclasses import dataclass

import duckdb

from pipelines.exports.spreadsheet_text import Value
from pipelines.schema.tables import TABLES, TABLES_FOR_PEOPLE

DICTIONARY = "data_dictionary"
DICTIONARY_COLUMNS = (
    "table_name",
    "column_no",
    "column_name",
    "sql_type",
    "key_position",
    "meaning",
)
DICTIONARY_TYPES = ("VARCHAR", "INTEGER", "VARCHAR", "VARCHAR", "INTEGER", "VARCHAR")
ROWS_AT_A_TIME = 10_000


@dataclass(frozen=True, slots=True)
class Frame:
    """One table to write: its columns with their types, and its rows in the order of its key."""

    name: str
    columns: tuple[str, ...]
    types: tuple[str, ...]
    rows: Iterator[tuple[Value, ...]]


def dictionary_frame() -> Frame:
    """One row for each column of each table."""
    return Frame(DICTIONARY, DICTIONARY_COLUMNS, DICTIONARY_TYPES, _dictionary_rows())


def frames(connection: duckdb.DuckDBPyConnection) -> Iterator[Frame]:
    """The dictionary, then every table, marts first."""
    yield dictionary_frame()
    for table in TABLES_FOR_PEOPLE:
        types = tuple(column.sql_type for column in table.columns)
        rows = fetched(connection, select_sorted(table.name))
        yield Frame(table.name, table.column_names, types, rows)


def select_sorted(name: str) -> str:
    """A query of all of a table, in the order of its key."""
    table = TABLES[name]
    columns = ", ".join(f'"{column}"' for column in table.column_names)
    keys = ", ".join(f'"{column}" nulls last' for column in table.key)
    return f'select {columns} from "{name}" order by {keys}'


def fetched(connection: duckdb.DuckDBPyConnection, query: str) -> Iterator[tuple[Value, ...]]:
    """The rows of a query, of which only some are in memory at a time."""
    cursor = connection.cursor().execute(query)
    while rows := cursor.fetchmany(ROWS_AT_A_TIME):
        yield from rows


def _dictionary_rows() -> Iterator[tuple[Value, ...]]:
    for table in TABLES_FOR_PEOPLE:
        for number, column in enumerate(table.columns, start=1):
            place = table.key.index(column.name) + 1 if column.name in table.key else None
            yield table.name, number, column.name, column.sql_type, place, column.meaning
