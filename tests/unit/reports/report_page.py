"""A written page as its readers meet it."""

from html.parser import HTMLParser


class Page(HTMLParser):
    """What a page says: its text, ids, links, and the cells of each table by caption."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.texts: list[str] = []
        self.ids: list[str] = []
        self.links: list[str] = []
        self.scopes: list[str] = []
        self.tables: list[list[list[str]]] = []
        self.captions: list[str] = []
        self._cell: list[str] | None = None
        self.feed(html)

    @property
    def text(self) -> str:
        return " ".join("".join(self.texts).split())

    def table(self, caption: str) -> list[list[str]]:
        return self.tables[self.captions.index(caption)]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        self.ids += [found["id"]] if found.get("id") else []
        self.links += [found["href"]] if found.get("href") else []
        if tag == "table":
            self.tables.append([])
        elif tag == "tr":
            self.tables[-1].append([])
        elif tag in ("td", "th", "caption"):
            self._cell = []
            if tag == "th":
                self.scopes.append(found.get("scope") or "")

    def handle_endtag(self, tag: str) -> None:
        if tag in ("td", "th", "caption") and self._cell is not None:
            words = " ".join("".join(self._cell).split())
            if tag == "caption":
                self.captions.append(words)
            else:
                self.tables[-1][-1].append(words)
            self._cell = None

    def handle_data(self, data: str) -> None:
        self.texts.append(data)
        if self._cell is not None:
            self._cell.append(data)
