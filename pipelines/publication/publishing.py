"""The places of a warehouse and its candidate, and how one replaces the other."""

import os
import stat
from contextlib import suppress
from pathlib import Path

from pipelines.runtime.warehouse_errors import UnfinishedCandidateError

CANDIDATE_SUFFIX = ".candidate.duckdb"
# For chown: leave the owner as it is.
KEPT_OWNER = -1


def candidate_path(warehouse: Path) -> Path:
    """The file beside a warehouse in which its next edition is built.

    >>> candidate_path(Path("data/warehouse/boardpapers.duckdb")).name
    'boardpapers.candidate.duckdb'
    """
    return warehouse.with_name(warehouse.stem + CANDIDATE_SUFFIX)


def published_path(candidate: Path) -> Path:
    """The warehouse whose next edition a candidate is.

    >>> published_path(Path("data/warehouse/boardpapers.candidate.duckdb")).name
    'boardpapers.duckdb'
    """
    return candidate.with_name(candidate.name.replace(CANDIDATE_SUFFIX, ".duckdb"))


def log_path(database: Path) -> Path:
    """The write-ahead log that DuckDB keeps beside a database while it is written."""
    return database.with_name(database.name + ".wal")


def left_by_refusal(warehouse: Path) -> str:
    """The state after a candidate was refused, as a sentence."""
    if warehouse.exists():
        return f"{warehouse} is as it was."
    return f"{warehouse} does not exist yet."


def publish(candidate: Path, warehouse: Path) -> None:
    """Replace the published warehouse by an audited candidate in one step.

    A reader sees the old file or the new one, never a part, and whoever could read the old one can
    read the new one. A log that a writer left beside the old warehouse is deleted, because DuckDB
    would replay it into the new one.

    Args:
        candidate: A closed file in the folder of `warehouse`.
        warehouse: The published file; it need not exist yet.

    Raises:
        UnfinishedCandidateError: The candidate does not exist, or was not closed.
    """
    if not candidate.is_file():
        raise UnfinishedCandidateError(candidate, "There is no such candidate.")
    if log_path(candidate).exists():
        raise UnfinishedCandidateError(candidate, "The candidate was not closed.")
    if warehouse.exists():
        _give_access(candidate, warehouse.stat())
    _sync(candidate)
    log_path(warehouse).unlink(missing_ok=True)
    os.replace(candidate, warehouse)  # noqa: PTH105 - named after the system call it relies on
    _sync(warehouse.parent)


def _give_access(candidate: Path, like: os.stat_result) -> None:
    """Give a file the group and mode of another.

    If the system does not allow the change of group, no other group gets its rights.
    """
    with suppress(PermissionError):
        os.chown(candidate, KEPT_OWNER, like.st_gid)
    has_group = candidate.stat().st_gid == like.st_gid
    mode = stat.S_IMODE(like.st_mode)
    candidate.chmod(mode if has_group else mode & ~stat.S_IRWXG)


def _sync(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
