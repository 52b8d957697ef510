"""Formats that are recognised but not read, each with advice."""

import re
from pathlib import Path

from pipelines.readers.errors import UnreadableBytes
from pipelines.readers.zip_members import open_zip

_AS_WORD = "open it in a word processor and save it as .docx or PDF"
_AS_PDF = "export it as PDF"
# First bytes that identify a format
SIGNATURES: tuple[tuple[bytes, str], ...] = (
    (b"{\\rtf", f"is a Rich Text file, for which there is no reader: {_AS_WORD}"),
    (b"\x89PNG", "is a picture: put the paper itself into the folder, as PDF, .docx or text"),
    (b"\xff\xd8\xff", "is a picture: put the paper itself into the folder, as PDF, .docx or text"),
    (b"GIF8", "is a picture: put the paper itself into the folder, as PDF, .docx or text"),
    (b"\x1f\x8b", "is a gzip archive, which is not opened: unpack it, or pack it as .zip"),
    (b"7z\xbc\xaf\x27\x1c", "is a 7z archive, which is not opened: unpack it, or pack it as .zip"),
    (b"Rar!\x1a\x07", "is a RAR archive, which is not opened: unpack it, or pack it as .zip"),
)
WORD_PART = re.compile(r"word/document\d*\.xml")
COMPOUND_FILE = b"\xd0\xcf\x11\xe0"
# Names in a compound file, the most specific first
COMPOUND_KINDS: tuple[tuple[str, str], ...] = (
    ("EncryptedPackage", "is protected with a password: save it without one"),
    (
        "__substg1.0_",
        "is a saved e-mail (.msg), for which there is no reader: save the papers that are "
        "attached to it as files of their own",
    ),
    ("WordDocument", f"is a Word 97-2003 file (.doc), for which there is no reader: {_AS_WORD}"),
    ("Workbook", f"is an Excel 97-2003 file, for which there is no reader: {_AS_PDF}"),
    ("PowerPoint", f"is a PowerPoint 97-2003 file, for which there is no reader: {_AS_PDF}"),
)
COMPOUND_OTHER = f"is an Office 97-2003 file, for which there is no reader: {_AS_WORD}"
# The member of a ZIP file that identifies its format
ZIP_KINDS: tuple[tuple[str, str], ...] = (
    ("xl/workbook", f"is an Excel file, for which there is no reader: {_AS_PDF}"),
    ("ppt/presentation", f"is a PowerPoint file, for which there is no reader: {_AS_PDF}"),
    ("content.xml", f"is an OpenDocument file, for which there is no reader: {_AS_WORD}"),
    ("META-INF/container.xml", f"is an e-book, for which there is no reader: {_AS_PDF}"),
)
ZIP_START = (b"PK\x03\x04", b"PK\x05\x06")
MAIL = (
    "is a saved e-mail (.eml), for which there is no reader: save the papers that are attached "
    "to it as files of their own"
)


def unread_format(data: bytes, head: bytes) -> str | None:
    """The problem with bytes of a known format without a reader; None for all others.

    Args:
        data: The whole paper.
        head: Its first bytes.
    """
    for signature, reason in SIGNATURES:
        if head.startswith(signature):
            return reason
    if head.startswith(COMPOUND_FILE):
        return next(
            (reason for name, reason in COMPOUND_KINDS if name.encode("utf-16-le") in data),
            COMPOUND_OTHER,
        )
    if head.startswith(ZIP_START):
        return None if is_word_file(data) else _zip_reason(data)
    return None


def is_archive(source: bytes | Path) -> bool:
    """Whether bytes, or a file, are a ZIP archive of files and not one file of another format."""
    try:
        names = open_zip(source).namelist()
    except UnreadableBytes:
        return False
    known = tuple(kind for kind, _ in ZIP_KINDS)
    return not any(name.startswith(known) or WORD_PART.fullmatch(name) for name in names)


def is_word_file(data: bytes) -> bool:
    """Whether the bytes of a ZIP file, whole or damaged, hold a Word document."""
    try:
        return any(WORD_PART.fullmatch(name) for name in open_zip(data).namelist())
    except UnreadableBytes:
        return b"word/document" in data


def _zip_reason(data: bytes) -> str:
    try:
        names = open_zip(data).namelist()
    except UnreadableBytes as error:
        return error.reason
    for kind, reason in ZIP_KINDS:
        if any(name.startswith(kind) for name in names):
            return reason
    return "is a ZIP archive within more archives than BOARDPAPERS_MAX_NESTING allows: unpack it"
