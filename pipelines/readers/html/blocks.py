"""From the tags and words of a web page to blocks and furniture."""

import re
from typing import Literal

from pipelines.documents import Block, Kind, Passage
from pipelines.readers.errors import UnreadableBytes
from pipelines.readers.html.asides import Attributes
from pipelines.readers.html.lists import OpenLists
from pipelines.readers.html.tables import OpenTable
from pipelines.readers.html.visible_text import VisibleText

# Tags at which a line ends on the screen
_BREAKING = (
    "address article aside blockquote body br caption center dd details div dl dt fieldset "
    "figcaption figure footer form h1 h2 h3 h4 h5 h6 head header hr html legend li main menu nav "
    "ol option p pre section summary table tbody td tfoot th thead title tr ul"
)
BREAKING_TAGS = frozenset(_BREAKING.split())
TABLE_TAGS = frozenset({"table", "tr", "td", "th", "caption", "dl", "dt", "dd"})
HEADING_TAG = re.compile(r"h([1-6])")
DIGITS = re.compile(r"^\s*+(\d{1,6})")
DEEPEST_TABLE = 8  # nested tables; deeper ones are read as words of the cell around them
MOST_PLACES = 1_000_000  # cells, spanned ones included; the longest papers have some thousands


class BlockBuilder:
    """Collects the parser's events into blocks.

    Attributes:
        text: The visible words.
        blocks: The blocks in reading order.
        furniture: The frame around the paper.
        is_aside: Whether the next content is furniture; set by the parser.
    """

    def __init__(self) -> None:
        """Begin an empty page."""
        self.text = VisibleText()
        self.blocks: list[Block] = []
        self.furniture: list[Passage] = []
        self.is_aside = False
        self._start = 0
        self._kind = Kind.PARAGRAPH
        self._level = 0
        self._is_caption = False
        self._lists = OpenLists()
        self._label = ""
        self._tables: list[OpenTable] = []
        self._deeper_tables = 0
        self._places = 0

    @property
    def is_in_table(self) -> bool:
        """Whether a table is open."""
        return bool(self._tables)

    def start(self, tag: str, attributes: Attributes, line: int) -> None:
        """Take a start tag."""
        if tag not in BREAKING_TAGS:
            return
        if tag == "br" and self._is_one_line():
            self.text.add(" ", line)
            return
        self.end_passage(line)
        heading = HEADING_TAG.fullmatch(tag)
        if self.is_aside:
            return
        if tag in TABLE_TAGS:
            self._start_table_part(tag, attributes)
        elif heading:
            self._kind, self._level = Kind.HEADING, int(heading[1])
        elif tag == "li":
            self._kind, self._level = Kind.LIST_ITEM, 0
            self._label = self._lists.item(attributes)
        elif tag in ("ol", "ul"):
            self._lists.start(tag, attributes)

    def end(self, tag: str, line: int) -> None:
        """Take an end tag."""
        if tag not in BREAKING_TAGS:
            return
        self.end_passage(line)
        if self.is_aside:
            return
        if tag in TABLE_TAGS:
            self._end_table_part(tag)
        elif tag == "li" or HEADING_TAG.fullmatch(tag):
            self._kind, self._level = Kind.PARAGRAPH, 0
        elif tag in ("ol", "ul"):
            self._lists.end()

    def end_passage(self, line: int) -> None:
        """End the current passage, if there is one."""
        passage = self.text.cut(self._start, self.text.place)
        self.text.add(" ", line)
        self._start = self.text.place
        if passage is None:
            return
        if self.is_aside:
            self.furniture.append(passage)
        elif self._is_caption and self._tables[-1].caption is None:
            self._tables[-1].caption = passage
        else:
            passage = _labelled(passage, self._label)
            self._open_blocks().append(Block(self._kind, passage, level=self._level))
            self._kind, self._level, self._label = Kind.PARAGRAPH, 0, ""

    def finish(self, line: int) -> None:
        """End everything that is still open."""
        self.end_passage(line)
        while self._tables:
            self._pop_table()

    def _is_one_line(self) -> bool:
        """Whether a line break is part of a heading or a list item and does not end a paragraph."""
        if self._kind is Kind.HEADING:
            return True
        return self._kind is Kind.LIST_ITEM and self._open_blocks() is self.blocks

    def _open_blocks(self) -> list[Block]:
        # Browsers show words in a table but outside its cells before the table.
        cells = (table.cell for table in reversed(self._tables))
        return next((cell for cell in cells if cell is not None), self.blocks)

    def _start_table_part(self, tag: str, attributes: Attributes) -> None:
        self._is_caption = False
        if tag in ("table", "dl"):
            self._push_table("dl" if tag == "dl" else "table", attributes)
        elif not self._deeper_tables:
            table = self._nearest("dl" if tag in ("dt", "dd") else "table")
            if table is not None:
                self._is_caption = tag == "caption"
                self._start_in(table, tag, attributes)

    def _start_in(self, table: OpenTable, tag: str, attributes: Attributes) -> None:
        before = table.places
        if tag in ("tr", "dt"):
            table.start_row(self.text)
        if tag in ("td", "th", "dt"):
            columns, rows = _span(attributes, "colspan"), _span(attributes, "rowspan")
            table.start_cell(self.text, columns, rows)
        # The description of a term is in the second column, even if the term is missing.
        while tag == "dd" and table.width < 2:
            table.start_cell(self.text)
        self._count(table.places - before)

    def _end_table_part(self, tag: str) -> None:
        self._is_caption = False
        if self._deeper_tables:
            self._deeper_tables -= tag in ("table", "dl")
            return
        table = self._nearest("dl" if tag in ("dl", "dt", "dd") else "table")
        if table is None:
            return
        if tag in ("table", "dl"):
            self._pop_table()
        elif tag == "tr":
            table.end_row(self.text)
        elif tag in ("td", "th"):
            table.end_cell()

    def _push_table(self, tag: Literal["table", "dl"], attributes: Attributes) -> None:
        if self._deeper_tables or len(self._tables) == DEEPEST_TABLE:
            self._deeper_tables += 1
            return
        is_layout = attributes.get("role", "").casefold() in ("presentation", "none")
        self._tables.append(OpenTable(tag, is_layout))

    def _pop_table(self) -> None:
        table = self._tables.pop()
        table.end_row(self.text)
        self._open_blocks().extend(table.blocks())

    def _nearest(self, tag: str) -> OpenTable | None:
        """The innermost table of that tag; everything open within it ends."""
        if all(table.tag != tag for table in self._tables):
            return None
        while self._tables[-1].tag != tag:
            self._pop_table()
        return self._tables[-1]

    def _count(self, places: int) -> None:
        self._places += places
        if self._places > MOST_PLACES:
            raise UnreadableBytes(f"has tables of more than {MOST_PLACES:,} cells")


def _labelled(passage: Passage, label: str) -> Passage:
    """A passage after the number of its list, which is in the text and not in the quote."""
    if not label:
        return passage
    text = f"{label} {passage.text}"
    shift = len(text) - len(passage.text)
    return Passage(text, passage.raw, passage.span, (*(0,) * shift, *range(len(passage.text))))


def _span(attributes: Attributes, name: str) -> int:
    digits = DIGITS.match(attributes.get(name, ""))
    return max(1, int(digits[1])) if digits else 1
