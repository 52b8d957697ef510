"""The list of people who asked to be left out of a warehouse.

The list is a file beside the warehouse. It is not a register, because registers are published with
the code and replaced by its updates, and not an extract, because extracts may be deleted at any
time.
"""

import csv
import hashlib
import io
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from filelock import FileLock

from pipelines.runtime.durable_files import replace_text

SUFFIX = ".forgotten.csv"
COLUMNS = ("name", "forgotten_on")


@dataclass(frozen=True, slots=True)
class ForgottenPerson:
    """One person to be left out of every publication."""

    name: str
    forgotten_on: date


def forgotten_path(warehouse: Path) -> Path:
    """The list that belongs to a warehouse."""
    return warehouse.with_name(warehouse.stem + SUFFIX)


def read_forgotten(warehouse: Path) -> tuple[ForgottenPerson, ...]:
    """The people to leave out of a warehouse, in the order of their names."""
    path = forgotten_path(warehouse)
    if not path.is_file():
        return ()
    with path.open(encoding="utf-8", newline="") as file:
        return tuple(
            ForgottenPerson(row["name"], date.fromisoformat(row["forgotten_on"]))
            for row in csv.DictReader(file)
        )


def name_digests(names: Iterable[str]) -> tuple[str, ...]:
    """Digests that stand for names in other files, which must not print the names themselves."""
    return tuple(hashlib.sha256(name.encode()).hexdigest() for name in sorted(names))


def forget_person(warehouse: Path, name: str, today: date) -> ForgottenPerson:
    """Put a person on the list; an existing entry stays as it is.

    Args:
        warehouse: The published file; it need not be there yet.
        name: Given name and surname, see `forgotten_names.read_name`.
        today: The day to record.
    """
    path = forgotten_path(warehouse)
    path.parent.mkdir(parents=True, exist_ok=True)
    # Without a lock, two commands at once would each overwrite the other's name.
    with FileLock(path.with_name(f".{path.name}.lock")):
        listed = {each.name: each for each in read_forgotten(warehouse)}
        forgotten = listed.setdefault(name, ForgottenPerson(name, today))
        text = io.StringIO()
        writer = csv.writer(text, lineterminator="\n")
        writer.writerow(COLUMNS)
        writer.writerows((each.name, each.forgotten_on) for _, each in sorted(listed.items()))
        replace_text(path, text.getvalue())
    return forgotten
