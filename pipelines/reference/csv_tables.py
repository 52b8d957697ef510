"""Reads the CSV files of `data/reference`; errors give the file and the line."""

import csv
import hashlib
from datetime import date
from functools import lru_cache
from pathlib import Path

from pipelines.runtime.errors import BoardpapersError

FOLDERS_KEPT = 4  # a process reads one, tests read a few


class RegisterError(BoardpapersError):
    """A file of the register is missing, or a line of it cannot be read."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(path, reason)
        self.path = path
        self.reason = reason

    def __str__(self) -> str:
        return (
            f"{self.path}: {self.reason}. No name can be resolved without this register: mend the "
            "line, or restore the file from the repository."
        )


def read_table(folder: Path, name: str, columns: tuple[str, ...]) -> list[dict[str, str]]:
    """Read one CSV file of the register.

    Args:
        folder: The folder of the registers.
        name: The file name without its ending.
        columns: Required columns.

    Returns:
        One dict per line; an empty cell is an empty string.

    Raises:
        RegisterError: The file is missing, or lacks one of the columns.
    """
    path = folder / f"{name}.csv"
    if not path.is_file():
        raise RegisterError(path, "no such file")
    with path.open(encoding="utf-8", newline="") as file:
        reader = csv.DictReader(file)
        missing = [column for column in columns if column not in (reader.fieldnames or ())]
        if missing:
            raise RegisterError(path, f"lacks the columns {', '.join(missing)}")
        return list(reader)


def read_date(path: Path, text: str) -> date | None:
    """A date as YYYY-MM-DD; None if the cell is empty."""
    if not text:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise RegisterError(path, f"{text!r} is not a date as YYYY-MM-DD") from error


def is_valid_on(on: date | None, valid_from: date | None, valid_to: date | None) -> bool:
    """Whether a day is in a validity period, both ends included; open ends and no day match.

    >>> is_valid_on(date(2001, 4, 1), date(2001, 4, 1), None)
    True
    >>> is_valid_on(date(2009, 1, 1), None, date(2008, 12, 31))
    False
    """
    if on is None:
        return True
    return (valid_from is None or valid_from <= on) and (valid_to is None or on <= valid_to)


def version_of(folder: Path) -> str:
    """The first 16 hex digits of the SHA-256 of all CSV files, in the order of their names."""
    files = ((path, path.stat()) for path in sorted(folder.glob("*.csv")))
    stamps = (
        (path, stat.st_ino, stat.st_size, stat.st_mtime_ns, stat.st_ctime_ns)
        for path, stat in files
    )
    return _digest(tuple(stamps))


@lru_cache(maxsize=FOLDERS_KEPT)
def _digest(stamps: tuple[tuple[Path, int, int, int, int], ...]) -> str:
    """The digest of some files, which are read again only if one of them was written to."""
    digest = hashlib.sha256()
    for path, *_ in stamps:
        digest.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()[:16]
