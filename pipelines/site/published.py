"""The published tables, as rows whose columns are attributes."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import groupby
from pathlib import Path
from types import SimpleNamespace

import duckdb

from pipelines.runtime.errors import InputMissing, WarehouseUnusable

# Rows that are fetched at a time, so that a long table is never in memory as a whole.
ROWS_AT_A_TIME = 2_000


class Row(SimpleNamespace):
    """One row of a query; each column is an attribute of its name, NULL is None."""


class Published:
    """Asks one published warehouse, which is opened read-only."""

    def __init__(self, connection: duckdb.DuckDBPyConnection, warehouse: Path) -> None:
        self._connection = connection
        self._warehouse = warehouse

    def rows(self, query: str) -> list[Row]:
        """All rows of a query."""
        return list(self.stream(query))

    def by(self, key: str, query: str) -> dict[str, list[Row]]:
        """The rows of a query by the text of one column; rows without it are left out."""
        return group_by(self.rows(query), key)

    def stream(self, query: str) -> Iterator[Row]:
        """The rows of a query one by one.

        Raises:
            WarehouseUnusable: The warehouse lacks a table or a column.
        """
        try:
            cursor = self._connection.cursor().execute(query)
            names = [column[0] for column in cursor.description or ()]
            while found := cursor.fetchmany(ROWS_AT_A_TIME):
                yield from (Row(**dict(zip(names, values, strict=True))) for values in found)
        except duckdb.Error as error:
            reason = f"it lacks what the site shows ({str(error).splitlines()[0]})"
            raise WarehouseUnusable(self._warehouse, reason) from error


@contextmanager
def open_published(warehouse: Path) -> Iterator[Published]:
    """Open a published warehouse.

    Raises:
        InputMissing: There is no such file.
        WarehouseUnusable: The file is no warehouse.
    """
    if not warehouse.is_file():
        raise InputMissing(warehouse, "The warehouse", "Run `boardpapers refresh` first")
    try:
        connection = duckdb.connect(str(warehouse), read_only=True)
    except duckdb.Error as error:
        raise WarehouseUnusable(warehouse, str(error).splitlines()[0]) from error
    with connection:
        yield Published(connection, warehouse)


def group_by(rows: Iterable[Row], key: str) -> dict[str, list[Row]]:
    """Rows by the text of one column, in their order; rows without it are left out."""
    grouped: dict[str, list[Row]] = {}
    for row in rows:
        value = getattr(row, key)
        if value is not None:
            grouped.setdefault(str(value), []).append(row)
    return grouped


def runs_of(rows: Iterable[Row], key: str) -> Iterator[tuple[str, list[Row]]]:
    """Rows that follow each other with one value of a column, one run at a time."""
    for value, run in groupby(rows, key=lambda row: getattr(row, key)):
        yield str(value), list(run)
