"""The state of the last refresh: files, papers by content, and the publication.

It is one JSON file, replaced as a whole, so that a kill leaves either the old or the new one. While
papers are read, a log beside it holds what became of each (`outcomes`).
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from datetime import datetime
from pathlib import Path
from typing import Any

from pipelines.ingestion.intake import OpenedArchive, PaperFile, stamp_of
from pipelines.ingestion.outcomes import (
    Known,
    OutcomeLog,
    continue_log,
    drop_log,
    papers_from,
    read_log,
    values_of,
)
from pipelines.runtime.durable_files import replace_text

FILE_NAME = "manifest.json"
# Used as a version: the paper's fault may pass by itself, so it is tried again.
UNSETTLED = ""
# Used as the time of a file that must be read again, whatever the file system says.
UNSEEN = -1
# Increase this when older manifests can no longer be read; they then start empty.
FORMAT = 1


@dataclass(frozen=True, slots=True)
class Refused:
    """An entry of the raw folder that could not be taken in: why, and since when."""

    reason: str
    since: datetime


@dataclass(frozen=True, slots=True)
class Published:
    """The last publication.

    Attributes:
        fingerprint: Hash of all its inputs.
        byte_size: Size of the published file.
        mtime_ns: Its modification time.
        build_id: The build that the file holds.
        rows: Rows of each table, for the report of a refresh that finds nothing changed.
        findings: Findings by severity, for the same.
        not_trusted: The checks broken by each paper (id) that was left out as a whole.
        left_out: Digests of the names of forgotten people. Neither this publication nor any kept
            build holds one of them.
    """

    fingerprint: str
    byte_size: int
    mtime_ns: int
    build_id: str
    rows: Mapping[str, int]
    findings: Mapping[str, int]
    not_trusted: Mapping[str, str] = field(default_factory=dict)
    left_out: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class Manifest:
    """The whole manifest: `files`, `refused` and `archives` by path, `papers` by SHA-256.

    Attributes:
        refreshed_at: When a refresh last succeeded, whether or not there was anything to publish.
        raw: The raw folder of `files` and `archives`.
        left_out: Digests of the names of forgotten people who are not in the extracts.
    """

    files: Mapping[str, PaperFile] = field(default_factory=dict)
    refused: Mapping[str, Refused] = field(default_factory=dict)
    papers: Mapping[str, Known] = field(default_factory=dict)
    published: Published | None = None
    archives: Mapping[str, OpenedArchive] = field(default_factory=dict)
    refreshed_at: datetime | None = None
    raw: str = ""
    left_out: Sequence[str] = ()

    def of_folder(self, raw: Path) -> "Manifest":
        """The manifest for this raw folder: file data of another folder does not apply to it."""
        name = str(raw.resolve())
        if name == self.raw:
            return self
        files = {
            path: PaperFile(path, file.sha256, file.byte_size, UNSEEN)
            for path, file in self.files.items()
        }
        return replace(self, files=files, archives={}, raw=name)

    @property
    def has_unsettled(self) -> bool:
        """Whether the next refresh tries the paper again, changed or not."""
        return any(known.code_version == UNSETTLED for known in self.papers.values())

    def with_papers(self, papers: Mapping[str, Known]) -> "Manifest":
        """The manifest with these papers added or replaced."""
        return replace(self, papers={**self.papers, **papers}) if papers else self


def read_manifest(state: Path) -> Manifest:
    """Read the manifest of a state folder; if it is missing or unreadable, return an empty one.

    An empty manifest costs only time: every paper is read again. A log of what was read since, by a
    refresh that was killed, is part of it.
    """
    text = _text(state)
    return _read(text).with_papers(read_log(state, text))


def continue_manifest(state: Path) -> OutcomeLog:
    """Open the log of the manifest of a state folder, for what becomes of papers from here on."""
    return continue_log(state, _text(state))


def _text(state: Path) -> bytes:
    try:
        return (state / FILE_NAME).read_bytes()
    except FileNotFoundError:
        return b""


def _read(text: bytes) -> Manifest:
    try:
        stored = json.loads(text)
        if stored["format"] != FORMAT:
            return Manifest()
        published = stored["published"]
        refreshed = stored.get("refreshed_at")
        return Manifest(
            files={path: PaperFile(path, *values) for path, values in stored["files"].items()},
            refused={
                path: Refused(reason, datetime.fromisoformat(since))
                for path, (reason, since) in stored["refused"].items()
            },
            papers=papers_from(stored["papers"]),
            published=_published(**published) if published else None,
            archives={
                path: OpenedArchive(
                    path, size, mtime, by, tuple(members), tuple(map(tuple, rejected)), *more
                )
                for path, (size, mtime, by, members, rejected, *more) in stored.get(
                    "archives", {}
                ).items()
            },
            refreshed_at=datetime.fromisoformat(refreshed) if refreshed else None,
            raw=stored.get("raw", ""),
            left_out=tuple(stored.get("left_out", ())),
        )
    except (ValueError, KeyError, TypeError):
        return Manifest()


def _published(*, left_out: Sequence[str] = (), **more: Any) -> Published:
    return Published(**more, left_out=tuple(left_out))


def write_manifest(state: Path, manifest: Manifest) -> None:
    """Replace the manifest of a state folder, and drop the log of the one before."""
    stored = {
        "format": FORMAT,
        "files": {
            path: [file.sha256, *stamp_of(file)] for path, file in sorted(manifest.files.items())
        },
        "refused": {
            path: [refused.reason, refused.since.isoformat()]
            for path, refused in sorted(manifest.refused.items())
        },
        "papers": values_of(manifest.papers),
        "published": asdict(manifest.published) if manifest.published else None,
        "archives": {
            path: [
                each.byte_size,
                each.mtime_ns,
                each.opened_by,
                each.members,
                each.rejected,
                each.ctime_ns,
                each.inode,
            ]
            for path, each in sorted(manifest.archives.items())
        },
        "refreshed_at": manifest.refreshed_at.isoformat() if manifest.refreshed_at else None,
        "raw": manifest.raw,
        "left_out": list(manifest.left_out),
    }
    replace_text(state / FILE_NAME, json.dumps(stored, ensure_ascii=False))
    # A kill in between leaves a log that continues another manifest, and so counts for none.
    drop_log(state)
