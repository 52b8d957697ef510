"""Opens DuckDB for a build or an audit with limits of memory and disk, and explains a shortage."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import duckdb

from pipelines.ingestion.memory import memory_there_is
from pipelines.publication.publishing import published_path
from pipelines.runtime.limits import MEBIBYTE, Room, name_limit
from pipelines.runtime.warehouse_errors import BuildTooLargeError, WriteFailedError

# A disk that is full in the middle of a checkpoint is a fatal error of the whole database.
DISK_FAULTS = (duckdb.IOException, duckdb.TransactionException, duckdb.FatalException)
MEMORY_FAULTS = (duckdb.OutOfMemoryException, MemoryError)
# Faults of the machine, not of the SQL
LACKS = (*MEMORY_FAULTS, *DISK_FAULTS)
# Less than this is too little for any build, and a machine that has twice as much is small.
LEAST_MEMORY = 512 * MEBIBYTE
# Enough for nearly every statement. DuckDB takes and keeps all the memory that it may: with the
# whole limit, the process would grow with the number of papers.
MODEST_MEMORY = 128 * MEBIBYTE
ALLOWED = "allowed_memory"
# Words of DuckDB: memory failed within something else; the disk is at its limit
OUT_OF_MEMORY, DISK_LIMIT = "Out of Memory", "max_temp_directory_size"


@contextmanager
def bounded(
    candidate: Path, room: Room, database: str | None = None, *, read_only: bool = False
) -> Iterator[duckdb.DuckDBPyConnection]:
    """Open a database within limits; what was put on disk is removed when it is closed.

    Args:
        candidate: The build, for messages.
        room: The limits.
        database: What to open; None for the candidate itself.
        read_only: Whether to open it for reading only.

    Raises:
        BuildTooLargeError: There is not enough room.
        WriteFailedError: The disk is full, or the folder cannot be written.
    """
    with _spill_folder(room) as folder:
        limits = replace(
            room,
            memory_bytes=room.memory_bytes or max(memory_there_is() // 2, LEAST_MEMORY),
            disk_bytes=room.disk_bytes or shutil.disk_usage(folder.parent).free // 2,
        )
        try:
            with duckdb.connect(database or str(candidate), read_only=read_only) as connection:
                _limit(connection, limits, folder)
                yield connection
        except LACKS as error:
            warehouse, said = published_path(candidate), str(error)
            if isinstance(error, MEMORY_FAULTS) or OUT_OF_MEMORY in said:
                lacking = "disk_bytes" if DISK_LIMIT in said else "memory_bytes"
                raise BuildTooLargeError(warehouse, name_limit(lacking, limits)) from error
            raise WriteFailedError(warehouse, said.splitlines()[0]) from error


def hold_back_memory(connection: duckdb.DuckDBPyConnection) -> None:
    """Let a bounded connection take a modest part of its memory, until it is given all."""
    allowed = _allowed_memory(connection)
    connection.execute(f"set memory_limit = '{min(allowed, MODEST_MEMORY)}B'")


def give_all_memory(connection: duckdb.DuckDBPyConnection) -> None:
    """Let a bounded connection take all its memory again."""
    connection.execute(f"set memory_limit = '{_allowed_memory(connection)}B'")


def execute_modestly(connection: duckdb.DuckDBPyConnection, statement: str) -> None:
    """Run a statement that leaves nothing behind if it fails, with all memory if it needs that."""
    hold_back_memory(connection)
    try:
        connection.execute(statement)
    except duckdb.OutOfMemoryException:
        give_all_memory(connection)
        connection.execute(statement)


def _allowed_memory(connection: duckdb.DuckDBPyConnection) -> int:
    ((allowed,),) = connection.execute(f"select getvariable('{ALLOWED}')").fetchall()
    return int(allowed)


@contextmanager
def _spill_folder(room: Room) -> Iterator[Path]:
    """The folder for what does not fit into memory; DuckDB makes it if it needs it."""
    if room.folder is None:
        with TemporaryDirectory(prefix="boardpapers-") as folder:
            yield Path(folder) / "spill"
        return
    room.folder.parent.mkdir(parents=True, exist_ok=True)
    shutil.rmtree(room.folder, ignore_errors=True)  # A kill may have left it.
    try:
        yield room.folder
    finally:
        shutil.rmtree(room.folder, ignore_errors=True)


def _limit(connection: duckdb.DuckDBPyConnection, limits: Room, folder: Path) -> None:
    # DuckDB ignores a limit of the disk that is given when it connects.
    escaped = str(folder).replace("'", "''")
    connection.execute(f"set variable {ALLOWED} = {limits.memory_bytes}")
    give_all_memory(connection)
    connection.execute(f"set temp_directory = '{escaped}'")
    connection.execute(f"set max_temp_directory_size = '{limits.disk_bytes}B'")
