"""The printed cells behind the uptake figures."""

from datetime import date
from pathlib import Path

import duckdb

from pipelines.schema.tables import TABLES

MODELS = Path(__file__).parents[2] / "models"
MODEL = MODELS / "marts" / "uptake_sources.sql"
COUNTED = MODELS / "core" / "int_uptake_tables.sql"
PAPER = "00aa00aa00aa00aa"
AS_OF = date(2031, 11, 5)
PLACE = (False, PAPER, "p3:l40", "Upland 3 3", None, None, "agreed")
UPLAND = ("took_part", *PLACE)


def test_names_programme_and_paper_of_each_printed_cell() -> None:
    inputs = {
        "papers": [(PAPER, None, "autumn pack.txt", *[None] * 6, "Autumn pack", *[None] * 7)],
        "programmes": [("first-steps", "First Steps", "FS", None)],
        "leadership_stats": [
            ("2031/32", AS_OF, "first-steps", "FS", "region", "Upland", 3, *UPLAND),
            # A programme that is in no register keeps its id and has no name.
            ("2031/32", AS_OF, "gs", "GS", "region", "Upland", 0, *UPLAND),
            # The total column is every programme together, whatever id its cells were given.
            ("2031/32", AS_OF, "total", "Total", "region", "Upland", 3, *UPLAND),
            # The total row stays, under the programme of its column.
            ("2031/32", AS_OF, "first-steps", "FS", "region", "total", 3, *UPLAND),
            # A table of another status counts the same people and is behind no figure.
            ("2031/32", AS_OF, "first-steps", "FS", "region", "Upland", 9, "signed_up", *PLACE),
            # A value that no register has is behind no figure.
            ("2031/32", AS_OF, "first-steps", "FS", "region", "Overseas", 2, *UPLAND),
        ],
    }

    with duckdb.connect() as connection:
        for name, rows in inputs.items():
            columns = TABLES[name].columns
            declared = ", ".join(f"{column.name} {column.sql_type}" for column in columns)
            connection.execute(f"create table {name} ({declared})")
            marks = ", ".join("?" for _ in columns)
            connection.executemany(f"insert into {name} values ({marks})", rows)
        connection.execute(
            "create table stg_dimension_values as select 'region' as dimension, "
            "unnest(['Upland', 'total']) as dimension_value"
        )
        connection.execute(f"create table int_uptake_tables as {COUNTED.read_text()}")
        found = connection.sql(MODEL.read_text(encoding="utf-8"))

        assert list(zip(found.columns, map(str, found.types), strict=True)) == [
            (column.name, column.sql_type) for column in TABLES["uptake_sources"].columns
        ]
        source = (PAPER, "autumn pack.txt", "Autumn pack", "p3:l40", "Upland 3 3", "agreed")
        head = ("2031/32", AS_OF)
        assert sorted(found.fetchall(), key=lambda row: (row[6], row[4])) == [
            (*head, "first-steps", "First Steps", "FS", "region", "Upland", 3, *source),
            (*head, "gs", None, "GS", "region", "Upland", 0, *source),
            (*head, "all", None, "Total", "region", "Upland", 3, *source),
            (*head, "first-steps", "First Steps", "FS", "region", "total", 3, *source),
        ]
