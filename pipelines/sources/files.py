"""The files of a source: names that we make, bytes that are looked at, one rename at the end."""

import hashlib
import os
import re
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import BinaryIO

from pipelines.sources.http.faults import KEEPS_OUT, Challenge, Unusable

UNFINISHED = ".unfinished"
# First bytes of formats, and the ending of a file that has them
FORMATS = (
    (b"%PDF-", "pdf"),
    (b"PK\x03\x04", "zip"),
    (b"{\\rtf", "rtf"),
    (b"\xd0\xcf\x11\xe0", "doc"),
    (b"\x89PNG", "png"),
    (b"\xff\xd8\xff", "jpg"),
)
OFFICE = (("word/", "docx"), ("xl/", "xlsx"), ("ppt/", "pptx"))
SNIFFED = 1024  # bytes: some programs write a few before the mark of a PDF
PAGE = re.compile(rb"^(?:\xef\xbb\xbf)?\s*<", re.DOTALL)
PDF_END, TAIL = b"%%EOF", 1 << 16  # bytes from the end in which a whole PDF has its mark
BLOCK = 1 << 20


@dataclass(frozen=True, slots=True)
class Download:
    """A file that came whole and is not in its place yet."""

    path: Path
    sha256: str
    byte_size: int
    ending: str

    def move_to(self, place: Path) -> None:
        """Give it its name in one step."""
        place.parent.mkdir(parents=True, exist_ok=True)
        self.path.replace(place)


def paper_name(
    source_id: str, day: date, committee_id: str, meeting_id: str, what: str, number: str, end: str
) -> str:
    """The path of a paper below the raw folder; nothing in it is the site's own words."""
    parts = [day.isoformat(), *(_plain(each) for each in (committee_id, meeting_id, what, number))]
    return f"{source_id}/{'-'.join(parts)}.{end}"


def write_whole(place: Path, data: bytes, unfinished: Path) -> None:
    """Write a file so that a kill leaves the old content or the new."""
    place.parent.mkdir(parents=True, exist_ok=True)
    unfinished.parent.mkdir(parents=True, exist_ok=True)
    with unfinished.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    unfinished.replace(place)


@contextmanager
def unfinished_file(folder: Path, source_id: str) -> Iterator[tuple[Path, BinaryIO]]:
    """A file for a download outside of the folder of papers; gone at the end, unless moved."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{source_id}{UNFINISHED}"
    try:
        with path.open("w+b") as file:
            yield path, file
    finally:
        with suppress(FileNotFoundError):
            path.unlink()


def examined(url: str, path: Path, file: BinaryIO, *, has_length: bool) -> Download:
    """Look at the bytes of a download.

    Args:
        url: Where it came from.
        path: The file.
        file: The same, open.
        has_length: Whether the site said how long it is; else its end is looked for.

    Raises:
        Challenge: It is a page that keeps programs out.
        Unusable: It is empty, a web page, of no known format, or cut off.
    """
    file.flush()
    os.fsync(file.fileno())
    size = file.seek(0, os.SEEK_END)
    file.seek(0)
    head = file.read(SNIFFED)
    if not size:
        raise Unusable(url, "is an empty answer")
    if KEEPS_OUT.search(head):
        raise Challenge(url, "answers with a page that keeps programs out")
    if PAGE.match(head):
        raise Unusable(url, "is a web page in place of a document")
    ending = _ending(head, path)
    if ending is None:
        raise Unusable(url, f"is of no format that is known (it begins with {head[:8]!r})")
    if not has_length and not _has_end(file, size, ending):
        raise Unusable(url, "was cut off before its end")
    digest = hashlib.sha256()
    file.seek(0)
    while block := file.read(BLOCK):
        digest.update(block)
    return Download(path, digest.hexdigest(), size, ending)


def _ending(head: bytes, path: Path) -> str | None:
    ending = next((name for mark, name in FORMATS if head.startswith(mark)), None)
    if ending is None and b"%PDF-" in head:
        return "pdf"
    if ending == "zip":
        with suppress(zipfile.BadZipFile, OSError), zipfile.ZipFile(path) as archive:
            names = archive.namelist()
            return next(
                (end for folder, end in OFFICE if any(name.startswith(folder) for name in names)),
                ending,
            )
    return ending


def _has_end(file: BinaryIO, size: int, ending: str) -> bool:
    """Whether a file has the mark by which its format ends, if it has one."""
    file.seek(max(0, size - TAIL))
    if ending == "pdf":
        return PDF_END in file.read()
    return zipfile.is_zipfile(file) if ending in ("zip", "docx", "xlsx", "pptx") else True


def _plain(part: str) -> str:
    return re.sub(r"[^a-z0-9]+", "", part.lower()) or "0"
