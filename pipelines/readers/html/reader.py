"""Web pages, saved as they are or written by hand."""

import re

from pipelines.documents import Document, Page
from pipelines.readers.decoding import BYTE_ORDER_MARKS, decode
from pipelines.readers.errors import UnreadableBytes
from pipelines.readers.html.parser import PageParser

MEDIA_TYPE = "text/html"
LARGEST_PAGE = 16 * 1024 * 1024  # bytes: a hundred times the longest web paper seen
HEAD_BYTES = 4096  # a page must name its encoding early; browsers look at the first 1024
# <meta charset="utf-8">, <meta ... content="text/html; charset=iso-8859-1">, <?xml encoding="..."?>
NAMED_ENCODING = re.compile(
    rb"<(?:meta\b[^<>]*?\bcharset|\?xml\b[^<>]*?\bencoding)\s*+=\s*+[\"']?\s*+([\w.:-]+)",
    re.IGNORECASE,
)
# One-byte encodings named by pages in English; other names are mistakes
SINGLE_BYTE = re.compile(r"(?:windows-|cp-?)125\d|iso-?8859-\d{1,2}|macintosh", re.IGNORECASE)
# Browsers read these as Windows-1252, as their writers intended
MEANS_WINDOWS_1252 = re.compile(r"iso-?8859-1", re.IGNORECASE)


def read_html(data: bytes) -> Document:
    """Read a web page: one page, its lines those of the source, counted from 1.

    `Page.lines` holds the visible part of each source line; passages are visible words. Nothing
    is fetched and nothing is run. A definition list is read as a table of two columns.

    Raises:
        UnreadableBytes: The page or its tables are too large.
    """
    if len(data) > LARGEST_PAGE:
        raise UnreadableBytes(
            f"is a web page of {len(data):,} bytes; pages of up to {LARGEST_PAGE:,} are read"
        )
    source = _decoded(data)
    parser = _parsed(source, sets_aside=True)
    if not parser.is_trustworthy():
        # A frame that never ends contains the paper itself: better keep furniture than lose facts.
        parser = _parsed(source, sets_aside=False)
    built = parser.page
    page = Page(
        number=1,
        blocks=tuple(built.blocks),
        furniture=tuple(built.furniture),
        lines=built.text.lines(source.count("\n") + 1),
    )
    return Document(MEDIA_TYPE, (page,), title=parser.title, source_url=parser.address)


def _parsed(source: str, *, sets_aside: bool) -> PageParser:
    parser = PageParser(source, sets_aside=sets_aside)
    parser.feed(_closed(source))
    parser.close()
    return parser


def _closed(source: str) -> str:
    """The source, with a cut-off comment or tag closed.

    Otherwise the parser searches to the end of the page for each unclosed one.
    """
    if source.rfind("<!--") > source.rfind("-->"):
        return f"{source}-->\n"
    if source.rfind("<") > source.rfind(">"):
        return f"{source}>\n"
    return f"{source}\n"


def _decoded(data: bytes) -> str:
    named = NAMED_ENCODING.search(data[:HEAD_BYTES])
    name = named[1].decode("ascii", errors="replace") if named else ""
    has_mark = any(data.startswith(mark) for mark, _ in BYTE_ORDER_MARKS)
    if has_mark or not SINGLE_BYTE.fullmatch(name) or MEANS_WINDOWS_1252.fullmatch(name):
        return decode(data)
    text = data.decode("mac-roman" if name.casefold() == "macintosh" else name, errors="replace")
    return text.replace("\r\n", "\n").replace("\r", "\n")
