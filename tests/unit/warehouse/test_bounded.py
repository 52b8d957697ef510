"""How much memory and disk a build may take, and what is said where that is too little."""

from dataclasses import replace
from pathlib import Path

import duckdb
import pytest

from pipelines.runtime.limits import MEBIBYTE, Room
from pipelines.runtime.warehouse_errors import BuildTooLargeError, WriteFailedError
from pipelines.warehouse.bounded import bounded, execute_modestly

# Sorts more than 48 MiB hold, on one core as on many.
SORT = """
set threads = 1;
create table sorted as select md5(range::varchar) as word from range(800_000) order by word
"""


@pytest.fixture
def candidate(tmp_path: Path) -> Path:
    return tmp_path / "w.candidate.duckdb"


@pytest.fixture
def room(tmp_path: Path) -> Room:
    return Room(48 * MEBIBYTE, 1024 * MEBIBYTE, tmp_path / "state" / "spill")


def folders_in_use(connection: duckdb.DuckDBPyConnection) -> set[Path]:
    files = connection.execute("select path from duckdb_temporary_files()").fetchall()
    return {Path(path).parent for (path,) in files}


def test_what_does_not_fit_into_memory_goes_to_the_folder_and_then_away(
    candidate: Path, room: Room
) -> None:
    assert room.folder is not None
    left_by_a_kill = room.folder / "duckdb_temp_storage-0.tmp"
    left_by_a_kill.parent.mkdir(parents=True)
    left_by_a_kill.touch()

    with bounded(candidate, room, ":memory:") as connection:
        assert not left_by_a_kill.exists()
        connection.execute(SORT)
        assert folders_in_use(connection) == {room.folder}

    assert list(room.folder.parent.iterdir()) == []


def test_without_a_folder_it_goes_among_temporary_files(candidate: Path, room: Room) -> None:
    with bounded(candidate, Room(room.memory_bytes), ":memory:") as connection:
        connection.execute(SORT)
        (folder,) = folders_in_use(connection)

    assert not folder.parent.exists()
    assert list(candidate.parent.iterdir()) == []


@pytest.mark.parametrize(
    ("memory", "disk", "limit"),
    [
        pytest.param(4, 1024, "the limit is 4 MiB (BOARDPAPERS_BUILD_MEMORY)", id="memory"),
        pytest.param(48, 2, "the limit is 2 MiB (BOARDPAPERS_BUILD_DISK)", id="disk"),
    ],
)
def test_too_little_room_is_said_in_words(
    candidate: Path, room: Room, memory: int, disk: int, limit: str
) -> None:
    little = Room(memory * MEBIBYTE, disk * MEBIBYTE, room.folder)

    with (
        pytest.raises(BuildTooLargeError) as caught,
        bounded(candidate, little, ":memory:") as connection,
    ):
        connection.execute(SORT)

    assert str(caught.value) == (
        f"To build or check {candidate.parent / 'w.duckdb'} takes more room than it may: {limit}. "
        "What was published is whole. Raise the limit, or take the papers that came last out of "
        "the folder, and refresh again."
    )
    assert not little.folder or not little.folder.exists()


@pytest.mark.parametrize(
    "fault",
    [
        duckdb.FatalException("FATAL Error: Failed to write: Out of Memory Error: 4 MiB"),
        MemoryError(),
    ],
)
def test_memory_that_fails_within_something_else_is_told_as_memory(
    candidate: Path, room: Room, fault: Exception
) -> None:
    with pytest.raises(BuildTooLargeError), bounded(candidate, room, ":memory:"):
        raise fault


@pytest.mark.parametrize(
    "fault", [duckdb.IOException, duckdb.TransactionException, duckdb.FatalException]
)
def test_a_fault_of_the_disk_is_said_in_words(
    candidate: Path, room: Room, fault: type[duckdb.Error]
) -> None:
    with pytest.raises(WriteFailedError) as caught, bounded(candidate, room, ":memory:"):
        raise fault("FATAL Error: No space left on device\nand a trace of DuckDB's own")

    expected = WriteFailedError(
        candidate.parent / "w.duckdb", "FATAL Error: No space left on device"
    )
    assert str(caught.value) == str(expected)


def test_another_fault_is_none_of_the_machine(candidate: Path, room: Room) -> None:
    with (
        pytest.raises(duckdb.BinderException, match="no such column"),
        bounded(candidate, room, ":memory:"),
    ):
        raise duckdb.BinderException("no such column")


# A list of 64 MiB, which is copied as it grows and stays in memory, whatever goes to disk
LIST = "create table lists as select list(range) as numbers from range(8_000_000)"


def limit_of(connection: duckdb.DuckDBPyConnection) -> str:
    ((limit,),) = connection.execute("select current_setting('memory_limit')").fetchall()
    return str(limit)


def test_a_statement_has_more_memory_only_if_it_needs_it(candidate: Path, room: Room) -> None:
    ample = replace(room, memory_bytes=1024 * MEBIBYTE)
    with bounded(candidate, ample, ":memory:") as connection:
        execute_modestly(connection, "create table numbers as select 1 as number")
        assert limit_of(connection) == "128.0 MiB"
        execute_modestly(connection, LIST)
        assert limit_of(connection) == "1.0 GiB"
        execute_modestly(connection, "insert into numbers values (2)")
        assert limit_of(connection) == "128.0 MiB"
        assert connection.execute("select len(numbers) from lists").fetchall() == [(8_000_000,)]


def test_a_statement_never_has_more_memory_than_is_allowed(candidate: Path, room: Room) -> None:
    with bounded(candidate, room, ":memory:") as connection:
        execute_modestly(connection, "create table numbers as select 1 as number")
        assert limit_of(connection) == "48.0 MiB"
    with pytest.raises(BuildTooLargeError), bounded(candidate, room, ":memory:") as connection:
        execute_modestly(connection, LIST)
