"""Makes numbered lines and blocks of a PDF page from its elements."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise, zip_longest

from pipelines.documents import Block, Cell, Kind, Page, Passage, Row, Span
from pipelines.readers.pdf.layout.elements import CellLines, Element, Prose
from pipelines.readers.pdf.layout.lines import Line
from pipelines.readers.pdf.layout.paragraphs import BULLET

HYPHENS = ("-", "\u2010", "\u00ad", "\u2013", "/")
# sector-, 2021–: what is behind the sign goes on in the next line without a space
CUT_WORD = re.compile(r"\w[-\u2010]$|\d[\u2013/]$")
# Any of these signs: most passages have none, and no word that is cut
MAY_BE_CUT = re.compile(rf"[{''.join(HYPHENS)}]")
DASHES = ("-", "\u2013")
# 2013, and a -14 alone in the line below: years that a narrow cell cut
CUT_YEARS = re.compile(r"(?:^|\s)(?:19|20)\d\d [-\u2013]\d\d$")
# A typesetter's hyphen, unlike the one of a keyboard, and the continuation after it
SOFT_HYPHEN = re.compile(r"[^\W\d_][\u2010\u00ad]$")
GOES_ON = re.compile(r"[^\W\d_A-Z]")
BLANK = Cell()


@dataclass(slots=True)
class PageWriter:
    """Takes the content of a page in reading order and counts its lines."""

    number: int
    lines: list[str] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)
    furniture: list[Passage] = field(default_factory=list)

    def write(self, element: Element) -> None:
        """Add prose or a table below the existing content."""
        if isinstance(element, Prose):
            passage = self._passage(element.lines)
            if element.kind is Kind.LIST_ITEM:
                passage = _without_bullet(passage)
            self.blocks.append(Block(element.kind, passage, level=element.level))
            return
        rows = tuple(
            _spread(self._row(cells, is_sure=element.is_sure), spans)
            for cells, spans in zip_longest(element.rows, element.spans, fillvalue=())
        )
        others: tuple[tuple[Row, ...], ...] = ()
        if element.rival:
            heads = tuple(_row_of_heads(cells, rows[0].passage.span) for cells in element.rival)
            others = ((*heads, *rows[element.head_rows :]),)
        self.blocks.append(
            Block(Kind.TABLE, rows[0].passage, rows, others=others, readings=element.readings)
        )

    def write_furniture(self, lines: Sequence[Line]) -> None:
        """Add running lines."""
        self.furniture += [self._passage([line]) for line in lines]

    def page(self, method: str = "text") -> Page:
        """The page as written."""
        return Page(
            self.number, tuple(self.blocks), tuple(self.furniture), tuple(self.lines), method
        )

    def _passage(self, lines: Sequence[Line]) -> Passage:
        first = len(self.lines) + 1
        self.lines += [line.text for line in lines]
        return _joined(lines, Span(first, len(self.lines), self.number))

    def _row(self, cells: Sequence[CellLines], *, is_sure: bool) -> Row:
        """A row on one line if each cell has one; else cell by cell, line by line.

        Where no cell is blank, the order of the cells says the same as their places.
        """
        first = len(self.lines) + 1
        printed = [line for cell in cells for paragraph in cell for line in paragraph]
        if len(printed) <= sum(map(bool, cells)):
            self.lines.append(" ".join([line.text for line in printed]))
            span = Span(first, first, self.number)
            made = [
                Cell(tuple([_joined(each, span) for each in cell])) if cell else BLANK
                for cell in cells
            ]
        else:
            made = [Cell(tuple([self._passage(each) for each in cell])) for cell in cells]
            span = Span(first, len(self.lines), self.number)
        return Row(tuple(made), _joined(printed, span), is_sure and all(cells))


def _spread(row: Row, spans: Sequence[int]) -> Row:
    """A row whose cells are over so many columns each; over one if nothing is said."""
    if not spans:
        return row
    cells = [replace(cell, span=span) for cell, span in zip(row.cells, spans, strict=True)]
    return replace(row, cells=tuple(cells))


def _row_of_heads(cells: Sequence[CellLines], span: Span) -> Row:
    """Heads as another reading has them; they are printed where those of the first one are."""
    made = [Cell(tuple(_joined(each, span) for each in cell)) for cell in cells]
    return Row(
        tuple(made), _joined([line for cell in cells for each in cell for line in each], span)
    )


def _joined(lines: Sequence[Line], span: Span) -> Passage:
    """Lines as one passage; a word cut at the end of a line is read without the space there.

    The hyphen of a divided word is not part of the word.
    """
    if len(lines) == 1 and not lines[0].is_broken:
        text = lines[0].text
        return Passage(text, text, span)
    texts = [line.text for line in lines]
    raw = " ".join(texts)
    if not MAY_BE_CUT.search(raw) and not any(line.is_broken for line in lines):
        return Passage(raw, raw, span)  # as most passages
    cuts: set[int] = set()
    length = 0
    for line, (text, below) in zip(lines, pairwise(texts), strict=False):
        length += len(text)
        # Few lines end with a hyphen: the others need not be searched.
        is_hyphened = text.endswith(HYPHENS)
        if is_hyphened and (line.is_broken or (SOFT_HYPHEN.search(text) and GOES_ON.match(below))):
            cuts |= {length - 1, length}
        elif (
            line.is_broken
            or (is_hyphened and CUT_WORD.search(text))
            or (below.startswith(DASHES) and CUT_YEARS.search(f"{text} {below}"))
        ):
            cuts.add(length)
        length += 1
    if not cuts:
        return Passage(raw, raw, span)
    origins = tuple(offset for offset in range(len(raw)) if offset not in cuts)
    return Passage("".join(raw[offset] for offset in origins), raw, span, origins)


def _without_bullet(passage: Passage) -> Passage:
    label, _, words = passage.text.partition(" ")
    if not words or not BULLET.match(label):
        return passage
    start = len(label) + 1
    origins = passage.origins or tuple(range(len(passage.text)))
    return Passage(words, passage.raw, passage.span, origins[start:])
