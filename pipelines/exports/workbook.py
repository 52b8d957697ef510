"""All tables as one Excel workbook: a cover with links, then a sheet for each table, marts first.

A row that names its place in a paper has a link to the passage there, and a figure of uptake to the
printed cells that it is made of.
"""

from dataclasses import dataclass, field
from datetime import date, datetime, time
from decimal import Decimal
from pathlib import Path

import duckdb
import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from pipelines.exports.frames import DICTIONARY, Frame, dictionary_frame, fetched, select_sorted
from pipelines.exports.sources import source_of
from pipelines.exports.spreadsheet_text import Value, safe_text
from pipelines.schema.tables import TABLES_FOR_PEOPLE, Table

NAME = "boardpapers.xlsx"
COVER = "Contents"
# Excel's limits: rows of a sheet with its head, characters of a cell and of a name, and links
MOST_SHEET_ROWS, MOST_CELL_CHARACTERS, LONGEST_NAME, MOST_LINKS = 1_048_576, 32_767, 31, 65_530
SMALL_WORDS = ("by", "of", "in", "the")
NARROWEST, WIDEST = 8, 60  # columns, in characters
SOURCE = "source"
DATE, PERCENT, POUNDS, COUNT, RATE, PLAIN = (
    *("yyyy-mm-dd", "0.0 %", "£#,##0;[Red]-£#,##0", "#,##0", "0.0", "General"),
)
NOT_COUNTS = ("year",)  # numbers that have no thousands


@dataclass(slots=True)
class _Sheets:
    """The sheets of one table: the one that is written to, its next row, and its widths."""

    name: str
    sheet: Worksheet
    line: int = 1
    links: int = 0
    widths: list[int] = field(default_factory=list)


def write_workbook(connection: duckdb.DuckDBPyConnection, out: Path) -> list[Path]:
    """Write the workbook; the same warehouse gives the same bytes."""
    path = out / NAME
    settings = {
        "constant_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
    }
    with xlsxwriter.Workbook(str(path), settings) as book:
        # The file is the same each time: it does not record when it was written.
        book.set_properties({"created": datetime(2000, 1, 1)})  # noqa: DTZ001 - a fixed date
        writer = _Writer(book)
        writer.write_cover(connection)
        for table in TABLES_FOR_PEOPLE:
            types = tuple(column.sql_type for column in table.columns)
            source = source_of(table)
            query = source.query if source else select_sorted(table.name)
            columns = (*table.column_names, SOURCE) if source else table.column_names
            frame = Frame(table.name, columns, types, fetched(connection, query))
            writer.write_table(frame, source.table if source else None)
        writer.write_table(dictionary_frame())
    return [path]


def sheet_name(table: str) -> str:
    """The name of a table as a sheet may have it, without small words if it is too long.

    >>> sheet_name("peer_challenge_coverage_by_region")
    'peer_challenge_coverage_region'
    """
    if len(table) <= LONGEST_NAME:
        return table
    words = [word for word in table.split("_") if word not in SMALL_WORDS]
    return "_".join(words)[:LONGEST_NAME]


class _Writer:
    """Writes sheets of one book, with its formats."""

    def __init__(self, book: xlsxwriter.Workbook) -> None:
        self._book = book
        self._head = book.add_format({"bold": True, "bottom": 1, "valign": "top"})
        self._title = book.add_format({"bold": True, "font_size": 16})
        self._link = book.add_format({"font_color": "#0563C1", "underline": 1})
        self._formats: dict[str, Format] = {
            pattern: book.add_format({"num_format": pattern, "valign": "top"})
            for pattern in (DATE, PERCENT, POUNDS, COUNT, RATE, PLAIN)
        }

    def write_cover(self, connection: duckdb.DuckDBPyConnection) -> None:
        """Write what each sheet is for, with a link to it."""
        sheet = self._book.add_worksheet(COVER)
        sheet.hide_gridlines(2)
        sheet.set_column(0, 0, 34)
        sheet.set_column(1, 1, 10)
        sheet.set_column(2, 2, 100)
        last = connection.execute(
            "select build_id, built_at, papers from builds order by build_no desc limit 1"
        ).fetchone()
        sheet.write_string(0, 0, "Board papers", self._title)
        if last:
            build_id, built_at, papers = last
            said = f"{papers:,} papers, as of {built_at:%Y-%m-%d}, build {build_id}"
            sheet.write_string(1, 0, said)
        sheet.write_string(2, 0, f"The column {SOURCE} of a sheet leads to the words in the paper.")
        line = 4
        for floor, title in (("marts", "Answers"), ("core", "What they are made of")):
            for column, head in enumerate((title, "rows", "one row is")):
                sheet.write_string(line, column, head, self._head)
            for table in TABLES_FOR_PEOPLE:
                if table.floor == floor:
                    line += 1
                    self._cover_line(sheet, line, table, connection)
            line += 2
        sheet.write_url(line, 0, f"internal:'{DICTIONARY}'!A1", self._link, DICTIONARY)
        sheet.write_string(line, 2, "one column of a sheet, with its meaning")

    def _cover_line(
        self, sheet: Worksheet, line: int, table: Table, connection: duckdb.DuckDBPyConnection
    ) -> None:
        counted = connection.execute(f'select count(*) from "{table.name}"').fetchone()
        target = f"internal:'{sheet_name(table.name)}'!A1"
        sheet.write_url(line, 0, target, self._link, table.name)
        sheet.write_number(line, 1, counted[0] if counted else 0, self._formats[COUNT])
        sheet.write_string(line, 2, table.row)

    def write_table(self, frame: Frame, source: str | None = None) -> None:
        """Write a table; one that is longer than a sheet continues on the next.

        Args:
            frame: With a source, the last value of a row is the number of the row there.
            source: The table whose sheet the rows have links to.
        """
        formats = [
            self._formats[_pattern(name, sql_type)]
            for name, sql_type in zip(frame.columns, frame.types, strict=False)
        ]
        sheets = self._begin(frame, 1)
        count = 1
        for row in frame.rows:
            if sheets.line == MOST_SHEET_ROWS:
                self._end(sheets, frame)
                count += 1
                sheets = self._begin(frame, count)
            self._write_row(sheets, row, source, formats)
            sheets.line += 1
        self._end(sheets, frame)

    def _begin(self, frame: Frame, count: int) -> _Sheets:
        name = _numbered(sheet_name(frame.name), count)
        sheet = self._book.add_worksheet(name)
        sheet.freeze_panes(1, 0)
        sheet.write_row(0, 0, frame.columns, self._head)
        return _Sheets(name, sheet, widths=[len(column) + 2 for column in frame.columns])

    def _end(self, sheets: _Sheets, frame: Frame) -> None:
        """Set what depends on all rows: the filter and the widths."""
        sheets.sheet.autofilter(0, 0, max(sheets.line - 1, 1), len(frame.columns) - 1)
        for column, width in enumerate(sheets.widths):
            sheets.sheet.set_column(column, column, min(max(width, NARROWEST), WIDEST))

    def _write_row(
        self,
        sheets: _Sheets,
        row: tuple[Value, ...],
        source: str | None,
        formats: list[Format],
    ) -> None:
        for column, value in enumerate(row):
            if value is None:
                continue
            if source and column == len(formats):
                self._write_link(sheets, column, source, int(str(value)))
                continue
            sheets.widths[column] = max(sheets.widths[column], len(str(value)) + 1)
            _write_cell(sheets.sheet, sheets.line, column, value, formats[column])

    def _write_link(self, sheets: _Sheets, column: int, source: str, number: int) -> None:
        """Write a link to a row of another table, by its number there."""
        if sheets.links == MOST_LINKS:
            return
        sheets.links += 1
        before, line = divmod(number - 1, MOST_SHEET_ROWS - 1)
        target = f"internal:'{_numbered(sheet_name(source), before + 1)}'!A{line + 2}"
        sheets.sheet.write_url(sheets.line, column, target, self._link, "see")


def _numbered(name: str, count: int) -> str:
    end = "" if count == 1 else f" {count}"
    return name[: LONGEST_NAME - len(end)] + end


def _pattern(name: str, sql_type: str) -> str:
    """How the numbers of a column are shown."""
    if sql_type == "DATE":
        return DATE
    if sql_type == "DECIMAL(18,2)":
        return POUNDS
    if sql_type == "DOUBLE":
        is_share = "share" in name or name.endswith("_rate")
        return PERCENT if is_share else RATE
    return COUNT if sql_type == "INTEGER" and name not in NOT_COUNTS else PLAIN


def _write_cell(sheet: Worksheet, line: int, column: int, value: Value, shown: Format) -> None:
    if isinstance(value, str):
        sheet.write_string(line, column, str(safe_text(value))[:MOST_CELL_CHARACTERS])
    elif isinstance(value, datetime | time):
        sheet.write_string(line, column, value.isoformat())
    elif isinstance(value, date):
        sheet.write_datetime(line, column, value, shown)
    elif isinstance(value, bool):
        sheet.write_boolean(line, column, value)
    elif isinstance(value, int | float | Decimal):
        sheet.write_number(line, column, value, shown)
