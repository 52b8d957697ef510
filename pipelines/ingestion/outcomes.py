"""What became of each paper while papers are read: a log that only grows, beside the manifest.

The manifest grows with all papers, so that writing it after each batch would write the square of
their number. The log holds what came after the manifest: a line for each batch. It begins with the
digest of the manifest that it continues, and counts for no other.
"""

import hashlib
import json
import os
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from pipelines.runtime.durable_files import replace_text

FILE_NAME = "papers.log"


@dataclass(frozen=True, slots=True)
class Known:
    """The outcome for one content.

    Attributes:
        ingested_at: When it was first tried, UTC.
        code_version: The version that tried it last.
        batch: The batch of extracts that holds it; None if it was rejected.
        reason: Why it was rejected; None if it was read.
    """

    ingested_at: datetime
    code_version: str
    batch: str | None = None
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class OutcomeLog:
    """The log of a state folder, open for more."""

    path: Path

    def add(self, papers: Mapping[str, Known]) -> None:
        """Add the outcome of some papers by SHA-256; it is on disk on return."""
        if not papers:
            return
        with self.path.open("a", encoding="utf-8", newline="\n") as file:
            file.write(json.dumps(values_of(papers), ensure_ascii=False) + "\n")
            file.flush()
            os.fsync(file.fileno())


def continue_log(state: Path, manifest: bytes) -> OutcomeLog:
    """Open the log of a manifest: the one that is there, or an empty one in place of another's."""
    path = state / FILE_NAME
    lines = _lines(path, manifest)
    # A line that a kill cut short is dropped, so that the next one does not hang on it.
    replace_text(path, "".join([f"{_head(manifest)}\n", *lines]))
    return OutcomeLog(path)


def read_log(state: Path, manifest: bytes) -> dict[str, Known]:
    """The outcomes that the log of this manifest holds.

    A line that cannot be read is left out, which costs only time: its papers are read again.
    """
    papers: dict[str, Known] = {}
    for line in _lines(state / FILE_NAME, manifest):
        with suppress(ValueError, AttributeError, TypeError):
            papers |= papers_from(json.loads(line))
    return papers


def drop_log(state: Path) -> None:
    """Remove the log, since a manifest holds what it held."""
    (state / FILE_NAME).unlink(missing_ok=True)


def values_of(papers: Mapping[str, Known]) -> dict[str, list[Any]]:
    """Outcomes as JSON knows them."""
    return {
        sha256: [known.ingested_at.isoformat(), known.code_version, known.batch, known.reason]
        for sha256, known in sorted(papers.items())
    }


def papers_from(values: Mapping[str, list[Any]]) -> dict[str, Known]:
    """The outcomes of `values_of`."""
    return {
        sha256: Known(datetime.fromisoformat(at), version, batch, reason)
        for sha256, (at, version, batch, reason) in values.items()
    }


def _head(manifest: bytes) -> str:
    return hashlib.sha256(manifest).hexdigest()


def _lines(path: Path, manifest: bytes) -> list[str]:
    """The whole lines of a log that continues this manifest, with their ends."""
    if not path.is_file():
        return []
    with path.open(encoding="utf-8", errors="replace", newline="\n") as file:
        head, *lines = file.readlines() or [""]
    is_its_own = head == f"{_head(manifest)}\n"
    return [line for line in lines if line.endswith("\n")] if is_its_own else []
