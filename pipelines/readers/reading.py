"""Chooses the reader for a paper by its bytes; the name only identifies the paper."""

import codecs
import re
from collections.abc import Callable
from functools import partial

from pipelines.documents import Document
from pipelines.readers.bullets import with_list_items
from pipelines.readers.decoding import BYTE_ORDER_MARKS, decode
from pipelines.readers.docx.reader import read_docx
from pipelines.readers.errors import LockedBytes, OversizedBytes, ScannedBytes, UnreadableBytes
from pipelines.readers.html.reader import read_html
from pipelines.readers.moderngov.reader import is_meeting_answer, read_meeting_answer
from pipelines.readers.note_marks import set_marks_apart
from pipelines.readers.other_formats import MAIL, ZIP_START, unread_format
from pipelines.readers.pdf.reader import read_pdf
from pipelines.readers.text.reader import read_text
from pipelines.readers.web_archives import archived_page, is_mail
from pipelines.runtime.errors import (
    EmptyPaper,
    LockedPaper,
    NotThePaper,
    PaperBeyondLimit,
    ScannedPaper,
    UnknownMediaType,
    UnreadablePaper,
)
from pipelines.runtime.gc_pause import without_collection
from pipelines.runtime.limits import DEFAULT_LIMITS, Limits

# <!doctype html>, <html lang="en">, <head>: comments and white space may come before
HTML_START = re.compile(
    r"^(?>\s++|<!--.*?-->|<\?xml[^>]*+>)*+<(?:!doctype\s+html|html|head|body)\b", re.I | re.S
)
PDF_SIGNATURE = b"%PDF-"
PDF_SNIFFED = 1024  # bytes: some programs write a few extra ones before the signature
# File names under which an error page of a server or firewall is saved in place of a paper
OTHER_ENDINGS = (".pdf", ".docx", ".doc", ".zip")
PAGE_INSTEAD = (
    "is a web page under the name of another format, as a server sends when it refuses a paper"
)
SNIFFED = 4096  # bytes that show the kind
CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f]")
MOST_CONTROL = 0.01  # share of control characters above which bytes are no text


@without_collection()
def read_document(data: bytes, name: str, limits: Limits = DEFAULT_LIMITS) -> Document:
    """Read a paper with the reader for its format.

    Args:
        data: The bytes of the paper.
        name: Its path below the raw folder, for messages.
        limits: The limits for the paper.

    Raises:
        EmptyPaper: There is only white space.
        NotThePaper: It is a web page with the file name of another format.
        UnknownMediaType: No reader knows the format.
        ScannedPaper: It holds pictures of words, and no OCR is installed.
        LockedPaper: It needs a password.
        PaperBeyondLimit: It exceeds the limits.
        UnreadablePaper: The reader for the format cannot make sense of it.
    """
    try:
        document = _reader(data, name, limits)(data)
    except ScannedBytes as error:
        raise ScannedPaper(name, error.reason) from error
    except LockedBytes as error:
        raise LockedPaper(name, error.reason) from error
    except OversizedBytes as error:
        raise PaperBeyondLimit(name, error.reason) from error
    except UnreadableBytes as error:
        raise UnreadablePaper(name, error.reason) from error
    if not any(True for _ in document.blocks):
        raise EmptyPaper(name, "holds no words")
    if document.record:
        return document  # its words are data, where no mark hangs on a name
    return set_marks_apart(with_list_items(document))


def _reader(data: bytes, name: str, limits: Limits) -> Callable[[bytes], Document]:
    head = data[:SNIFFED]
    unread = unread_format(data, head)
    if unread is not None:
        raise UnknownMediaType(name, unread)
    if head.startswith(ZIP_START):
        return partial(read_docx, limits=limits)
    if is_mail(head):
        return partial(_read_web_archive, name=name)
    if PDF_SIGNATURE in head[:PDF_SNIFFED]:
        return partial(read_pdf, limits=limits)
    if not any(head.startswith(mark) for mark, _ in BYTE_ORDER_MARKS) and b"\x00" in head:
        raise UnknownMediaType(name, "is binary data of no known format")
    text = _sniffed_text(head)
    if is_meeting_answer(text):
        return read_meeting_answer
    if HTML_START.match(text):
        if name.casefold().endswith(OTHER_ENDINGS):
            raise NotThePaper(name, PAGE_INSTEAD)
        return read_html
    if len(CONTROL.findall(text)) > MOST_CONTROL * max(len(text), 1):
        raise UnknownMediaType(name, "is binary data of no known format")
    return read_text


def _read_web_archive(data: bytes, name: str) -> Document:
    page = archived_page(data)
    if page is None:
        raise UnknownMediaType(name, MAIL)
    return read_html(page)


def _sniffed_text(head: bytes) -> str:
    """The first bytes as text; a character cut at their end is left out."""
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        head = head[: len(head) // 2 * 2]
    return decode(head)
