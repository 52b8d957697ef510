"""The list of people who asked to be left out of a warehouse.

The list stands beside the warehouse: not in the registers, which an update of the code replaces
and which are published with it, and not among the extracts, which may be deleted at any time.
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
    """What other files say of names on the list: they tell names apart and do not print them."""
    return tuple(hashlib.sha256(name.encode()).hexdigest() for name in sorted(names))


def forget_person(warehouse: Path, name: str, today: date) -> ForgottenPerson:
    """Put a person on the list; one who is there already stays as before.

    Args:
        warehouse: The published file; it need not be there yet.
        name: Given name and surname, see `forgotten_names.read_name`.
        today: The day to record.
    """
    path = forgotten_path(warehouse)
    path.parent.mkdir(parents=True, exist_ok=True)
    # Two commands at once would each write the list without the name of the other.
    with FileLock(path.with_name(f".{path.name}.lock")):
        listed = {each.name: each for each in read_forgotten(warehouse)}
        forgotten = listed.setdefault(name, ForgottenPerson(name, today))
        text = io.StringIO()
        writer = csv.writer(text, lineterminator="\n")
        writer.writerow(COLUMNS)
        writer.writerows((each.name, each.forgotten_on) for _, each in sorted(listed.items()))
        replace_text(path, text.getvalue())
    return forgotten
