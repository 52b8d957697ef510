"""The record of publications: the hash of a build's content, and the rows of `builds`."""

import hashlib
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import duckdb

from pipelines.runtime.errors import WarehouseUnusable
from pipelines.runtime.warehouse_errors import ForeignDatabaseError
from pipelines.schema.tables import TABLES

# The time of reading or fetching is not content; `builds` holds the hash itself, and check results
# are written after the rows.
NOT_CONTENT = frozenset({"ingested_at", "rejected_at", "fetched_at", "last_fetched_at"})
NOT_HASHED_TABLES = frozenset({"builds", "check_results"})
# Characters that no paper prints, so that neighbouring values cannot run together.
VALUE_END = "chr(31)"
NO_VALUE = "chr(30)"
# Halves of digests are added up: a sum of whole ones would need more than 128 bits.
LOWER_HALF = f"{2**64 - 1}::uhugeint"
HASH_PREFIX_LENGTH = 12


@dataclass(frozen=True, slots=True)
class Publication:
    """What is recorded of one build, besides its counts."""

    build_id: str
    built_at: datetime
    code_version: str
    content_hash: str


def content_hash(connection: duckdb.DuckDBPyConnection, catalog: str | None = None) -> str:
    """SHA-256 of the digests of all rows, independent of their order.

    The digests of a table's rows are added up, so threads and the order of papers do not matter
    and nothing needs sorting. Rows are read as text. Times of reading and the tables
    `builds` and `check_results` are left out.

    Args:
        connection: A connection to the warehouse.
        catalog: Name of the attached database; the default database if None.
    """
    digest = hashlib.sha256()
    for name in sorted(TABLES.keys() - NOT_HASHED_TABLES):
        digest.update(_digest_of(connection, name, catalog))
    return digest.hexdigest()


def table_hash(connection: duckdb.DuckDBPyConnection, table: str) -> str:
    """SHA-256 of one table's rows, independent of their order; times of reading are left out.

    Args:
        connection: A connection to the warehouse.
        table: A table of the contract.
    """
    return hashlib.sha256(_digest_of(connection, table)).hexdigest()


def recorded_hash(connection: duckdb.DuckDBPyConnection) -> str:
    """The content hash of its build, as a warehouse records it."""
    ((recorded,),) = connection.execute(
        "select content_hash from builds order by build_no desc limit 1"
    ).fetchall()
    return str(recorded)


def describe_publication(built_at: datetime, code_version: str, content: str) -> Publication:
    """Name a build after its time, UTC, and its content.

    A time without zone is taken to be UTC.

    >>> describe_publication(datetime(2031, 5, 6, 7, 8, 9), "1", "ab" * 32).build_id
    '20310506T070809Z-abababababab'
    """
    moment = built_at.astimezone(UTC).replace(tzinfo=None) if built_at.tzinfo else built_at
    build_id = f"{moment:%Y%m%dT%H%M%SZ}-{content[:HASH_PREFIX_LENGTH]}"
    return Publication(build_id, moment, code_version, content)


def record_publication(
    connection: duckdb.DuckDBPyConnection, publication: Publication, published: Path
) -> None:
    """Fill `builds` of the attached candidate: the rows of the published file, then a new one."""
    if published.is_file():
        _copy_former(connection, published)
    connection.execute(
        "delete from candidate.main.builds where build_id = ?", [publication.build_id]
    )
    connection.execute(
        """
        insert into candidate.main.builds by name
        select
            $build_id as build_id,
            (
                select coalesce(max(build_no), 0) + 1 from candidate.main.builds
            ) as build_no,
            $built_at as built_at,
            $code_version as code_version,
            $content_hash as content_hash,
            (select count(*) from papers) as papers,
            (select count(*) from quality_findings where severity = 'error') as findings_error,
            (select count(*) from quality_findings where severity = 'warning') as findings_warning
        """,
        {
            "build_id": publication.build_id,
            "built_at": publication.built_at,
            "code_version": publication.code_version,
            "content_hash": publication.content_hash,
        },
    )


def published_counts(published: Path, tables: Iterable[str]) -> dict[str, int]:
    """Rows of the published file's tables, without tables that an older file lacks.

    Raises:
        ForeignDatabaseError: The file is a foreign database.
        WarehouseUnusable: The file is damaged.
    """
    if not published.is_file() or not published.stat().st_size:
        return {}
    try:
        return _counts(published, tables)
    except duckdb.Error as error:
        raise WarehouseUnusable(published, str(error).splitlines()[0]) from error


def _counts(published: Path, tables: Iterable[str]) -> dict[str, int]:
    with _readable(published) as path, duckdb.connect(str(path), read_only=True) as connection:
        found = connection.execute(
            "select table_name from duckdb_tables() where schema_name = 'main'"
        ).fetchall()
        there = {name for (name,) in found}
        if "builds" not in there:
            raise ForeignDatabaseError(published)
        return {
            name: connection.table(name).count("*").fetchall()[0][0]
            for name in tables
            if name in there
        }


def _digest_of(
    connection: duckdb.DuckDBPyConnection, table: str, catalog: str | None = None
) -> bytes:
    """The name of a table, how many rows it has, and the sums of their digests."""
    place = f"{catalog}.main.{table}" if catalog else f"main.{table}"
    columns = [column for column in TABLES[table].column_names if column not in NOT_CONTENT]
    values = ", ".join(f'coalesce(cast("{column}" as varchar), {NO_VALUE})' for column in columns)
    row = connection.execute(
        f"""
        with digests as (
            select md5_number(concat_ws({VALUE_END}, {values})) as digest from {place}
        )
        select
            count(*),
            sum(cast(digest >> 64 as hugeint)),
            sum(cast(digest & {LOWER_HALF} as hugeint)),
        from digests
        """
    ).fetchone()
    return f"{table} {row}\n".encode()


def _copy_former(connection: duckdb.DuckDBPyConnection, published: Path) -> None:
    try:
        with _readable(published) as path:
            _copy_rows(connection, path)
    except duckdb.CatalogException as error:
        raise ForeignDatabaseError(published) from error


@contextmanager
def _readable(published: Path) -> Iterator[Path]:
    """The published file, or a copy of it while an analyst has it open for writing."""
    copy = published.with_name(published.stem + ".former.duckdb")
    copy.unlink(missing_ok=True)  # A killed run may have left it.
    try:
        duckdb.connect(str(published), read_only=True).close()
    except duckdb.IOException:
        shutil.copyfile(published, copy)
        try:
            yield copy
        finally:
            copy.unlink()
    else:
        yield published


def _copy_rows(connection: duckdb.DuckDBPyConnection, published: Path) -> None:
    escaped = str(published).replace("'", "''")
    connection.execute(f"attach '{escaped}' as former (read_only)")
    try:
        there = {name for name, *_ in connection.execute("describe former.main.builds").fetchall()}
        # An older file may lack a newer column; its rows are kept all the same.
        shared = [name for name in TABLES["builds"].column_names if name in there - {"build_no"}]
        order = "build_no" if "build_no" in there else "built_at, build_id"
        connection.execute(
            "insert into candidate.main.builds by name "
            f"select {', '.join(shared)}, row_number() over (order by {order}) as build_no "
            "from former.main.builds"
        )
    finally:
        connection.execute("detach former")
