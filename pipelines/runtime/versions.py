"""Hashes of the code, models and registers, which decide what must be redone."""

import hashlib
from collections.abc import Iterable
from pathlib import Path

from pipelines.runtime.places import EXPECTATIONS, MODELS, PACKAGE

# Enough hex digits to keep two versions apart.
VERSION_DIGITS = 16

# The code that makes extracts: every module that `extraction.py` imports, directly or not; a test
# checks this. A change elsewhere leaves all extracts as they are.
EXTRACTION_SOURCES = (
    "documents.py",
    "extraction/**/*.py",
    "extractors/**/*.py",
    "notation/**/*.py",
    "privacy/contacts.py",
    "readers/**/*.py",
    "reference/**/*.py",
    "runtime/errors.py",
    "runtime/gc_pause.py",
    "runtime/limits.py",
    "runtime/objects/*.py",
    "runtime/places.py",
    "runtime/settings.py",
    "schema/columns.py",
    "schema/identity.py",
    "schema/passage_record.py",
    "schema/records.py",
    "schema/withholding.py",
    "structures/**/*.py",
)


def code_version(reference: Path) -> str:
    """The version of everything that turns a paper into records: source files and registers."""
    return _digest([*_matching(PACKAGE, EXTRACTION_SOURCES), *_matching(reference, ("*.csv",))])


def warehouse_version(reference: Path) -> str:
    """The version of everything that turns papers into a published warehouse."""
    return _digest(
        [
            *_matching(PACKAGE, ("**/*.py",)),
            *_matching(MODELS, ("**/*.sql",)),
            *_matching(EXPECTATIONS, ("**/*",)),
            *_matching(reference, ("*.csv",)),
        ]
    )


def registers_version(reference: Path) -> str:
    """The version of the registers alone."""
    return _digest(_matching(reference, ("*.csv",)))


def _matching(folder: Path, patterns: Iterable[str]) -> list[tuple[str, Path]]:
    found = {path for pattern in patterns for path in folder.glob(pattern) if path.is_file()}
    return sorted(
        (path.relative_to(folder).as_posix(), path)
        for path in found
        if "__pycache__" not in path.parts
    )


def _digest(files: Iterable[tuple[str, Path]]) -> str:
    digest = hashlib.sha256()
    for name, path in files:
        content = path.read_bytes()
        digest.update(f"{name}\n{len(content)}\n".encode())
        digest.update(content)
    return digest.hexdigest()[:VERSION_DIGITS]
