"""One small warehouse that keeps every rule."""

from pathlib import Path

import duckdb

from pipelines.schema.tables import TABLES
from tests.expectations.sound_marts import MARTS
from tests.expectations.sound_statements import STATEMENTS

ROWS = {**STATEMENTS, **MARTS}


def write_sound_warehouse(path: Path) -> Path:
    """A file with every table of the contract and the rows above."""
    with duckdb.connect(str(path)) as connection:
        for name, table in TABLES.items():
            columns = ", ".join(f"{column.name} {column.sql_type}" for column in table.columns)
            connection.execute(f"create table {name} ({columns})")
            for row in ROWS[name]:
                values = [row.get(column) for column in table.column_names]
                marks = ", ".join("?" for _ in values)
                connection.execute(f"insert into {name} values ({marks})", values)
    return path
