"""A page as a reader of HTML sees it: elements with their words, links, and what does not nest."""

from dataclasses import dataclass, field
from html.parser import HTMLParser
from posixpath import dirname, join, normpath

VOID = {"area", "br", "col", "hr", "img", "input", "link", "meta", "rect", "source", "wbr"}


@dataclass(eq=False)
class Element:
    """One element; `words` are all within it, white space folded."""

    tag: str
    attributes: dict[str, str]
    parents: tuple["Element", ...]
    texts: list[str] = field(default_factory=list)

    @property
    def words(self) -> str:
        return " ".join("".join(self.texts).split())

    def has(self, name: str) -> bool:
        return name in self.attributes.get("class", "").split()


class HtmlPage(HTMLParser):
    """Parses one page; `faults` are tags that are closed in the wrong order or not at all."""

    def __init__(self) -> None:
        super().__init__()
        self.elements: list[Element] = []
        self.faults: list[str] = []
        self._open: list[Element] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = {name: value or "" for name, value in attrs}
        element = Element(tag, attributes, tuple(self._open))
        self.elements.append(element)
        if tag not in VOID:
            self._open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self._open.pop()

    def handle_endtag(self, tag: str) -> None:
        if self._open and self._open[-1].tag == tag:
            self._open.pop()
        else:
            self.faults.append(f"</{tag}> at {self.getpos()}")

    def handle_data(self, data: str) -> None:
        for element in self._open:
            element.texts.append(data)

    def close(self) -> None:
        super().close()
        self.faults += [f"<{element.tag}> is not closed" for element in self._open]

    def all(self, tag: str) -> list[Element]:
        return [element for element in self.elements if element.tag == tag]

    def with_id(self) -> dict[str, Element]:
        return {each.attributes["id"]: each for each in self.elements if "id" in each.attributes}


def read_page(html: str) -> HtmlPage:
    page = HtmlPage()
    page.feed(html)
    page.close()
    return page


def target_of(page: str, link: str) -> tuple[str, str]:
    """The path from the root of the site, and the anchor, that a link of a page leads to."""
    path, _, anchor = link.partition("#")
    path = path.partition("?")[0]
    return (normpath(join(dirname(page), path)) if path else page), anchor
