"""ZIP archives of papers: their members are papers, at paths such as `pack.zip/paper.txt`.

Archives within archives are opened too, down to a depth limit. Nothing is unpacked to disk.
"""

import errno
import stat
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path, PurePosixPath

from pipelines.ingestion.ignored_files import is_ignored
from pipelines.readers.errors import OversizedBytes, UnreadableBytes
from pipelines.readers.other_formats import ZIP_START, is_archive
from pipelines.readers.zip_members import open_zip, read_member
from pipelines.runtime.errors import (
    EmptyPaper,
    PaperBeyondLimit,
    PaperError,
    PaperTooLarge,
    UnreadablePaper,
    UnusableFile,
)
from pipelines.runtime.limits import DEFAULT_LIMITS, MEBIBYTE, Limits, name_limit
from pipelines.runtime.objects.object_path import ObjectPath

MOST_BYTES = 2048 * MEBIBYTE  # of all that is unpacked from one archive of the folder
MOST_MEMBERS = 10_000  # in one archive, including the archives within it


@dataclass(frozen=True, slots=True)
class Member:
    """One member of an archive: its bytes, or what is wrong with it."""

    source_path: str
    data: bytes = b""
    error: PaperError | None = None


def content_at(path: Path) -> bytes | Path:
    """What archives are opened from: a file by its path, an object by its bytes."""
    return path.read_bytes() if isinstance(path, ObjectPath) else path


def opens_as_archive(source: bytes | Path) -> bool:
    """Whether a file of the raw folder is an archive of papers, judged by its bytes."""
    with BytesIO(source) if isinstance(source, bytes) else source.open("rb") as file:
        if not file.read(len(ZIP_START[0])).startswith(ZIP_START):
            return False
    return is_archive(source)


def read_members(source: bytes | Path, source_path: str, limits: Limits) -> Iterator[Member]:
    """The members of an archive of the raw folder, in the order of their names.

    Args:
        source: The archive.
        source_path: Its path below the raw folder.
        limits: Size, unpacked size and depth above which a member is rejected.
    """
    yield from _Unpacking(limits).members(source, source_path, 1)


def read_file(path: Path, limits: Limits = DEFAULT_LIMITS) -> bytes:
    """The bytes of a paper: a file, or a member of an archive at a path through it.

    Raises:
        OSError: There is no such file or member.
    """
    try:
        return path.read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        archives = [parent for parent in path.parents if parent.is_file()]
        if not archives:
            raise
    try:
        return _member_at(content_at(archives[0]), path.relative_to(archives[0]).as_posix(), limits)
    except (UnreadableBytes, KeyError) as error:
        raise FileNotFoundError(errno.ENOENT, "no such member of the archive", str(path)) from error


def _member_at(source: bytes | Path, inner: str, limits: Limits) -> bytes:
    """The member at a path within an archive, or within an archive in it."""
    archive = open_zip(source)
    for info in archive.infolist():
        name = _inner_path(info)
        if name == inner:
            return read_member(archive, archive.getinfo(info.filename), limits)
        if inner.startswith(f"{name}/") and not info.is_dir():
            return _member_at(read_member(archive, info, limits), inner[len(name) + 1 :], limits)
    raise KeyError(inner)


class _Unpacking:
    """One archive being unpacked, with what is left of its limits."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._left = MOST_BYTES
        self._members = 0

    def members(self, source: bytes | Path, path: str, depth: int) -> Iterator[Member]:
        try:
            archive = open_zip(source)
        except UnreadableBytes as error:
            yield Member(path, error=UnreadablePaper(path, error.reason))
            return
        files = sorted(
            (each for each in archive.infolist() if not each.is_dir()),
            key=lambda each: each.filename,
        )
        for number, info in enumerate(files):
            if number and info.filename == files[number - 1].filename:
                continue  # listed twice: every program unpacks the last one
            if any(is_ignored(part) for part in _inner_path(info).split("/") if part != ".."):
                continue
            self._members += 1
            if self._members > MOST_MEMBERS or self._left <= 0:
                yield Member(path, error=PaperTooLarge(path, _too_much()))
                return
            yield from self._member(archive, archive.getinfo(info.filename), path, depth)

    def _member(
        self, archive: zipfile.ZipFile, info: zipfile.ZipInfo, path: str, depth: int
    ) -> Iterator[Member]:
        inner = f"{path}/{_inner_path(info)}"
        if _escapes(info):
            error = UnusableFile(inner, "is a member whose path leads out of its archive")
            yield Member(inner, error=error)
            return
        fault = self._fault(inner, info)
        if fault:
            yield Member(inner, error=fault)
            return
        try:
            data = read_member(archive, info, self._limits)
        except OversizedBytes as error:
            yield Member(inner, error=PaperBeyondLimit(inner, error.reason))
            return
        except UnreadableBytes as error:
            yield Member(inner, error=UnreadablePaper(inner, error.reason))
            return
        self._left -= len(data)
        if depth < self._limits.nesting and is_archive(data):
            yield from self.members(data, inner, depth + 1)
        else:
            yield Member(inner, data)

    def _fault(self, path: str, info: zipfile.ZipInfo) -> PaperError | None:
        if info.file_size == 0:
            return EmptyPaper(path, "is an empty file")
        if info.file_size > min(self._limits.input_bytes, self._left):
            known = name_limit("input_bytes", self._limits)
            return PaperTooLarge(path, f"has {info.file_size / MEBIBYTE:.1f} MiB; {known}")
        return None


def _inner_path(info: zipfile.ZipInfo) -> str:
    return PurePosixPath(info.filename).as_posix()


def _escapes(info: zipfile.ZipInfo) -> bool:
    """Whether unpacking it would write outside the target folder."""
    name = info.filename.replace("\\", "/")
    is_link = stat.S_ISLNK(info.external_attr >> 16)
    is_drive = len(name) > 1 and name[1] == ":"
    return name.startswith("/") or is_drive or ".." in name.split("/") or is_link


def _too_much() -> str:
    return (
        f"is an archive of more than {MOST_MEMBERS:,} files or {MOST_BYTES / MEBIBYTE:,.0f} MiB; "
        "what comes after those is not read"
    )
