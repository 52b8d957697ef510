"""Every format holds every table, sorted by key; words of papers stay words."""

import csv
import sqlite3
import zipfile
from pathlib import Path

import duckdb
import pytest

from pipelines.exports.export import Format, export
from pipelines.schema.tables import TABLES, TABLES_FOR_PEOPLE

TITLE = '=HYPERLINK("http://example.org/", "Harbour")'


@pytest.fixture(scope="module")
def warehouse(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Empty tables, but for three boards, of which one has a name like a formula."""
    path = tmp_path_factory.mktemp("out") / "w.duckdb"
    with duckdb.connect(str(path)) as connection:
        for table in TABLES.values():
            declared = ", ".join(f'"{column.name}" {column.sql_type}' for column in table.columns)
            connection.execute(f"create table {table.name} ({declared})")
        connection.executemany(
            "insert into boards (board_id, name) values (?, ?)",
            [("quay", TITLE), ("dock", "Dock Board"), ("ferry", None)],
        )
        connection.execute("insert into budget_lines (paper_id, amount_gbp) values ('a', -2.5)")
    return path


def test_parquet_holds_every_table_with_its_types(warehouse: Path, tmp_path: Path) -> None:
    paths = export(warehouse, tmp_path, "parquet")
    assert [path.stem for path in paths] == [
        "data_dictionary",
        *(table.name for table in TABLES_FOR_PEOPLE),
    ]
    found = duckdb.sql(f"select board_id, name from '{tmp_path}/boards.parquet'").fetchall()
    assert found == [("dock", "Dock Board"), ("ferry", None), ("quay", TITLE)]
    described = duckdb.sql(f"describe select * from '{tmp_path}/meetings.parquet'").fetchall()
    types = {name: sql_type for name, sql_type, *_ in described}
    kept = dict(
        duckdb.sql(
            "select decode(key), decode(value) "
            f"from parquet_kv_metadata('{tmp_path}/boards.parquet')"
        ).fetchall()
    )
    assert (kept["comment"], kept["key"]) == ("One row: one board.", "board_id")
    assert kept["comment.name"] == TABLES["boards"].columns[1].meaning
    assert types == {column.name: column.sql_type for column in TABLES["meetings"].columns}


def test_csv_is_no_formula(warehouse: Path, tmp_path: Path) -> None:
    export(warehouse, tmp_path, "csv")
    with (tmp_path / "boards.csv").open(encoding="utf-8", newline="") as file:
        rows = [row[:2] for row in csv.reader(file)]
    assert rows == [
        ["board_id", "name"],
        ["dock", "Dock Board"],
        ["ferry", ""],
        ["quay", f"'{TITLE}"],
    ]
    with (tmp_path / "budget_lines.csv").open(encoding="utf-8", newline="") as file:
        (line,) = csv.DictReader(file)
    assert (line["paper_id"], float(line["amount_gbp"])) == ("a", -2.5)


def test_sqlite_holds_every_table_and_the_dictionary(warehouse: Path, tmp_path: Path) -> None:
    path, _ = export(warehouse, tmp_path, "sqlite")
    with sqlite3.connect(path) as database:
        query = "select name from sqlite_master where type = 'table' and name not like '%fts%'"
        names = {name for (name,) in database.execute(query)}
        boards = database.execute("select board_id, name from boards").fetchall()
        keys = database.execute(
            "select column_name, sql_type from data_dictionary "
            "where table_name = 'boards' and key_position = 1"
        ).fetchall()
    database.close()
    assert names == {"data_dictionary", *TABLES}
    assert boards == [("dock", "Dock Board"), ("ferry", None), ("quay", TITLE)]
    assert keys == [("board_id", "VARCHAR")]


def test_a_workbook_holds_text_and_no_formula(warehouse: Path, tmp_path: Path) -> None:
    (path,) = export(warehouse, tmp_path, "xlsx")
    with zipfile.ZipFile(path) as book:
        sheets = [name for name in book.namelist() if name.startswith("xl/worksheets/sheet")]
        written = "".join(book.read(name).decode() for name in sheets)
    assert len(sheets) == len(TABLES) + 2
    assert "&apos;=HYPERLINK" in written or "'=HYPERLINK" in written
    assert "<f>" not in written


@pytest.mark.parametrize("form", ["parquet", "csv", "xlsx"])
def test_the_same_warehouse_gives_the_same_bytes(
    warehouse: Path, tmp_path: Path, form: Format
) -> None:
    first = export(warehouse, tmp_path / "first", form)
    second = export(warehouse, tmp_path / "second", form)
    assert [path.read_bytes() for path in first] == [path.read_bytes() for path in second]
