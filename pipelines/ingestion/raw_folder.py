"""Lists the contents of the raw folder, or of an object store, without opening a file."""

import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from pipelines.ingestion.ignored_files import is_ignored
from pipelines.runtime.errors import (
    CannotBeOpened,
    EmptyPaper,
    PaperError,
    PaperTooLarge,
    UnusableFile,
)
from pipelines.runtime.limits import MEBIBYTE, Limits, name_limit
from pipelines.runtime.objects.object_path import ObjectPath

# Depth of nested folders. People sort papers five deep; a copy that followed a circular link nests
# until the system refuses a longer path.
MOST_DEEP = 100


@dataclass(frozen=True, slots=True)
class Entry:
    """One unread entry of the raw folder: a file, or what is wrong with it."""

    source_path: str
    byte_size: int = 0
    mtime_ns: int = 0
    error: PaperError | None = None
    ctime_ns: int = 0
    inode: int = 0

    @property
    def stamp(self) -> tuple[int, int, int, int]:
        """The file system's data: size, both times, and inode."""
        return self.byte_size, self.mtime_ns, self.ctime_ns, self.inode


def find_entries(raw: Path, limits: Limits) -> list[Entry]:
    """List the contents of the raw folder, sorted by path, without opening a file or an archive.

    Hidden entries, README files and `sources.csv` are left out. A link to a folder within the
    raw folder is left out too, because its target is found in its own place. An object of a store
    is known by its size and its ETag.
    """
    root = raw.resolve()
    found = _objects(root, limits) if isinstance(root, ObjectPath) else _walk(root, limits)
    return sorted(found, key=lambda entry: entry.source_path)


def _objects(root: ObjectPath, limits: Limits) -> Iterator[Entry]:
    """Every object in a store that is a file, and not the mark of an empty folder."""
    for each in root.objects():
        if (
            each.key
            and not each.key.endswith("/")
            and not any(map(is_ignored, each.key.split("/")))
        ):
            error = _fault_of_size(each.key, each.byte_size, limits)
            yield Entry(each.key, each.byte_size, 0, error, each.version)


def _walk(root: Path, limits: Limits) -> Iterator[Entry]:
    """Every entry below a folder. No recursion: folders may be deeper than Python's stack."""
    waiting = [(root, 0)]
    while waiting:
        folder, depth = waiting.pop()
        path = folder.relative_to(root).as_posix()
        if depth > MOST_DEEP:
            reason = f"lies in a folder more than {MOST_DEEP} folders deep"
            yield Entry(path, error=UnusableFile(path, reason))
            continue
        try:
            with os.scandir(folder) as entries:
                found = [entry for entry in entries if not is_ignored(entry.name)]
        except OSError as error:
            yield Entry(path, error=no_access(path, error))
            continue
        for entry in found:
            if entry.is_dir(follow_symlinks=False):
                waiting.append((Path(entry.path), depth + 1))
            elif not (entry.is_symlink() and _is_inner_folder(root, Path(entry.path))):
                yield _entry(root, Path(entry.path).relative_to(root).as_posix(), entry, limits)


def _is_inner_folder(root: Path, link: Path) -> bool:
    try:
        return link.is_dir() and link.resolve().is_relative_to(root)
    except (OSError, RuntimeError):  # a circular link, or one to a place that cannot be read
        return False


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
        return Entry(path, error=no_access(path, error))
    return Entry(
        path,
        status.st_size,
        status.st_mtime_ns,
        _fault_of(path, status, limits),
        status.st_ctime_ns,
        status.st_ino,
    )


def _fault_of(path: str, status: os.stat_result, limits: Limits) -> PaperError | None:
    if not stat.S_ISREG(status.st_mode):
        return UnusableFile(path, "is no regular file")
    return _fault_of_size(path, status.st_size, limits)


def _fault_of_size(path: str, byte_size: int, limits: Limits) -> PaperError | None:
    if byte_size == 0:
        return EmptyPaper(path, "is an empty file")
    if byte_size > limits.input_bytes:
        size, known = byte_size / MEBIBYTE, name_limit("input_bytes", limits)
        return PaperTooLarge(path, f"has {size:.1f} MiB; {known}")
    return None


def no_access(path: str, error: OSError | RuntimeError) -> PaperError:
    """The error of an entry that the system does not let us open."""
    why = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return CannotBeOpened(path, f"cannot be opened ({why})")
