"""Finds the papers of the raw folder and says which of them are new, changed or gone.

The file system's data about a file is compared first; the file is hashed only if that data changed.
A file that was there before and cannot be opened now does not count as gone: its entry stays.
"""

import hashlib
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path

from pipelines.ingestion.archives import Member, content_at, opens_as_archive, read_members
from pipelines.ingestion.raw_folder import Entry, find_entries, no_access
from pipelines.runtime.errors import CannotBeOpened, KnownRejection, PaperError
from pipelines.runtime.limits import MEBIBYTE, Limits

READ_SIZE_BYTES = MEBIBYTE


@dataclass(frozen=True, slots=True)
class PaperFile:
    """One file of the raw folder.

    Attributes:
        source_path: Path below the raw folder, with forward slashes.
        mtime_ns: When its content was last changed, as recorded; a copy can set this.
        ctime_ns: When the system last changed anything of it.
        inode: Identifies the file on its disk.
    """

    source_path: str
    sha256: str
    byte_size: int
    mtime_ns: int
    ctime_ns: int = 0
    inode: int = 0


@dataclass(frozen=True, slots=True)
class OpenedArchive:
    """What an archive of the raw folder held when it was opened.

    Attributes:
        opened_by: The code and limits that opened it.
        members: Paths of the members that are papers.
        rejected: Path and reason of each member that is not a paper.
    """

    source_path: str
    byte_size: int
    mtime_ns: int
    opened_by: str
    members: tuple[str, ...]
    rejected: tuple[tuple[str, str], ...]
    ctime_ns: int = 0
    inode: int = 0

    def is_known(self, known: Mapping[str, PaperFile], opened_by: str) -> bool:
        """Whether reopening it would give nothing new."""
        return self.opened_by == opened_by and all(path in known for path in self.members)


@dataclass(frozen=True, slots=True)
class Intake:
    """What the raw folder holds, and how that differs from the last time.

    Attributes:
        files: All usable files, sorted by path, including unchanged ones.
        rejected: Entries that cannot be papers, sorted by path.
        unsettled: Why files that were there the last time cannot be opened now. They are in
            `files`, unchanged.
        new: Paths that were not there the last time.
        changed: Paths whose content is different.
        gone: Paths that no longer exist.
        hashed: How many files differ from the last time; for archives, how many members.
        archives: The archives among the entries, sorted by path.
    """

    files: tuple[PaperFile, ...]
    rejected: tuple[PaperError, ...]
    new: tuple[str, ...]
    changed: tuple[str, ...]
    gone: tuple[str, ...]
    hashed: int
    archives: tuple[OpenedArchive, ...] = ()
    unsettled: tuple[PaperError, ...] = ()


def stamp_of(file: PaperFile | OpenedArchive) -> tuple[int, int, int, int]:
    """Size in bytes, time of its content, time of the last change of any kind, and inode."""
    return file.byte_size, file.mtime_ns, file.ctime_ns, file.inode


def take_in(
    raw: Path,
    known: Mapping[str, PaperFile],
    limits: Limits,
    opened: Mapping[str, OpenedArchive] | None = None,
    opened_by: str = "",
) -> Intake:
    """Look through the raw folder.

    Args:
        raw: An existing folder; searched to any depth.
        known: The files of the last time by path.
        limits: `input_bytes` rejects a file before it is read.
        opened: The archives that were opened before, by path; one that has not changed is not
            reopened.
        opened_by: The code and limits now; archives opened by others are reopened.

    Returns:
        The files found and the differences; the same folder gives the same answer in any order
        of its entries.
    """
    taken = _Taken(raw, known, limits, opened or {}, opened_by)
    for entry in find_entries(raw, limits):
        taken.add(entry)
    now = {
        file.source_path: file for file in sorted(taken.files, key=lambda file: file.source_path)
    }
    return Intake(
        files=tuple(now.values()),
        rejected=tuple(taken.rejected),
        new=tuple(path for path in now if path not in known),
        changed=tuple(
            path for path in now if path in known and now[path].sha256 != known[path].sha256
        ),
        gone=tuple(sorted(path for path in known if path not in now)),
        hashed=sum(known.get(file.source_path) != file for file in now.values()),
        archives=tuple(taken.archives),
        unsettled=tuple(taken.unsettled),
    )


@dataclass(slots=True)
class _Taken:
    """What has been found in the raw folder so far."""

    raw: Path
    known: Mapping[str, PaperFile]
    limits: Limits
    opened: Mapping[str, OpenedArchive]
    opened_by: str
    files: list[PaperFile] = field(default_factory=list)
    rejected: list[PaperError] = field(default_factory=list)
    archives: list[OpenedArchive] = field(default_factory=list)
    unsettled: list[PaperError] = field(default_factory=list)
    known_paths: list[str] = field(init=False)
    opened_paths: list[str] = field(init=False)

    def __post_init__(self) -> None:
        self.known_paths = sorted(self.known)
        self.opened_paths = sorted(self.opened)

    def add(self, entry: Entry) -> None:
        """Take in one entry: unchanged, as a paper, as an archive of papers, or not at all."""
        before = self.known.get(entry.source_path)
        archive = self.opened.get(entry.source_path)
        if entry.error is not None:
            self._leave(entry.error)
        elif before is not None and stamp_of(before) == entry.stamp:
            self.files.append(before)
        elif archive and stamp_of(archive) == entry.stamp and self._is_known(archive):
            self.files += [self.known[path] for path in archive.members]
            self._keep(archive)
        else:
            self._open(entry)

    def _is_known(self, archive: OpenedArchive) -> bool:
        return archive.is_known(self.known, self.opened_by)

    def _leave(self, error: PaperError) -> None:
        """Leave an entry out; a known one that cannot be opened now stays unchanged."""
        kept = _within(self.known_paths, error.path) if isinstance(error, CannotBeOpened) else []
        if not kept:
            self.rejected.append(error)
            return
        self.unsettled.append(error)
        self.files += [self.known[path] for path in kept]
        for path in _within(self.opened_paths, error.path):
            self._keep(self.opened[path])

    def _keep(self, archive: OpenedArchive) -> None:
        self.rejected += [KnownRejection(path, reason) for path, reason in archive.rejected]
        self.archives.append(archive)

    def _open(self, entry: Entry) -> None:
        """Take in the paper that a file is, or the papers that an archive holds."""
        files: list[PaperFile] = []
        faults: list[PaperError] = []
        try:
            source = content_at(self.raw / entry.source_path)
            if not opens_as_archive(source):
                self.files.append(_hashed(source, entry))
                return
            for member in read_members(source, entry.source_path, self.limits):
                if member.error is None:
                    files.append(_member_file(member, entry))
                else:
                    faults.append(member.error)
        except OSError as error:
            self._leave(no_access(entry.source_path, error))
            return
        self.files += files
        self.rejected += faults
        self.archives.append(
            OpenedArchive(
                entry.source_path,
                entry.byte_size,
                entry.mtime_ns,
                self.opened_by,
                tuple(file.source_path for file in files),
                tuple((error.path, error.explanation) for error in faults),
                entry.ctime_ns,
                entry.inode,
            )
        )


def _within(paths: Sequence[str], place: str) -> list[str]:
    """Of sorted paths, a place itself and what lies in it; a single point is the raw folder."""
    if place == ".":
        return list(paths)
    start = bisect_left(paths, f"{place}/")
    end = bisect_left(paths, f"{place}0", start)  # the character after the slash
    itself = bisect_left(paths, place)
    return [*([place] if paths[itself : itself + 1] == [place] else []), *paths[start:end]]


def _member_file(member: Member, entry: Entry) -> PaperFile:
    digest = hashlib.sha256(member.data).hexdigest()
    return PaperFile(
        member.source_path,
        digest,
        len(member.data),
        entry.mtime_ns,
        entry.ctime_ns,
        entry.inode,
    )


def _hashed(source: bytes | Path, entry: Entry) -> PaperFile:
    digest = hashlib.sha256()
    with BytesIO(source) if isinstance(source, bytes) else source.open("rb") as file:
        while block := file.read(READ_SIZE_BYTES):
            digest.update(block)
    return PaperFile(entry.source_path, digest.hexdigest(), *entry.stamp)
