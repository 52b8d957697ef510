"""News as an Atom feed (RFC 4287): one entry for each new paper, and one for each other list."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from xml.etree import ElementTree

from pipelines.news.news import News
from pipelines.news.wording import Part, other_parts_of, paper_line, title_of

ATOM = "http://www.w3.org/2005/Atom"
AUTHOR = "boardpapers"
# Ids are names, not places: the same entry has the same id wherever the feed is put
URN = "urn:boardpapers"
# Characters that XML cannot hold
NOT_XML = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def as_atom(news: News) -> str:
    """The news as a feed that a reader of feeds can take in as it is."""
    ElementTree.register_namespace("", ATOM)
    feed = ElementTree.Element(_name("feed"))
    _text(feed, "id", f"{URN}:news")
    _text(feed, "title", "News of the board papers")
    _text(feed, "subtitle", title_of(news))
    _text(feed, "updated", _moment(news.built_at))
    _text(ElementTree.SubElement(feed, _name("author")), "name", AUTHOR)
    for entry_id, title, moment, content in _entries(news):
        entry = ElementTree.SubElement(feed, _name("entry"))
        _text(entry, "id", entry_id)
        _text(entry, "title", title)
        _text(entry, "updated", _moment(moment))
        _text(entry, "content", content, type="text")
    ElementTree.indent(feed)
    written = ElementTree.tostring(feed, encoding="unicode")
    return f'<?xml version="1.0" encoding="utf-8"?>\n{written}\n'


def _entries(news: News) -> Iterator[tuple[str, str, datetime, str]]:
    for paper in news.papers:
        yield f"{URN}:paper:{paper.paper_id}", paper.label, paper.ingested_at, paper_line(paper)
    for part in other_parts_of(news):
        yield _entry_id(news, part), _title(part), news.built_at, "\n".join(part.entries)


def _entry_id(news: News, part: Part) -> str:
    return f"{URN}:build:{news.build_id}:{part.heading.lower().replace(' ', '-')}"


def _title(part: Part) -> str:
    return f"{part.heading}: {len(part.entries):,}"


def _moment(moment: datetime) -> str:
    return moment.replace(tzinfo=UTC).isoformat(timespec="seconds")


def _name(tag: str) -> str:
    return f"{{{ATOM}}}{tag}"


def _text(parent: ElementTree.Element, tag: str, text: str, **attributes: str) -> None:
    ElementTree.SubElement(parent, _name(tag), attributes).text = NOT_XML.sub(" ", text)
