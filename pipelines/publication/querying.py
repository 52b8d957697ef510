"""Reads the published warehouse, and never writes.

It knows no table, so that a query waits for no library but DuckDB.
"""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from threading import Event, Thread
from typing import Any

import duckdb

from pipelines.ingestion.memory import resident_bytes
from pipelines.runtime.errors import InputMissing, QueryFailed, WarehouseUnusable
from pipelines.runtime.limits import MEBIBYTE

# DuckDB gives the column of count(*) a name that nobody would type.
COUNT_AS_NAMED, COUNT_AS_WRITTEN = "count_star()", "count(*)"
# DuckDB ends the process if it cannot write its log, and a query may not write anything.
LOGGING = re.compile(r"\benable_logging\b", re.IGNORECASE)
# Number of rows between two checks of the memory
ROWS_AT_A_TIME = 1_000
# Seconds between two interrupts; one sent before the query has started is lost.
INTERRUPT_EVERY_SECONDS = 0.05


@dataclass(frozen=True, slots=True)
class QueryLimits:
    """The limits for one query.

    Attributes:
        seconds: Time until the last row is read; most questions take less than one.
        memory_bytes: The limit for DuckDB, and for the growth of the process while rows are read.
    """

    seconds: float = 60
    memory_bytes: int = 2048 * MEBIBYTE


DEFAULT_QUERY_LIMITS = QueryLimits()


@dataclass(frozen=True, slots=True)
class QueryResult:
    """The answer to a query: names of the columns, and the rows."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Any, ...], ...]


def open_warehouse(warehouse: Path, memory_bytes: int | None = None) -> duckdb.DuckDBPyConnection:
    """Open a published warehouse for reading; a query on it can reach no other file.

    Args:
        warehouse: The published file.
        memory_bytes: DuckDB's memory limit, without a file to swap to; no statement can change it.
            None for DuckDB's own default.

    Raises:
        InputMissing: There is no such file.
        WarehouseUnusable: It is a folder, or not a DuckDB file.
    """
    if warehouse.is_dir():
        raise WarehouseUnusable(warehouse, "it is a folder")
    if not warehouse.is_file():
        raise InputMissing(
            warehouse, "The warehouse", "Make it with boardpapers refresh, or name another"
        )
    settings: dict[str, str | bool | int | float | list[str]] = {"enable_external_access": False}
    if memory_bytes is not None:
        settings |= {
            "memory_limit": f"{memory_bytes // MEBIBYTE}MiB",
            "temp_directory": "",
            "lock_configuration": True,
        }
    try:
        return duckdb.connect(str(warehouse), read_only=True, config=settings)
    except duckdb.Error as error:
        raise WarehouseUnusable(warehouse, str(error).splitlines()[0]) from error


def run_query(warehouse: Path, sql: str, limits: QueryLimits = DEFAULT_QUERY_LIMITS) -> QueryResult:
    """Run one query.

    Raises:
        QueryFailed: DuckDB does not accept it, it is not one statement, or it goes over a limit.
    """
    too_large = QueryFailed(
        f"It needs more than {limits.memory_bytes // MEBIBYTE:,} MiB of memory. Ask for less, or "
        "raise the limit with --max-memory."
    )
    over = Event()
    with open_warehouse(warehouse, limits.memory_bytes) as connection:
        try:
            _check_statement(connection, sql)
            with _time_limit(connection, limits.seconds, over):
                most = resident_bytes() + limits.memory_bytes
                relation = connection.execute(sql)
                named = tuple(name for name, *_ in relation.description or ())
                written = tuple(_as_written(name, sql) for name in named)
                columns = written if len({*written}) == len({*named}) else named
                rows: list[tuple[Any, ...]] = []
                while some := relation.fetchmany(ROWS_AT_A_TIME):
                    rows += some
                    if resident_bytes() > most:
                        raise too_large
                return QueryResult(columns, tuple(rows))
        except (duckdb.OutOfMemoryException, MemoryError) as error:
            raise too_large from error
        except duckdb.Error as error:
            # DuckDB says more than one thing of a query that was interrupted while rows were read.
            if over.is_set():
                raise QueryFailed(
                    f"It took more than {limits.seconds:g} s. Ask for less, or raise the limit "
                    "with --max-seconds."
                ) from error
            raise QueryFailed(str(error)) from error


def _as_written(name: str, sql: str) -> str:
    """The name of a column as the query has it; DuckDB spells computed ones its own way.

    >>> _as_written("CAST(day AS VARCHAR)", "select cast(day  as varchar) from meetings")
    'cast(day as varchar)'
    """
    name = name.replace(COUNT_AS_NAMED, COUNT_AS_WRITTEN)
    if name.isidentifier():
        return name
    places = [place for place, character in enumerate(sql) if not character.isspace()]
    wanted = "".join(character.lower()[:1] for character in name if not character.isspace())
    first = "".join(sql[place].lower()[:1] for place in places).find(wanted)
    if first < 0:
        return name
    written = sql[places[first] : places[first + len(wanted) - 1] + 1]
    return " ".join(written.split())


def _check_statement(connection: duckdb.DuckDBPyConnection, sql: str) -> None:
    """Refuse anything but a single statement with text, and statements that would end the process.

    A pivot is two statements to DuckDB: one without text, which finds the columns, comes first.
    """
    try:
        sql.encode()
    except UnicodeEncodeError as error:
        raise QueryFailed("It is not text.") from error
    statements = [
        statement
        for statement in connection.extract_statements(sql)
        if statement.query or statement.type != duckdb.StatementType.CREATE
    ]
    if len(statements) != 1:
        raise QueryFailed(f"It holds {len(statements) or 'no'} statements; give one.")
    if LOGGING.search(sql):
        raise QueryFailed("A query writes no log: leave enable_logging out.")


@contextmanager
def _time_limit(
    connection: duckdb.DuckDBPyConnection, seconds: float, over: Event
) -> Iterator[None]:
    """Interrupt a connection's query when its time is over, and set `over` before."""
    done = Event()

    def interrupt_when_over() -> None:
        if done.wait(seconds):
            return
        over.set()
        connection.interrupt()
        while not done.wait(INTERRUPT_EVERY_SECONDS):
            connection.interrupt()

    watch = Thread(target=interrupt_when_over, daemon=True)
    watch.start()
    try:
        yield
    finally:
        done.set()
        watch.join()
