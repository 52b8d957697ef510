"""A paper as pages of blocks, each with its place in the paper and the words printed there.

A reader makes a `Document` from bytes; an extractor reads records from it. Nothing here knows a
file format or a table of the warehouse.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

# p7, p7:l12-l15, l265
LOCATOR = re.compile(r"^(?:p(?P<page>\d+))?(?::?l(?P<first>\d+)(?:-l(?P<last>\d+))?)?$")


def fold(text: str) -> str:
    r"""Make every run of white space one space, and none at the ends.

    >>> fold(" Item\t 3 ")
    'Item 3'
    """
    return " ".join(text.split())


@dataclass(frozen=True, slots=True)
class Span:
    """A range of lines; `page` is None in a paper without pages. Lines count from 1."""

    first_line: int
    last_line: int
    page: int | None = None

    @property
    def locator(self) -> str:
        """The place as text.

        >>> Span(12, 15, 7).locator
        'p7:l12-l15'
        >>> Span(265, 265).locator
        'l265'
        """
        lines = f"l{self.first_line}"
        if self.last_line != self.first_line:
            lines += f"-l{self.last_line}"
        return lines if self.page is None else f"p{self.page}:{lines}"

    def meets(self, other: "Span") -> bool:
        """Whether the two have a line in common; one without a page is on every page."""
        if None not in (self.page, other.page) and self.page != other.page:
            return False
        return self.first_line <= other.last_line and other.first_line <= self.last_line

    def through(self, other: "Span") -> "Span":
        """The smallest stretch that holds both; on two pages, the part on the first."""
        if self.page != other.page:
            return self
        return Span(
            min(self.first_line, other.first_line), max(self.last_line, other.last_line), self.page
        )


def parse_locator(text: str) -> Span | None:
    """The place that a locator names, all lines of a page if it names no line; None for no locator.

    >>> parse_locator("p7:l12-l15")
    Span(first_line=12, last_line=15, page=7)
    """
    match = LOCATOR.match(text.strip())
    if match is None or not text.strip():
        return None
    first = int(match["first"] or 1)
    last = int(match["last"] or match["first"] or 10**9)
    return Span(first, max(first, last), int(match["page"]) if match["page"] else None)


@dataclass(frozen=True, slots=True)
class Passage:
    """Words of a paper, with and without the markup they are printed in.

    Attributes:
        text: The words, markup removed, white space folded.
        raw: The same stretch as printed in the paper, white space folded.
        span: Its place.
        origins: For each character of `text` its offset in `raw`; empty where the two are equal.
    """

    text: str
    raw: str
    span: Span
    origins: tuple[int, ...] = field(default=(), repr=False)

    def quote(self, start: int = 0, end: int | None = None) -> str:
        """The words of the paper behind `text[start:end]`, as printed."""
        if start == 0 and end is None:
            return self.raw
        end = len(self.text) if end is None else min(end, len(self.text))
        if start >= end:
            return ""
        if not self.origins:
            return fold(self.raw[start:end])
        return fold(self.raw[self.origins[start] : self.origins[end - 1] + 1])

    def part(self, start: int, end: int | None = None) -> "Passage":
        """The passage of `text[start:end]`, without white space at its ends."""
        end = len(self.text) if end is None else min(end, len(self.text))
        while start < end and self.text[start].isspace():
            start += 1
        while end > start and self.text[end - 1].isspace():
            end -= 1
        if start >= end:
            return Passage("", "", self.span)
        if not self.origins and end - start == len(self.raw):
            return self
        if not self.origins:
            return Passage(self.text[start:end], self.raw[start:end], self.span)
        first, last = self.origins[start], self.origins[end - 1]
        text, raw = self.text[start:end], self.raw[first : last + 1]
        if text == raw:  # as most sentences of a paragraph
            return Passage(text, raw, self.span)
        origins = tuple([offset - first for offset in self.origins[start:end]])
        return Passage(text, raw, self.span, origins)


class Kind(StrEnum):
    """What a block is, by its form alone."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list_item"
    TABLE = "table"


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a table: its paragraphs, none if it is blank.

    `span` is over how many columns the paper sets it; the others it takes follow as blank cells.
    """

    paragraphs: tuple[Passage, ...] = ()
    span: int = 1

    @property
    def text(self) -> str:
        """The words of all its paragraphs, folded into one line."""
        if len(self.paragraphs) == 1:
            return self.paragraphs[0].text
        return " ".join(passage.text for passage in self.paragraphs)


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table; `passage` is the whole row as printed in the paper.

    `texts` holds the words of each cell, joined once for all extractors that look for tables.
    `is_agreed` if two independent ways of telling the columns apart gave the same cells.
    """

    cells: tuple[Cell, ...]
    passage: Passage
    is_agreed: bool = field(default=False, compare=False)
    texts: tuple[str, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "texts", tuple(cell.text for cell in self.cells))


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to part the cells of a table, and what speaks against it.

    Attributes:
        how: By what the cells are parted, for people.
        costs: What speaks against it, each with its cost; nothing if it is the only way.
        is_taken: Whether it is the one that the table was read by.
    """

    how: str
    costs: tuple[tuple[str, float], ...] = ()
    is_taken: bool = True

    @property
    def cost(self) -> float:
        """All costs together."""
        return sum(cost for _, cost in self.costs)


@dataclass(frozen=True, slots=True)
class Block:
    """A heading, paragraph or list item (`passage`), or a table (`rows`).

    `level` is the depth of a heading if the format gives it, else 0. `passage` of a table is that
    of its first row. `others` are other readings of a table's rows that its form allows as well: a
    structure that knows the figures decides between them. `readings` say by what its cells were
    parted; there are none if the format itself has cells.
    """

    kind: Kind
    passage: Passage
    rows: tuple[Row, ...] = ()
    level: int = 0
    others: tuple[tuple[Row, ...], ...] = field(default=(), compare=False)
    readings: tuple[Reading, ...] = field(default=(), compare=False)

    @property
    def text(self) -> str:
        """The words of the block's passage."""
        return self.passage.text

    @property
    def lines(self) -> tuple[Passage, ...]:
        """The block's own words; for a table, those of its cells, row by row."""
        if not self.rows:
            return (self.passage,)
        return tuple(line for row in self.rows for cell in row.cells for line in cell.paragraphs)

    @property
    def span(self) -> Span:
        """The place of the whole block."""
        if not self.rows:
            return self.passage.span
        return self.rows[0].passage.span.through(self.rows[-1].passage.span)


@dataclass(frozen=True, slots=True)
class Page:
    """One page: what was read, what was set aside, and the lines that locators count.

    Attributes:
        number: Counted from 1; a text or web paper has one page.
        blocks: In reading order, page furniture left out.
        furniture: Running headers, footers, page numbers, maps and travel notes.
        lines: Every line as printed in the paper.
        method: `text`, or `ocr` where the words were recognised in a picture.
    """

    number: int
    blocks: tuple[Block, ...]
    furniture: tuple[Passage, ...] = ()
    lines: tuple[str, ...] = field(default=(), repr=False)
    method: str = "text"

    @property
    def characters(self) -> int:
        """How many characters other than white space the page holds."""
        return len("".join("".join(self.lines).split()))


@dataclass(frozen=True, slots=True)
class RecordedPerson:
    """One row of a publisher's own register of attendance, each value as printed.

    `passage` is the whole row; `person_key` is the same for one person of a source.
    """

    passage: Passage
    name: str
    person_key: str | None
    role: str
    attendance: str
    party: str
    ward: str
    representing: str


@dataclass(frozen=True, slots=True)
class RecordedItem:
    """One item of a meeting as its publisher's system holds it; a heading has no number."""

    number: str | None
    title: Passage
    decision: tuple[Block, ...] = ()
    minutes: tuple[Block, ...] = ()


@dataclass(frozen=True, slots=True)
class RecordedMeeting:
    """One meeting as data: what a publisher's system says, where other papers print it.

    Attributes:
        board: The name of the committee.
        body: The body that it belongs to; empty if not given.
        council_id: The one council whose site it is; None for a body of many.
        head: The passage of the day.
        status: As printed; None if not given.
    """

    board: Passage
    body: str
    council_id: str | None
    head: Passage
    meeting_date: date
    start_time: str
    venue: str
    status: Passage | None
    people: tuple[RecordedPerson, ...]
    items: tuple[RecordedItem, ...]


@dataclass(frozen=True, slots=True)
class Document:
    """One paper as read: its media type and its pages.

    `record` is what it says of a meeting as data; None in papers that are written for people.
    `blocks` holds those of all pages in reading order.
    """

    media_type: str
    pages: tuple[Page, ...]
    title: str | None = None
    source_url: str | None = None
    is_paged: bool = False
    record: RecordedMeeting | None = None
    blocks: tuple[Block, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        blocks = tuple(block for page in self.pages for block in page.blocks)
        object.__setattr__(self, "blocks", blocks)

    @property
    def furniture(self) -> Iterator[Passage]:
        """All page furniture in order."""
        for page in self.pages:
            yield from page.furniture

    def words_at(self, span: Span) -> str:
        """The lines of the paper at a place, white space folded."""
        page = self.pages[(span.page or 1) - 1]
        return fold("\n".join(page.lines[span.first_line - 1 : span.last_line]))

    def holds(self, quote: str, span: Span) -> bool:
        """Whether the quote occurs in the paper at that place."""
        return fold(quote) in self.words_at(span)
