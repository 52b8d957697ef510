"""Writes the tables of a warehouse as files, sorted by key, and the data dictionary.

Text stays text: in formats that spreadsheets open, text that begins like a formula gets a
quotation mark in front. Numbers and dates are written as they are.
"""

import csv
import errno
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal
from pathlib import Path
from typing import Literal, TypeAlias

import duckdb
import xlsxwriter
from xlsxwriter.exceptions import FileCreateError

from pipelines.exports.spreadsheet_text import Value, safe_text
from pipelines.publication.querying import open_warehouse
from pipelines.runtime.errors import WarehouseUnusable
from pipelines.schema.tables import TABLES

Format: TypeAlias = Literal["parquet", "csv", "sqlite", "xlsx"]

DICTIONARY = "data_dictionary"
DICTIONARY_COLUMNS = (
    "table_name",
    "column_no",
    "column_name",
    "sql_type",
    "key_position",
    "meaning",
)
ROWS_AT_A_TIME = 10_000
WRITING_FAULTS = (duckdb.IOException, sqlite3.Error)
SQLITE_NAME, XLSX_NAME = "boardpapers.sqlite", "boardpapers.xlsx"
# Excel's limits: rows of a sheet with its header, characters of a cell and of a name.
MOST_SHEET_ROWS, MOST_CELL_CHARACTERS = 1_048_576, 32_767
LONGEST_SHEET_NAME = 31


@dataclass(frozen=True, slots=True)
class Frame:
    """One table to write: its columns, and its rows in the order of its key."""

    name: str
    columns: tuple[str, ...]
    rows: Iterator[tuple[Value, ...]]


def export(warehouse: Path, out: Path, form: Format) -> list[Path]:
    """Write every published table.

    Args:
        warehouse: A published file.
        out: A folder; files of the same names in it are replaced.
        form: One file per table for parquet and csv, one file for sqlite and xlsx.

    Returns:
        The files written, in order.

    Raises:
        InputMissing: There is no such warehouse.
        WarehouseUnusable: It cannot be opened, or lacks a table.
        OSError: The files cannot be written.
    """
    with open_warehouse(warehouse) as connection:
        out.mkdir(parents=True, exist_ok=True)
        try:
            if form == "parquet":
                connection.close()
                return _write_parquet(warehouse, out)
            writers = {"csv": _write_csv, "sqlite": _write_sqlite, "xlsx": _write_xlsx}
            return writers[form](_frames(connection), out)
        except (duckdb.CatalogException, duckdb.BinderException) as error:
            raise WarehouseUnusable(warehouse, str(error).splitlines()[0]) from error
        except FileCreateError as error:
            raise error.args[0] from error
        except WRITING_FAULTS as error:
            # These libraries raise their own exception types if the system does not let them write.
            raise OSError(errno.EIO, str(error).splitlines()[0], str(out)) from error


def dictionary_rows() -> Iterator[tuple[Value, ...]]:
    """One row for each column of each table, as `DICTIONARY_COLUMNS`."""
    for table in TABLES.values():
        for number, column in enumerate(table.columns, start=1):
            place = table.key.index(column.name) + 1 if column.name in table.key else None
            yield table.name, number, column.name, column.sql_type, place, column.meaning


def _select(name: str) -> str:
    table = TABLES[name]
    columns = ", ".join(f'"{column}"' for column in table.column_names)
    keys = ", ".join(f'"{column}" nulls last' for column in table.key)
    return f'select {columns} from "{name}" order by {keys}'


def _frames(connection: duckdb.DuckDBPyConnection) -> Iterator[Frame]:
    yield Frame(DICTIONARY, DICTIONARY_COLUMNS, dictionary_rows())
    for name, table in TABLES.items():
        yield Frame(name, table.column_names, _rows(connection, name))


def _rows(connection: duckdb.DuckDBPyConnection, name: str) -> Iterator[tuple[Value, ...]]:
    cursor = connection.cursor().execute(_select(name))
    while rows := cursor.fetchmany(ROWS_AT_A_TIME):
        yield from rows


def _write_parquet(warehouse: Path, out: Path) -> list[Path]:
    written = []
    # A separate connection, because the one for queries cannot write files.
    with duckdb.connect(str(warehouse), read_only=True) as connection:
        for name in TABLES:
            path = out / f"{name}.parquet"
            connection.sql(_select(name)).write_parquet(str(path))
            written.append(path)
    values = list(dictionary_rows())
    marks = ", ".join("?" for _ in DICTIONARY_COLUMNS)
    types = ("varchar", "integer", "varchar", "varchar", "integer", "varchar")
    with duckdb.connect() as memory:
        declared = ", ".join(map(" ".join, zip(DICTIONARY_COLUMNS, types, strict=True)))
        memory.execute(f"create table dictionary ({declared})")
        memory.executemany(f"insert into dictionary values ({marks})", values)
        path = out / f"{DICTIONARY}.parquet"
        memory.table("dictionary").write_parquet(str(path))
    return [path, *written]


def _write_csv(frames: Iterator[Frame], out: Path) -> list[Path]:
    written = []
    for frame in frames:
        path = out / f"{frame.name}.csv"
        with path.open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file, lineterminator="\n")
            writer.writerow(frame.columns)
            writer.writerows(map(safe_text, row) for row in frame.rows)
        written.append(path)
    return written


def _write_sqlite(frames: Iterator[Frame], out: Path) -> list[Path]:
    path = out / SQLITE_NAME
    path.unlink(missing_ok=True)
    with sqlite3.connect(path) as database:
        for frame in frames:
            names = ", ".join(f'"{name}"' for name in frame.columns)
            marks = ", ".join("?" for _ in frame.columns)
            database.execute(f'create table "{frame.name}" ({names})')
            database.executemany(
                f'insert into "{frame.name}" values ({marks})',
                (tuple(map(_plain, row)) for row in frame.rows),
            )
    database.close()
    return [path]


def _plain(value: Value) -> Value:
    """SQLite holds numbers and text alone: dates as ISO text, money as exact text."""
    if isinstance(value, date | datetime | time):
        return value.isoformat()
    return str(value) if isinstance(value, Decimal) else value


def _write_xlsx(frames: Iterator[Frame], out: Path) -> list[Path]:
    path = out / XLSX_NAME
    settings = {
        "constant_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
    }
    with xlsxwriter.Workbook(str(path), settings) as book:
        # The file is the same each time: it does not record when it was written.
        book.set_properties({"created": datetime(2000, 1, 1)})  # noqa: DTZ001 - a fixed date
        for frame in frames:
            _write_sheets(book, frame)
    return [path]


def _write_sheets(book: xlsxwriter.Workbook, frame: Frame) -> None:
    """One sheet per table; a table longer than a sheet continues on the next."""
    dated = book.add_format({"num_format": "yyyy-mm-dd"})
    sheet, line = _new_sheet(book, frame), 1
    for row in frame.rows:
        if line == MOST_SHEET_ROWS:
            sheet, line = _new_sheet(book, frame), 1
        for column, value in enumerate(row):
            if isinstance(value, str):
                text = str(safe_text(value))
                sheet.write_string(line, column, text[:MOST_CELL_CHARACTERS])
            elif isinstance(value, datetime | time):
                sheet.write_string(line, column, value.isoformat())
            elif isinstance(value, date):
                sheet.write_datetime(line, column, value, dated)
            elif value is not None:
                sheet.write(line, column, value)
        line += 1


def _new_sheet(book: xlsxwriter.Workbook, frame: Frame) -> xlsxwriter.worksheet.Worksheet:
    """A sheet with a header; a name that is too long or taken ends in the sheet's number."""
    name = frame.name[:LONGEST_SHEET_NAME]
    if book.get_worksheet_by_name(name):
        end = f" {len(book.worksheets()) + 1}"
        name = frame.name[: LONGEST_SHEET_NAME - len(end)] + end
    sheet = book.add_worksheet(name)
    sheet.write_row(0, 0, frame.columns)
    return sheet
