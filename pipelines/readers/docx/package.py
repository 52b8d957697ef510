"""The parts of a Word file and their XML, read without fetching anything."""

import posixpath
import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any, TypeAlias

from lxml import etree

from pipelines.readers.errors import UnreadableBytes
from pipelines.readers.zip_members import open_zip, read_member
from pipelines.runtime.limits import DEFAULT_LIMITS, Limits

# The start of entity declarations; parts with one are refused before entities are expanded
DECLARATION = b"<!DOCTYPE"
# lxml ships no types
Element: TypeAlias = Any

MAIN_PART = "word/document.xml"
# .../wordprocessingml/2006/main, and the same in files of the strict kind
WORD_SPACE = re.compile(r"http://(?:schemas\.openxml|purl\.oclc)[\w.]*/.*wordprocessingml.*main")
RELATIONSHIP = re.compile(r"/relationships\}id$")
COMPATIBILITY_SPACE = "http://schemas.openxmlformats.org/markup-compatibility/2006"
NAMES_KEPT = 2_000  # names of tags; a paper uses some dozens


class Package:
    """One Word file; parts are unpacked on request."""

    def __init__(self, data: bytes, limits: Limits = DEFAULT_LIMITS) -> None:
        """Open it.

        Raises:
            UnreadableBytes: It is damaged, or holds no document.
        """
        self._archive = open_zip(data)
        self._limits = limits
        self._members = {member.filename: member for member in self._archive.infolist()}
        self.main = self._main_part()

    def xml(self, part: str) -> Element | None:
        """The root of a part; None if there is no such part."""
        member = self._members.get(part)
        if member is None:
            return None
        return _parsed(read_member(self._archive, member, self._limits), part)

    def chunk(self, relationship: str) -> bytes | None:
        """The bytes of a file within the document; None if the document holds no such file."""
        folder, name = posixpath.split(self.main)
        root = self.xml(posixpath.join(folder, "_rels", f"{name}.rels"))
        for each in () if root is None else root:
            if each.get("Id") == relationship and each.get("TargetMode", "") != "External":
                target = posixpath.join(f"/{folder}", each.get("Target", ""))
                member = self._members.get(posixpath.normpath(target).lstrip("/"))
                return read_member(self._archive, member, self._limits) if member else None
        return None

    def related(self, kind: str) -> Iterator[tuple[str, Element]]:
        """Parts that belong to the document, with their roots.

        Args:
            kind: The last word of the relationship's type: `styles`, `header`, `footnotes`.
        """
        for target in self._targets(self.main, kind):
            root = self.xml(target)
            if root is not None:
                yield target, root

    def _main_part(self) -> str:
        named = [part for part in self._targets("", "officeDocument") if part in self._members]
        if named:
            return named[0]
        if MAIN_PART in self._members:
            return MAIN_PART
        raise UnreadableBytes(f"is a damaged Word file: its part {MAIN_PART} is missing")

    def _targets(self, part: str, kind: str) -> list[str]:
        """Inner parts that a part refers to; targets outside the file are never fetched."""
        folder, name = posixpath.split(part)
        root = self.xml(posixpath.join(folder, "_rels", f"{name}.rels"))
        if root is None:
            return []
        return [
            posixpath.normpath(posixpath.join(f"/{folder}", each.get("Target", ""))).lstrip("/")
            for each in root
            if each.get("Type", "").rpartition("/")[2] == kind
            and each.get("TargetMode", "") != "External"
        ]


@lru_cache(maxsize=NAMES_KEPT)
def local_name(tag: str) -> str:
    """The name of a Word tag without its namespace; empty for a tag of another kind.

    >>> local_name("{http://schemas.openxmlformats.org/wordprocessingml/2006/main}tbl")
    'tbl'
    """
    space, _, name = tag[1:].partition("}")
    return name if space == COMPATIBILITY_SPACE or WORD_SPACE.fullmatch(space) else ""


def children(element: Element | None, *names: str) -> Iterator[Element]:
    """The children with one of these names, in order."""
    for child in () if element is None else element:
        if local_name(child.tag) in names:
            yield child


def child(element: Element | None, *path: str) -> Element | None:
    """The first child with a name or at a path of names; None if there is none."""
    for name in path:
        element = next(children(element, name), None)
    return element


def attribute(element: Element | None, name: str = "val") -> str | None:
    """A Word attribute of an element; None if there is none."""
    if element is None:
        return None
    space = element.tag[: element.tag.index("}") + 1]
    value = element.get(f"{space}{name}")
    return None if value is None else str(value)


def relationship_of(element: Element) -> str:
    """The id of the part that an element refers to; empty if it refers to none."""
    ids = (value for name, value in element.attrib.items() if RELATIONSHIP.search(name))
    return str(next(ids, ""))


def is_on(element: Element | None) -> bool:
    """Whether a switch such as `<w:vanish/>` is present and not turned off."""
    return element is not None and attribute(element) not in ("0", "false", "off")


def _parsed(data: bytes, part: str) -> Element:
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    if DECLARATION in data:
        raise _declares(part)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise UnreadableBytes(f"is a damaged Word file: its part {part} is no XML") from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise _declares(part)
    return root


def _declares(part: str) -> UnreadableBytes:
    return UnreadableBytes(
        f"declares entities in its part {part}, which no word processor does: "
        "it is not read for safety"
    )
