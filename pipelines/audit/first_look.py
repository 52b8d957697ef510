"""A first look at all tables at once, which says where some checks hold.

Most checks hold. A statement for each table costs the same few milliseconds however small the
table is, and the patterns of contact details are compiled again for each. So small tables are
looked at together, and only where that finds something is the table checked by itself.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

import duckdb

from pipelines.audit.contact_details import holds_contact
from pipelines.audit.structure import COLUMN_TYPES, CONTACT_DETAILS, UNIQUE_KEY, texts_and_words
from pipelines.schema.tables import Table
from pipelines.warehouse.bounded import LACKS

# Rows of a table whose texts are gathered with those of others; they fit into memory.
SMALL_ROWS = 5_000
GATHERED = "gathered_texts"


@dataclass(frozen=True, slots=True)
class FirstLook:
    """What a first look found.

    Attributes:
        columns: The columns of each table that is there, in order, with their types.
        holding: The tables in which each of some checks holds, by the name of the check. Of other
            tables nothing is known.
    """

    columns: Mapping[str, Mapping[str, str]]
    holding: Mapping[str, Collection[str]]

    def is_known_to_hold(self, check: str, table: str) -> bool:
        """Whether a check of a table needs no second look."""
        return table in self.holding.get(check, ())


def look_at_all(connection: duckdb.DuckDBPyConnection, tables: Collection[Table]) -> FirstLook:
    """Look at some tables of a warehouse."""
    columns = _columns(connection)
    typed = [table for table in tables if _is_as_declared(table, columns.get(table.name, {}))]
    few_rows = _small_tables(connection)
    small = [table for table in typed if table.name in few_rows]
    return FirstLook(
        columns=columns,
        holding={
            COLUMN_TYPES: {table.name for table in typed},
            UNIQUE_KEY: _without_repeated_keys(connection, typed),
            CONTACT_DETAILS: _without_contacts(connection, small),
        },
    )


def _columns(connection: duckdb.DuckDBPyConnection) -> dict[str, dict[str, str]]:
    found = connection.execute(
        "select table_name, column_name, data_type from duckdb_columns() where "
        "schema_name = 'main' and database_name = current_database() "
        "order by table_name, column_index"
    ).fetchall()
    columns: dict[str, dict[str, str]] = {}
    for table, column, data_type in found:
        columns.setdefault(table, {})[column] = data_type
    return columns


def _is_as_declared(table: Table, there: Mapping[str, str]) -> bool:
    return all(there.get(column.name) == column.sql_type for column in table.columns)


def _small_tables(connection: duckdb.DuckDBPyConnection) -> set[str]:
    found = connection.execute(
        "select table_name from duckdb_tables() where schema_name = 'main' "
        f"and database_name = current_database() and estimated_size <= {SMALL_ROWS}"
    ).fetchall()
    return {name for (name,) in found}


def _without_repeated_keys(
    connection: duckdb.DuckDBPyConnection, tables: Collection[Table]
) -> Collection[str]:
    """The tables with no key twice."""
    if not tables:
        return ()
    repeated = " union all ".join(
        f"select '{table.name}' as checked_table from {table.name} "
        f"group by {', '.join(table.key)} having count(*) > 1"
        for table in tables
    )
    found = connection.execute(f"select distinct checked_table from ({repeated})").fetchall()
    return {table.name for table in tables} - {name for (name,) in found}


def _without_contacts(
    connection: duckdb.DuckDBPyConnection, tables: Iterable[Table]
) -> Collection[str]:
    """The tables without a contact detail; none if they cannot be looked at together."""
    texts = dict(_texts(tables))
    if not texts:
        return ()
    # In a table, because a condition on a union is compiled for each of its parts.
    try:
        connection.execute(f"create temp table {GATHERED} as {' union all '.join(texts.values())}")
        found = connection.execute(
            f"select distinct checked_table from {GATHERED} "
            f"where {holds_contact(['texts'], ['words'])}"
        ).fetchall()
        connection.execute(f"drop table {GATHERED}")
    except LACKS:
        raise
    except duckdb.Error:
        return ()
    return texts.keys() - {name for (name,) in found}


def _texts(tables: Iterable[Table]) -> Iterator[tuple[str, str]]:
    for table in tables:
        texts, words = texts_and_words(table)
        if texts:
            yield (
                table.name,
                f"select '{table.name}' as checked_table, {_joined(texts)} as texts, "
                f"{_joined(words) if words else 'null'} as words from {table.name}",
            )


def _joined(columns: Collection[str]) -> str:
    # Patterns match within one line, so a line break keeps two columns apart.
    return f"concat_ws('\n', {', '.join(columns)})"
