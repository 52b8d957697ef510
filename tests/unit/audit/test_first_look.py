from collections.abc import Iterator

import duckdb
import pytest

from pipelines.audit.first_look import SMALL_ROWS, look_at_all
from pipelines.audit.structure import COLUMN_TYPES, CONTACT_DETAILS, UNIQUE_KEY
from pipelines.schema.tables import TABLES

TABLES_LOOKED_AT = [TABLES["councillors"], TABLES["board_lineage"], TABLES["council_codes"]]


@pytest.fixture
def connection() -> Iterator[duckdb.DuckDBPyConnection]:
    """Three tables as they are declared, without rows."""
    with duckdb.connect() as connection:
        for table in TABLES_LOOKED_AT:
            columns = ", ".join(f"{column.name} {column.sql_type}" for column in table.columns)
            connection.execute(f"create table {table.name} ({columns})")
        yield connection


def holding(connection: duckdb.DuckDBPyConnection, check: str) -> set[str]:
    return set(look_at_all(connection, TABLES_LOOKED_AT).holding[check])


def test_a_contact_detail_is_found_in_its_table(connection: duckdb.DuckDBPyConnection) -> None:
    connection.execute("insert into councillors (name) values ('Ask a.bee@weir.example')")
    assert holding(connection, CONTACT_DETAILS) == {"board_lineage", "council_codes"}


def test_a_column_of_another_type_is_found_in_its_table(
    connection: duckdb.DuckDBPyConnection,
) -> None:
    connection.execute("alter table board_lineage alter name type integer")
    connection.execute("alter table council_codes drop code")
    assert holding(connection, COLUMN_TYPES) == {"councillors"}
    assert holding(connection, CONTACT_DETAILS) == {"councillors"}


def test_a_key_that_is_there_twice_is_found(connection: duckdb.DuckDBPyConnection) -> None:
    connection.execute("insert into councillors (councillor_id) values ('bo'), (null), (null)")
    assert holding(connection, UNIQUE_KEY) == {"board_lineage", "council_codes"}


def test_nothing_is_known_of_a_large_table(connection: duckdb.DuckDBPyConnection) -> None:
    connection.execute(f"insert into councillors (name) select 'Bo' from range({SMALL_ROWS + 1})")
    assert holding(connection, CONTACT_DETAILS) == {"board_lineage", "council_codes"}
