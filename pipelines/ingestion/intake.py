"""Finds the papers of the raw folder and tells which of them are new, changed or gone.

Size and time are compared first; only where those moved is a file read and hashed.
"""

import hashlib
import os
import stat
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from pipelines.errors import EmptyPaper, KnownRejection, PaperError, PaperTooLarge, UnusableFile
from pipelines.ingestion.archives import opens_as_archive, read_members
from pipelines.ingestion.ignored_files import is_ignored
from pipelines.limits import MEBIBYTE, Limits, name_limit

READ_SIZE_BYTES = MEBIBYTE


@dataclass(frozen=True, slots=True)
class PaperFile:
    """One file of the raw folder; `source_path` is relative to it and has forward slashes."""

    source_path: str
    sha256: str
    byte_size: int
    mtime_ns: int


@dataclass(frozen=True, slots=True)
class OpenedArchive:
    """What an archive of the raw folder held when it was opened.

    Attributes:
        opened_by: The code and limits that opened it.
        members: Paths of the members that are papers.
        rejected: Path and reason of each member that is none.
    """

    source_path: str
    byte_size: int
    mtime_ns: int
    opened_by: str
    members: tuple[str, ...]
    rejected: tuple[tuple[str, str], ...]

    def is_known(self, known: Mapping[str, PaperFile], opened_by: str) -> bool:
        """Whether opening it again would tell nothing new."""
        return self.opened_by == opened_by and all(path in known for path in self.members)


@dataclass(frozen=True, slots=True)
class Intake:
    """What the raw folder holds, and how that differs from the last time.

    Attributes:
        files: All usable files, sorted by path.
        rejected: Entries that cannot be papers, sorted by path.
        new: Paths that were not there the last time.
        changed: Paths whose content is another.
        gone: Paths that are there no longer.
        hashed: How many files are not those of the last time; of archives, how many members.
        archives: The archives among the entries, sorted by path.
    """

    files: tuple[PaperFile, ...]
    rejected: tuple[PaperError, ...]
    new: tuple[str, ...]
    changed: tuple[str, ...]
    gone: tuple[str, ...]
    hashed: int
    archives: tuple[OpenedArchive, ...] = ()


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of the raw folder before it is read: a file, or what is wrong with it."""

    source_path: str
    byte_size: int = 0
    mtime_ns: int = 0
    error: PaperError | None = None


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
        opened: The archives that were opened before by path; one that did not move since is not
            opened again.
        opened_by: The code and limits that open archives now; what others opened is opened again.

    Returns:
        The files found and the differences; the same folder gives the same answer in any order
        of its entries.
    """
    files: list[PaperFile] = []
    rejected: list[PaperError] = []
    archives: list[OpenedArchive] = []
    for entry in find_entries(raw, limits):
        before = known.get(entry.source_path)
        archive = (opened or {}).get(entry.source_path)
        if entry.error is not None:
            rejected.append(entry.error)
        elif before is not None and _unmoved(before, entry):
            files.append(before)
        elif archive and _unmoved(archive, entry) and archive.is_known(known, opened_by):
            files += [known[path] for path in archive.members]
            rejected += [KnownRejection(path, reason) for path, reason in archive.rejected]
            archives.append(archive)
        else:
            found = _opened(raw, entry, limits)
            files += found.files
            rejected += found.rejected
            if found.is_archive:
                archives.append(_remembered(entry, found, opened_by))
    now = {file.source_path: file for file in files}
    return Intake(
        files=tuple(files),
        rejected=tuple(rejected),
        new=tuple(path for path in now if path not in known),
        changed=tuple(
            path for path in now if path in known and now[path].sha256 != known[path].sha256
        ),
        gone=tuple(sorted(path for path in known if path not in now)),
        hashed=sum(known.get(file.source_path) != file for file in files),
        archives=tuple(archives),
    )


def find_entries(raw: Path, limits: Limits) -> list[Entry]:
    """List what the raw folder holds, sorted by path, without opening a file or an archive.

    Hidden entries, README files and `sources.csv` are left out. A link to a folder within the
    raw folder is left out too, because what it leads to is found at its own place.
    """
    root = raw.resolve()
    return sorted(_walk(root, root, limits), key=lambda entry: entry.source_path)


def _walk(root: Path, folder: Path, limits: Limits) -> Iterator[Entry]:
    try:
        with os.scandir(folder) as entries:
            found = [entry for entry in entries if not is_ignored(entry.name)]
    except OSError as error:
        path = folder.relative_to(root).as_posix()
        yield Entry(path, error=_no_access(path, error))
        return
    for entry in found:
        if entry.is_dir(follow_symlinks=False):
            yield from _walk(root, Path(entry.path), limits)
            continue
        path = Path(entry.path).relative_to(root).as_posix()
        if entry.is_symlink() and _is_inner_folder(root, Path(entry.path)):
            continue
        yield _entry(root, path, entry, limits)


def _is_inner_folder(root: Path, link: Path) -> bool:
    return link.is_dir() and link.resolve().is_relative_to(root)


def _entry(root: Path, path: str, entry: os.DirEntry[str], limits: Limits) -> Entry:
    try:
        path.encode()
    except UnicodeEncodeError:
        shown = os.fsencode(path).decode("utf-8", "replace")
        return Entry(shown, error=UnusableFile(shown, "has a name that is not UTF-8"))
    try:
        if entry.is_symlink() and not Path(entry.path).resolve(strict=True).is_relative_to(root):
            return Entry(path, error=UnusableFile(path, "is a link that leads out of the folder"))
        status = entry.stat()
    except (OSError, RuntimeError) as error:
        return Entry(path, error=_no_access(path, error))
    return Entry(path, status.st_size, status.st_mtime_ns, _fault_of(path, status, limits))


def _fault_of(path: str, status: os.stat_result, limits: Limits) -> PaperError | None:
    if not stat.S_ISREG(status.st_mode):
        return UnusableFile(path, "is no regular file")
    if status.st_size == 0:
        return EmptyPaper(path, "is an empty file")
    if status.st_size > limits.input_bytes:
        size, known = status.st_size / MEBIBYTE, name_limit("input_bytes", limits)
        return PaperTooLarge(path, f"has {size:.1f} MiB; {known}")
    return None


def _no_access(path: str, error: OSError | RuntimeError) -> PaperError:
    why = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return UnusableFile(path, f"cannot be opened ({why})")


def _unmoved(before: PaperFile | OpenedArchive, entry: Entry) -> bool:
    return before.byte_size == entry.byte_size and before.mtime_ns == entry.mtime_ns


@dataclass(slots=True)
class _Opened:
    """What was found in one file: itself, or the members of the archive that it is."""

    is_archive: bool = False
    files: list[PaperFile] = field(default_factory=list)
    rejected: list[PaperError] = field(default_factory=list)


def _opened(raw: Path, entry: Entry, limits: Limits) -> _Opened:
    """The paper that a file is, or the papers that an archive holds."""
    found = _Opened()
    path = raw / entry.source_path
    try:
        if not opens_as_archive(path):
            found.files.append(_hashed(raw, entry))
            return found
        for member in read_members(path, entry.source_path, limits):
            if member.error is not None:
                found.rejected.append(member.error)
            else:
                digest = hashlib.sha256(member.data).hexdigest()
                size = len(member.data)
                found.files.append(PaperFile(member.source_path, digest, size, entry.mtime_ns))
        found.is_archive = True
    except OSError as error:
        # What was read of an archive until then stays; the next refresh opens it again.
        found.rejected.append(_no_access(entry.source_path, error))
    return found


def _remembered(entry: Entry, found: _Opened, opened_by: str) -> OpenedArchive:
    return OpenedArchive(
        entry.source_path,
        entry.byte_size,
        entry.mtime_ns,
        opened_by,
        tuple(file.source_path for file in found.files),
        tuple((error.path, error.explanation) for error in found.rejected),
    )


def _hashed(raw: Path, entry: Entry) -> PaperFile:
    digest = hashlib.sha256()
    with (raw / entry.source_path).open("rb") as file:
        while block := file.read(READ_SIZE_BYTES):
            digest.update(block)
    return PaperFile(entry.source_path, digest.hexdigest(), entry.byte_size, entry.mtime_ns)
