"""Finds rows that were added, removed or changed between two builds, by table and key.

The comparison covers the same content as the content hash, so two builds with the same hash do not
differ: times of reading and the records of builds and checks are left out.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import duckdb

from pipelines.publication.builds import NOT_CONTENT, NOT_HASHED_TABLES
from pipelines.publication.kept_builds import build_missing, kept_builds
from pipelines.publication.left_out import require_obeyed
from pipelines.publication.querying import open_warehouse
from pipelines.runtime.errors import WarehouseUnusable
from pipelines.runtime.settings import Settings
from pipelines.schema.tables import TABLES

COMPARED = tuple(name for name in TABLES if name not in NOT_HASHED_TABLES)
# Rows of both builds by key, each with the values of both sides; equal rows are left out.
DIFFERING = """
with

sides as (
    select {keys}, {values} as before, null as after from {earlier}
    union all
    select {keys}, null as before, {values} as after from {later}
),

by_key as (
    select {keys}, any_value(before) as before, any_value(after) as after
    from sides
    group by {keys}
),

differing as (
    select
        *,
        case
            when before is null then 'added'
            when after is null then 'removed'
            else 'changed'
        end as change,
    from by_key
    where before is distinct from after
)
"""


@dataclass(frozen=True, slots=True)
class Edition:
    """One build to compare: its id and its file."""

    build_id: str
    path: Path


@dataclass(frozen=True, slots=True)
class TableDifference:
    """How many rows of one table differ."""

    table: str
    added: int
    changed: int
    removed: int


@dataclass(frozen=True, slots=True)
class RowDifference:
    """One row that differs.

    Attributes:
        change: `added`, `changed` or `removed`.
        key: The row's key, by column.
        before: Its other values in the earlier build, for a changed row only the changed ones;
            empty if it was added.
        after: The same in the later build; empty if it was removed.
    """

    change: str
    key: Mapping[str, Any]
    before: Mapping[str, Any]
    after: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class _Comparison:
    """A table in both builds: the shared columns, and the source to read in each."""

    key: tuple[str, ...]
    query: str


def find_editions(
    settings: Settings, earlier: str | None = None, later: str | None = None
) -> tuple[Edition, Edition]:
    """The two builds to compare, each given by its id or its file.

    Args:
        settings: Which warehouse.
        earlier: None for the build that was published before the later one.
        later: None for the published one.

    Raises:
        InputMissing: There is no such build or file, or none before.
        NotYetForgotten: A kept build may hold a person on the list of forgotten people.
        WarehouseUnusable: A file is not a warehouse.
    """
    after = _named(settings, later) if later else _edition_in(settings.warehouse)
    if earlier:
        return _named(settings, earlier), after
    require_obeyed(settings)
    kept = [Edition(build.build_id, build.path) for build in kept_builds(settings)]
    ids = [edition.build_id for edition in kept]
    older = kept[ids.index(after.build_id) + 1 :] if after.build_id in ids else kept
    if not older:
        raise build_missing(settings, f"A build before {after.build_id} in")
    return older[0], after


def count_differences(
    earlier: Edition, later: Edition, only: str | None = None
) -> list[TableDifference]:
    """How many rows of each table differ, in contract order; equal tables are left out.

    Args:
        earlier: The build before.
        later: The build after.
        only: One of `COMPARED`; None for all of them.

    Raises:
        WarehouseUnusable: A file cannot be read.
    """
    found = []
    with both_builds(earlier, later) as connection:
        for table in [only] if only else COMPARED:
            compared = _comparison(connection, table)
            counts = dict(
                connection.execute(
                    f"{compared.query} select change, count(*) from differing group by change"
                ).fetchall()
                if compared
                else []
            )
            if counts:
                numbers = (counts.get(change, 0) for change in ("added", "changed", "removed"))
                found.append(TableDifference(table, *numbers))
    return found


def list_differences(
    earlier: Edition, later: Edition, table: str, most: int
) -> list[RowDifference]:
    """The first rows of one table that differ, in the order of their keys.

    Args:
        earlier: The build before.
        later: The build after.
        table: One of `COMPARED`.
        most: The maximum number of rows.

    Raises:
        WarehouseUnusable: A file cannot be read.
    """
    with both_builds(earlier, later) as connection:
        compared = _comparison(connection, table)
        if compared is None:
            return []
        rows = connection.execute(
            f"{compared.query} select change, before, after, {_columns(compared.key)} "
            f"from differing order by {_columns(compared.key)} limit {most:d}"
        ).fetchall()
    return [
        _row(change, dict(zip(compared.key, key, strict=True)), before or {}, after or {})
        for change, before, after, *key in rows
    ]


def _named(settings: Settings, name: str) -> Edition:
    for build in kept_builds(settings):
        if build.build_id == name:
            require_obeyed(settings)
            return Edition(name, build.path)
    if not Path(name).is_file():
        raise build_missing(settings, f"The build or file {name} in")
    return _edition_in(Path(name))


def _edition_in(path: Path) -> Edition:
    """The build that a file holds, which is the last one it records."""
    with open_warehouse(path) as connection:
        try:
            last = connection.execute(
                "select build_id from builds order by build_no desc limit 1"
            ).fetchone()
        except duckdb.Error as error:
            raise WarehouseUnusable(path, str(error).splitlines()[0]) from error
    if last is None:
        raise WarehouseUnusable(path, "its table builds is empty")
    return Edition(last[0], path)


@contextmanager
def both_builds(earlier: Edition, later: Edition) -> Iterator[duckdb.DuckDBPyConnection]:
    """A connection to both files, which it cannot change."""
    # Data that does not fit into memory goes to a separate folder, not the caller's.
    with (
        TemporaryDirectory(prefix="boardpapers-diff-") as scratch,
        duckdb.connect(config={"temp_directory": scratch}) as connection,
    ):
        for name, edition in (("earlier", earlier), ("later", later)):
            escaped = str(edition.path).replace("'", "''")
            try:
                connection.execute(f"attach '{escaped}' as {name} (read_only)")
            except duckdb.Error as error:
                raise WarehouseUnusable(edition.path, str(error).splitlines()[0]) from error
        yield connection


def _comparison(connection: duckdb.DuckDBPyConnection, table: str) -> _Comparison | None:
    """What to compare of a table: the columns of both files, where one may be of older code.

    A table missing from one file counts as empty there; None if both files lack it. If the files
    do not share the key, all shared columns serve as the key.
    """
    held = {name: _held(connection, name, table) for name in ("earlier", "later")}
    there = [columns for columns in held.values() if columns]
    if not there:
        return None
    places = {name: f"{name}.main.{table}" for name in held}
    if not held["earlier"]:
        places["earlier"] = f"(select * from {places['later']} limit 0)"
    if not held["later"]:
        places["later"] = f"(select * from {places['earlier']} limit 0)"
    shared = set.intersection(*there) - NOT_CONTENT
    columns = tuple(name for name in TABLES[table].column_names if name in shared)
    key = TABLES[table].key if shared.issuperset(TABLES[table].key) else columns
    values = ", ".join(f'"{name}" := "{name}"' for name in columns)
    query = DIFFERING.format(keys=_columns(key), values=f"struct_pack({values})", **places)
    return _Comparison(key, query)


def _held(connection: duckdb.DuckDBPyConnection, database: str, table: str) -> set[str]:
    found = connection.execute(
        "select column_name from duckdb_columns() "
        "where database_name = $database and schema_name = 'main' and table_name = $table",
        {"database": database, "table": table},
    )
    return {name for (name,) in found.fetchall()}


def _columns(names: tuple[str, ...]) -> str:
    return ", ".join(f'"{name}"' for name in names)


def _row(
    change: str, key: Mapping[str, Any], before: Mapping[str, Any], after: Mapping[str, Any]
) -> RowDifference:
    """The row without the values of its key; for a changed row, only the changes."""
    names = [
        name
        for name in before or after
        if name not in key and (change != "changed" or before[name] != after[name])
    ]
    return RowDifference(
        change,
        key,
        {name: before[name] for name in names if before},
        {name: after[name] for name in names if after},
    )
