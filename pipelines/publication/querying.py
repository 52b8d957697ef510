"""Reads the published warehouse, and never writes."""

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from threading import Event, Thread
from typing import Any

import duckdb

from pipelines.ingestion.memory import resident_bytes
from pipelines.runtime.errors import InputMissing, QueryFailed, WarehouseUnusable
from pipelines.runtime.limits import MEBIBYTE
from pipelines.schema.tables import FACTS, TABLES

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


@dataclass(frozen=True, slots=True)
class WarehouseStatus:
    """What a published warehouse holds.

    Attributes:
        builds: Publications since the first.
        rejected: Path and reason of each paper that is not in it.
        proofs: How many rows of the fact tables have each proof.
    """

    warehouse: Path
    build_id: str
    built_at: datetime
    builds: int
    papers: int
    rows: Mapping[str, int]
    findings: Mapping[str, int]
    rejected: tuple[tuple[str, str], ...]
    proofs: Mapping[str, int] = field(default_factory=dict)


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
                names = (name for name, *_ in relation.description or ())
                columns = tuple(name.replace(COUNT_AS_NAMED, COUNT_AS_WRITTEN) for name in names)
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


def read_status(warehouse: Path) -> WarehouseStatus:
    """Read a summary of a published warehouse.

    A file of older code may lack newer tables: they are left out.

    Raises:
        WarehouseUnusable: It is not a warehouse.
    """
    with open_warehouse(warehouse) as connection:
        try:
            found = connection.execute(
                "select table_name from duckdb_tables() where schema_name = 'main'"
            )
            there = {name for (name,) in found.fetchall()}
            counts = " union all ".join(
                f"select {place} as place, '{name}' as name, count(*) as rows from {name}"
                for place, name in enumerate(TABLES)
                if name in there
            )
            last = connection.execute(
                "select build_id, built_at, papers, count(*) over () from builds "
                "order by build_no desc limit 1"
            ).fetchone()
            rows = connection.execute(f"select name, rows from ({counts}) order by place")
            row_counts = dict(rows.fetchall())
            findings = connection.execute(
                "select severity, count(*) from quality_findings group by all order by severity"
            )
            finding_counts = dict(findings.fetchall())
            rejected = connection.execute(
                "select source_path, reason from rejected_papers order by source_path"
            ).fetchall()
            proofs = _proofs(connection)
        except duckdb.Error as error:
            raise WarehouseUnusable(warehouse, str(error).splitlines()[0]) from error
    if last is None:
        raise WarehouseUnusable(warehouse, "its table builds is empty")
    build_id, built_at, papers, builds = last
    return WarehouseStatus(
        warehouse,
        build_id,
        built_at,
        builds,
        papers,
        row_counts,
        finding_counts,
        tuple(rejected),
        proofs,
    )


def _proofs(connection: duckdb.DuckDBPyConnection) -> dict[str, int]:
    """How many facts have each proof, most first; a table of older code may lack the column."""
    found = connection.execute(
        "select table_name from duckdb_columns() where schema_name = 'main' and "
        "column_name = 'proof' and list_contains($facts, table_name) order by table_name",
        {"facts": list(FACTS)},
    )
    facts = " union all ".join(f"select proof from {name}" for (name,) in found.fetchall())
    if not facts:
        return {}
    counted = f"select proof, count(*) from ({facts}) group by proof order by count(*) desc, proof"
    return dict(connection.execute(counted).fetchall())
