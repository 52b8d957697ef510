"""The words of a piece of HTML in its plainest form: paragraphs, list items and tables.

What a word processor adds varies between answers that say the same, and markup inside a sentence
would part the words that a quote holds.
"""

from html import escape
from html.parser import HTMLParser

BLOCKS = frozenset(
    "address article blockquote br center dd div dl dt fieldset figure footer form h1 h2 h3 h4 h5 "
    "h6 header hr li main ol p pre section table tbody td tfoot th thead tr ul caption".split()
)
CELLS, ROWS = ("td", "th"), ("table", "tr", "caption")
SILENT = frozenset(["script", "style", "head", "title", "noscript", "template", "svg"])
LISTS = ("ul", "ol")


def plain_html(source: str) -> list[str]:
    """One line a paragraph, list item, or mark of a table.

    >>> plain_html('<div><p class="x">Members <b>agreed</b>.</p><ul><li>a &amp; b</ul></div>')
    ['<p>Members agreed.</p>', '<ul>', '<li>a &amp; b</li>', '</ul>']
    """
    reader = _Plain()
    reader.feed(source)
    reader.close()
    reader.end_words()
    reader.end_open()
    return reader.lines


class _Plain(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.lines: list[str] = []
        self._words: list[str] = []
        self._silent: list[str] = []
        self._open: list[str] = []
        self._is_item = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in SILENT or self._silent:
            if tag in SILENT:
                self._silent.append(tag)
            return
        if tag not in BLOCKS:
            return
        self.end_words()
        if tag in (*LISTS, *ROWS, *CELLS):
            self._open.append(tag)
            self.lines.append(f"<{tag}>")
        elif tag == "li":
            self._is_item = True

    def handle_endtag(self, tag: str) -> None:
        if self._silent:
            if tag == self._silent[-1]:
                self._silent.pop()
            return
        if tag not in BLOCKS:
            return
        self.end_words()
        if tag == "li":
            self._is_item = False
        elif tag in self._open:
            while (last := self._open.pop()) != tag:
                self.lines.append(f"</{last}>")
            self.lines.append(f"</{tag}>")

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self._words.append(data)

    def end_words(self) -> None:
        """End the words of a paragraph or item."""
        words = " ".join("".join(self._words).split())
        self._words = []
        if words:
            tag = "li" if self._is_item else "p"
            self.lines.append(f"<{tag}>{escape(words, quote=False)}</{tag}>")

    def end_open(self) -> None:
        """End what the source left open."""
        self.lines += [f"</{tag}>" for tag in reversed(self._open)]
        self._open = []
