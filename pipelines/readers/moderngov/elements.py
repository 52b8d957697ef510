"""The elements of a small XML file with their lines, read without document types and entities."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.parsers import expat

from pipelines.readers.errors import UnreadableBytes

# <attendee memberid="11" name="A > B">: what is inside of a tag behind its name
TAG = re.compile(rb"<[^\s/<>]++\s++(?P<inside>(?:\"[^\"]*+\"|'[^']*+'|[^\"'>/])*+)")
MOST_DEEP = 50  # elements within one another; an answer has seven
MOST_ELEMENTS = 200_000  # a long agenda has some thousands


@dataclass(slots=True)
class Element:
    """One element.

    Attributes:
        name: In small letters.
        text: The words directly inside, decoded once.
        raw: The same as printed in the file; of an element with attributes, those.
        line: The line of the raw words, counted from 1.
    """

    name: str
    attributes: dict[str, str]
    line: int
    raw: str = ""
    text: str = ""
    children: list["Element"] = field(default_factory=list)

    def child(self, name: str) -> "Element | None":
        """The first child of a name."""
        return next((each for each in self.children if each.name == name), None)

    def words(self, name: str) -> str:
        """The words of a child, white space folded; empty if it is not there."""
        child = self.child(name)
        return " ".join(child.text.split()) if child else ""

    def below(self, name: str) -> Iterator["Element"]:
        """Elements of a name at any depth, in order."""
        for each in self.children:
            if each.name == name:
                yield each
            else:
                yield from each.below(name)


def read_elements(source: str) -> Element:
    """The root element of a file.

    Raises:
        UnreadableBytes: It is not XML, declares a document type, or is too deep or too long.
    """
    builder = _Builder(source.encode())
    try:
        return builder.read()
    except expat.ExpatError as error:
        raise UnreadableBytes(f"is not whole XML ({error})") from error


class _Builder:
    def __init__(self, data: bytes) -> None:
        self._data = data
        self._open: list[tuple[Element, int]] = []
        self._root: Element | None = None
        self._count = 0
        self._parser = expat.ParserCreate("utf-8")
        self._parser.buffer_text = True
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.CharacterDataHandler = self._words
        self._parser.StartDoctypeDeclHandler = self._refuse

    def read(self) -> Element:
        self._parser.Parse(self._data, True)
        if self._root is None:
            raise UnreadableBytes("has no element")
        return self._root

    def _refuse(self, *_: object) -> None:
        raise UnreadableBytes("declares a document type, which is not read")

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self._count += 1
        if len(self._open) >= MOST_DEEP or self._count > MOST_ELEMENTS:
            raise UnreadableBytes("has too many elements, or too many within one another")
        values = {key.lower(): value for key, value in attributes.items()}
        element = Element(name.lower(), values, self._parser.CurrentLineNumber)
        start = self._parser.CurrentByteIndex
        if values:
            tag = TAG.match(self._data, start)
            element.raw = " ".join(tag["inside"].decode().split()) if tag else ""
        if self._open:
            self._open[-1][0].children.append(element)
        else:
            self._root = element
        self._open.append((element, start))

    def _end(self, _: str) -> None:
        element, start = self._open.pop()
        end = self._parser.CurrentByteIndex
        if element.children or element.attributes or end == start:  # <x/> ends where it begins
            return
        inner_start = self._data.find(b">", start) + 1
        inner = self._data[inner_start:end]
        element.line += self._data.count(b"\n", start, inner_start)
        element.raw = inner.decode()

    def _words(self, words: str) -> None:
        if self._open:
            self._open[-1][0].text += words
