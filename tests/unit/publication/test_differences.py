"""Two builds as small files, and every kind of row that can differ between them."""

from datetime import datetime
from pathlib import Path

import duckdb
import pytest

from pipelines.publication.differences import (
    Edition,
    RowDifference,
    TableDifference,
    count_differences,
    find_editions,
    list_differences,
)
from pipelines.publication.kept_builds import keep_build
from pipelines.runtime.errors import InputMissing, WarehouseUnusable
from pipelines.runtime.settings import Settings

# board_id, name, successor_board_id
EARLIER = [
    ("quay-board", "Quay Board", None),
    ("dock-board", "Dock Board", "quay-board"),
    ("old-board", "Old Board", None),
]
LATER = [
    ("quay-board", "Quay Board", None),
    ("dock-board", "Dock Board", None),
    ("new-board", "New Board", None),
]


def edition(path: Path, build_id: str, boards: list[tuple[str | None, ...]]) -> Edition:
    """A file with the tables that these tests are about."""
    with duckdb.connect(str(path)) as connection:
        connection.execute(
            "create table boards (board_id varchar, name varchar, successor_board_id varchar);"
            "create table builds (build_id varchar, build_no integer);"
            "create table rejected_papers "
            "(source_path varchar, sha256 varchar, reason varchar, rejected_at timestamp)"
        )
        connection.executemany("insert into boards values (?, ?, ?)", boards)
        connection.execute("insert into builds values (?, 1)", [build_id])
    return Edition(build_id, path)


@pytest.fixture
def editions(tmp_path: Path) -> tuple[Edition, Edition]:
    return (
        edition(tmp_path / "a.duckdb", "first", EARLIER),
        edition(tmp_path / "b.duckdb", "second", LATER),
    )


def test_rows_are_counted_by_what_became_of_them(editions: tuple[Edition, Edition]) -> None:
    assert count_differences(*editions) == [TableDifference("boards", 1, 1, 1)]


def test_a_build_does_not_differ_from_itself(editions: tuple[Edition, Edition]) -> None:
    assert count_differences(editions[0], editions[0]) == []


def test_rows_are_listed_by_key_with_what_changed(editions: tuple[Edition, Edition]) -> None:
    assert list_differences(*editions, "boards", 10) == [
        RowDifference(
            "changed",
            {"board_id": "dock-board"},
            {"successor_board_id": "quay-board"},
            {"successor_board_id": None},
        ),
        RowDifference(
            "added",
            {"board_id": "new-board"},
            {},
            {"name": "New Board", "successor_board_id": None},
        ),
        RowDifference(
            "removed",
            {"board_id": "old-board"},
            {"name": "Old Board", "successor_board_id": None},
            {},
        ),
    ]


def test_no_more_rows_are_listed_than_asked_for(editions: tuple[Edition, Edition]) -> None:
    rows = list_differences(*editions, "boards", 2)
    assert [row.key["board_id"] for row in rows] == ["dock-board", "new-board"]


def test_the_time_of_a_rejection_is_no_difference(editions: tuple[Edition, Edition]) -> None:
    for each, hour in zip(editions, (6, 7), strict=True):
        with duckdb.connect(str(each.path)) as connection:
            connection.execute(
                "insert into rejected_papers values ('a.pdf', 'ab', 'The paper is locked.', ?)",
                [datetime(2031, 5, 6, hour)],  # noqa: DTZ001 - a column without zone
            )
    assert list_differences(*editions, "rejected_papers", 10) == []


def test_a_key_that_is_null_is_a_key(editions: tuple[Edition, Edition]) -> None:
    for each, name in zip(editions, ("Pier", "Mole"), strict=True):
        with duckdb.connect(str(each.path)) as connection:
            connection.execute("insert into boards values (null, ?, null)", [name])
    assert RowDifference("changed", {"board_id": None}, {"name": "Pier"}, {"name": "Mole"}) in (
        list_differences(*editions, "boards", 10)
    )


def test_a_table_that_came_since_is_added_row_by_row(editions: tuple[Edition, Edition]) -> None:
    with duckdb.connect(str(editions[1].path)) as connection:
        connection.execute("create table programmes (programme_id varchar, name varchar)")
        connection.execute("insert into programmes values ('oak', 'Oak Academy')")
    assert count_differences(*editions, only="programmes") == [
        TableDifference("programmes", 1, 0, 0)
    ]
    assert count_differences(*reversed(editions), only="programmes") == [
        TableDifference("programmes", 0, 0, 1)
    ]


def test_a_column_that_came_since_is_no_difference(editions: tuple[Edition, Edition]) -> None:
    with duckdb.connect(str(editions[1].path)) as connection:
        connection.execute("alter table boards drop column successor_board_id")
    assert count_differences(*editions) == [TableDifference("boards", 1, 0, 1)]


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """A warehouse with three publications, all kept."""
    settings = Settings(warehouse=tmp_path / "w.duckdb")
    for build_id in ("one", "two", "three"):
        settings.warehouse.unlink(missing_ok=True)
        edition(settings.warehouse, build_id, EARLIER)
        keep_build(settings, build_id)
    return settings


@pytest.mark.parametrize(
    ("earlier", "later", "ids"),
    [
        pytest.param(None, None, ("two", "three"), id="published against the one before"),
        pytest.param("one", None, ("one", "three"), id="published against a named one"),
        pytest.param("one", "two", ("one", "two"), id="two named ones"),
        pytest.param(None, "two", ("one", "two"), id="a named one against the one before"),
    ],
)
def test_builds_are_found(
    settings: Settings, earlier: str | None, later: str | None, ids: tuple[str, str]
) -> None:
    found = find_editions(settings, earlier, later)
    assert (found[0].build_id, found[1].build_id) == ids


def test_a_build_can_be_named_by_its_file(settings: Settings, tmp_path: Path) -> None:
    other = edition(tmp_path / "candidate.duckdb", "four", LATER)
    assert find_editions(settings, str(settings.warehouse), str(other.path))[1] == other


def test_a_build_that_is_not_kept_is_named(settings: Settings) -> None:
    with pytest.raises(InputMissing, match=r"build or file five .*kept: three, two, one"):
        find_editions(settings, "five")


def test_the_first_build_has_none_before_it(settings: Settings) -> None:
    with pytest.raises(InputMissing, match="A build before one in"):
        find_editions(settings, None, "one")


def test_a_database_of_somebody_else_is_refused(settings: Settings, tmp_path: Path) -> None:
    with duckdb.connect(str(tmp_path / "other.duckdb")) as connection:
        connection.execute("create table t (a integer)")
    with pytest.raises(WarehouseUnusable, match="builds"):
        find_editions(settings, str(tmp_path / "other.duckdb"))
