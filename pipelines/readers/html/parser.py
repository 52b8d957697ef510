"""The tags and words of a web page, read in one pass: no tree is built and nothing recurses."""

import re
from html import unescape
from html.parser import HTMLParser

from pipelines.documents import fold
from pipelines.readers.html.asides import (
    CONTENT_TAGS,
    Attributes,
    Enclosure,
    is_furniture,
    is_hidden,
    shown_in_cell,
)
from pipelines.readers.html.blocks import TABLE_TAGS, BlockBuilder
from pipelines.readers.html.roles import Roles
from pipelines.readers.note_marks import lifted

# <!-- saved from url=(0026)https://example.org/page -->
SAVED_FROM = re.compile(r"saved from url=\(\d+\)(\S+)")
WEB_ADDRESS = re.compile(r"https?://\S+", re.IGNORECASE)


class PageParser(HTMLParser):
    """Reads the source of one page; `feed` it once, then `close` it.

    Attributes:
        page: The content.
        title: The title of the page; None if it has none.
        address: The address that the page gives for itself; None if it gives none.
    """

    def __init__(self, source: str, *, sets_aside: bool = True) -> None:
        """Prepare to read; `sets_aside` if the frame around the paper is furniture."""
        super().__init__(convert_charrefs=False)
        self.page = BlockBuilder()
        self.title: str | None = None
        self.address: str | None = None
        self._source_lines = source.split("\n")
        self._roles = Roles(source)
        self._sets_aside = sets_aside
        self._hidden: Enclosure | None = None
        self._aside: Enclosure | None = None
        self._tables_aside = 0
        self._content_depth = 0
        self._title_words: list[str] | None = None
        self._is_verbatim = False
        self._raised = 0

    @property
    def line(self) -> int:
        """The current source line, counted from 1."""
        return self.getpos()[0]

    def close(self) -> None:
        """End the page and everything still open on it."""
        super().close()
        self.page.finish(len(self._source_lines))

    def is_trustworthy(self) -> bool:
        """Whether every part that was set aside ended, and some of the page is left."""
        return self._aside is None and bool(self.page.blocks or not self.page.furniture)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take a start tag."""
        if self._hidden is not None:
            self._hidden.opens(tag)
            return
        attributes = {name: value or "" for name, value in attrs}
        if is_hidden(tag, attributes):
            self._hidden = Enclosure(tag)
            return
        if tag == "title" and self.title is None:
            self._title_words = []
        if tag == "link" and "canonical" in attributes.get("rel", "").casefold().split():
            self._note_address(attributes.get("href", ""))
        self._content_depth += tag in CONTENT_TAGS
        self._is_verbatim = self._is_verbatim or tag == "pre"
        self._start_aside(tag, attributes)
        self._raised += tag == "sup"
        if self.page.is_in_table and (shown := shown_in_cell(tag, attributes)):
            self.page.text.add(shown, self.line)
        self.page.start(self._roles.start(tag, attributes), attributes, self.line)

    def handle_endtag(self, tag: str) -> None:
        """Take an end tag."""
        if self._hidden is not None:
            if self._hidden.closes(tag):
                self._hidden = None
            return
        if tag == "title" and self._title_words is not None:
            self.title = fold("".join(self._title_words)) or None
            self._title_words = None
        self._content_depth -= tag in CONTENT_TAGS and self._content_depth > 0
        self._is_verbatim = self._is_verbatim and tag != "pre"
        self._raised -= tag == "sup" and self._raised > 0
        self._end_aside(tag)
        self.page.end(self._roles.end(tag), self.line)

    def handle_data(self, data: str) -> None:
        """Take words as written in the source."""
        if self._hidden is not None:
            return
        if self._title_words is not None:
            self._title_words.append(data)
            return
        for offset, words in enumerate(data.split("\n") if self._is_verbatim else [data]):
            if offset:
                self.page.end_passage(self.line + offset)
            self.page.text.add(lifted(words) if self._raised else words, self.line + offset)

    def handle_entityref(self, name: str) -> None:
        """Take `&name;`, or an ampersand that begins no entity."""
        line, column = self.getpos()
        end = column + 1 + len(name)
        ends_in_semicolon = self._source_lines[line - 1][end : end + 1] == ";"
        self.handle_data(
            _without_breaks(unescape(f"&{name};" if ends_in_semicolon else f"&{name}"))
        )

    def handle_charref(self, name: str) -> None:
        """Take `&#8211;` or `&#x2013;`."""
        self.handle_data(_without_breaks(unescape(f"&#{name};")))

    def handle_comment(self, data: str) -> None:
        """Take a comment: browsers note there where a page was saved from."""
        saved_from = SAVED_FROM.search(data)
        if saved_from:
            self._note_address(saved_from[1])

    def parse_marked_section(self, i: int, report: bool = True) -> int:
        """Take `<![if ...]>` as a comment, as browsers do."""
        return self.parse_bogus_comment(i, report)

    def _note_address(self, address: str) -> None:
        if self.address is None and WEB_ADDRESS.fullmatch(address.strip()):
            self.address = address.strip()

    def _start_aside(self, tag: str, attributes: Attributes) -> None:
        if self._aside is not None:
            if not self._leaves_aside(tag):
                self._aside.opens(tag)
                self._tables_aside += tag == "table"
        elif self._sets_aside and is_furniture(tag, attributes, in_content=self._content_depth > 0):
            self.page.end_passage(self.line)
            self.page.is_aside = True
            self._aside = Enclosure(tag)
            self._tables_aside = 0

    def _end_aside(self, tag: str) -> None:
        if self._aside is None or self._leaves_aside(tag):
            return
        self._tables_aside -= tag == "table"
        if self._aside.closes(tag):
            self._close_aside()

    def _leaves_aside(self, tag: str) -> bool:
        """Close furniture that was never closed within its cell."""
        leaves = tag in TABLE_TAGS and not self._tables_aside and self.page.is_in_table
        if leaves and tag != "table":
            self._close_aside()
            return True
        return False

    def _close_aside(self) -> None:
        self.page.end_passage(self.line)
        self.page.is_aside = False
        self._aside = None


def _without_breaks(words: str) -> str:
    """Turn a line break written as an entity into a space: it does not start a source line."""
    return words.replace("\n", " ").replace("\r", " ")
