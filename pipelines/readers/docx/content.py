"""The content of a Word file in reading order: paragraphs and tables, before line numbering."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TypeAlias

from pipelines.readers.docx.package import (
    Element,
    attribute,
    child,
    children,
    is_on,
    local_name,
    relationship_of,
)
from pipelines.readers.docx.styles import NO_LIST, Lists, Style, heading_level, list_place
from pipelines.readers.errors import UnreadableBytes
from pipelines.readers.note_marks import lifted
from pipelines.readers.symbols import CROSSED, EMPTY, sign_of

# Tags around paragraphs, tables, rows, cells or runs: content controls, insertions, moves, links
_WRAPPERS = "ins moveTo hyperlink smartTag sdt sdtContent fldSimple customXml bdo dir Choice"
WRAPPERS = frozenset(_WRAPPERS.split())
# Characters written as tags
CHARACTERS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
HEX = re.compile(r"[0-9A-Fa-f]{1,4}")
UNREAD = ("vanish", "strike", "dstrike")
PICTURES = frozenset({"drawing", "pict", "object"})
WIDEST_SPAN = 200  # columns: only a mistake in a file is wider
MOST_PLACES = 1_000_000  # cells, spanned ones included; the longest papers have some thousands


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph: its words with tabs and line breaks, and its automatic number in Word.

    `level` is that of a heading, 0 for none.
    """

    words: str
    label: str = ""
    is_bullet: bool = False
    level: int = 0


@dataclass(frozen=True, slots=True)
class TableCell:
    """What is in a cell, and over how many columns it is."""

    contents: "tuple[Content, ...]"
    span: int = 1


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of places; None is a place that another cell spans."""

    rows: "tuple[tuple[Place, ...], ...]"


@dataclass(frozen=True, slots=True)
class Chunk:
    """A file within the file, such as a web page that was pasted in; Word shows its words."""

    relationship: str


Content: TypeAlias = Paragraph | Table | Chunk
Place: TypeAlias = TableCell | None


@dataclass(slots=True)
class _Words:
    """Collected words of a paragraph, and the text boxes anchored in it."""

    pieces: list[str] = field(default_factory=list)
    boxes: list[Element] = field(default_factory=list)


class ContentReader:
    """Reads the parts in the order of the document, because lists count through all of it."""

    def __init__(self, styles: dict[str, Style], lists: Lists) -> None:
        """Begin a document."""
        self._styles = styles
        self._lists = lists
        self._places = 0

    def read(self, parent: Element) -> list[Content]:
        """Paragraphs and tables below an element: a body, a cell, a text box, a header."""
        found: list[Content] = []
        carried = ""
        for element in _unwrapped(parent, "p", "tbl", "altChunk"):
            if local_name(element.tag) == "tbl":
                found.append(self._table(element))
                continue
            if local_name(element.tag) == "altChunk":
                found.append(Chunk(relationship_of(element)))
                continue
            words = _Words()
            _gather(element, words)
            text = carried + "".join(words.pieces)
            if child(element, "pPr", "rPr", "del") is not None:
                carried = text  # its end was deleted: the next paragraph continues it
                continue
            carried = ""
            found.append(self._paragraph(element, text))
            for box in words.boxes:
                found += self.read(box)
        return [*found, Paragraph(carried)] if carried else found

    def _paragraph(self, element: Element, words: str) -> Paragraph:
        properties = child(element, "pPr")
        style_id = attribute(child(properties, "pStyle"))
        style = self._styles.get(style_id or "", Style())
        level = heading_level(properties)
        list_id, depth = list_place(properties)
        list_id = list_id or style.list_id
        label: str | None = ""
        if list_id and list_id != NO_LIST:
            if depth is None:
                depth = style.depth
            if depth is None:
                depth = self._lists.depth_of_style(list_id, style_id)
            label = self._lists.label(list_id, depth)
        return Paragraph(words, label or "", label is None, style.level if level is None else level)

    def _table(self, element: Element) -> Table:
        rows = []
        for row in _unwrapped(element, "tr"):
            properties = child(row, "trPr")
            if child(properties, "del") is not None:
                continue
            places = list(self._row(row, properties))
            self._places += len(places)
            if self._places > MOST_PLACES:
                raise UnreadableBytes(f"has tables of more than {MOST_PLACES:,} cells")
            rows.append(tuple(places))
        return Table(tuple(rows))

    def _row(self, row: Element, properties: Element | None) -> Iterator[Place]:
        for _ in range(_span(child(properties, "gridBefore"), 0)):
            yield None
        for cell in _unwrapped(row, "tc"):
            settings = child(cell, "tcPr")
            merged = child(settings, "vMerge")
            goes_on = merged is not None and attribute(merged) != "restart"
            is_deleted = child(settings, "cellDel") is not None
            span = max(_span(child(settings, "gridSpan"), 1), 1)
            yield None if goes_on or is_deleted else TableCell(tuple(self.read(cell)), span)
            for _ in range(span - 1):
                yield None


def _span(element: Element | None, otherwise: int) -> int:
    digits = attribute(element) or ""
    return min(int(digits), WIDEST_SPAN) if digits.isdecimal() else otherwise


def _unwrapped(parent: Element, *names: str) -> Iterator[Element]:
    """The elements with these names, including those within content controls and insertions."""
    for element in parent:
        name = local_name(element.tag)
        if name in names:
            yield element
        elif name in WRAPPERS:
            yield from _unwrapped(element, *names)
        elif name == "AlternateContent":
            yield from _unwrapped(_alternative(element), *names)


def _gather(parent: Element, words: _Words) -> None:
    """Collect the visible text, without deleted and hidden words and field codes."""
    for element in parent:
        name = local_name(element.tag)
        if name == "t":
            words.pieces.append((element.text or "").replace("\n", " ").replace("\t", " "))
        elif name in CHARACTERS:
            words.pieces.append(CHARACTERS[name])
        elif name == "sym":
            words.pieces.append(_symbol(element))
        elif name == "ffData":
            words.pieces.append(_chosen(element))
        elif name == "r":
            _gather_run(element, words)
        elif name in WRAPPERS or name == "fldChar":
            _gather(element, words)
        elif name == "AlternateContent":
            _gather(_alternative(element), words)
        elif name in PICTURES:
            words.boxes += _boxes(element)


def _gather_run(run: Element, words: _Words) -> None:
    """Collect a run, unless it is hidden or struck out; raised note marks are lifted."""
    properties = child(run, "rPr")
    if any(is_on(child(properties, unread)) for unread in UNREAD):
        return
    first = len(words.pieces)
    _gather(run, words)
    font = attribute(child(properties, "rFonts"), "ascii") or ""
    if font:
        words.pieces[first:] = [sign_of(font, piece) for piece in words.pieces[first:]]
    if attribute(child(properties, "vertAlign")) == "superscript":
        words.pieces[first:] = [lifted(piece) for piece in words.pieces[first:]]


def _symbol(element: Element) -> str:
    """A character that is named by its font and its place in it; empty for one beyond Unicode."""
    place = attribute(element, "char") or ""
    if not HEX.fullmatch(place):
        return ""
    return sign_of(attribute(element, "font") or "", chr(int(place, 16)))


def _chosen(field: Element) -> str:
    """What a form field of an older kind shows: a box, or the chosen entry of a list."""
    box = child(field, "checkBox")
    if box is not None:
        state = child(box, "checked")
        return CROSSED if is_on(child(box, "default") if state is None else state) else EMPTY
    entries = child(field, "ddList")
    chosen = attribute(child(entries, "result")) or attribute(child(entries, "default")) or "0"
    shown = [attribute(entry) or "" for entry in children(entries, "listEntry")]
    return shown[int(chosen)] if chosen.isdecimal() and int(chosen) < len(shown) else ""


def _alternative(element: Element) -> Element:
    """The first of several forms of the same content, so that a text box is read once."""
    return next(children(element, "Choice", "Fallback"), ())


def _boxes(parent: Element) -> Iterator[Element]:
    for element in parent:
        if local_name(element.tag) == "txbxContent":
            yield element
        else:
            yield from _boxes(element)
