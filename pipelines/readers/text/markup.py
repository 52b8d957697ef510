"""Markdown and inline HTML marks in text papers: the words without them, and their positions."""

import html
import re

from pipelines.documents import Passage, Span, fold

# <p>, </b>, <ul style="...">, <a href="...">: tags that text taken from a PDF carries along
TAG = r"</?(?:p|b|i|u|em|strong|span|sub|sup|ul|ol|li|br|div|a|font)(?:\s[^<>]*)?/?>"
# Tags that end a paragraph within a cell
PARAGRAPH_TAG = re.compile(r"</?(?:p|ul|ol|li|br|div)(?:\s[^<>]*)?/?>", re.IGNORECASE)
# **bold**, *italic*, ## heading, - item, \_ and 1\. escapes, &amp; entity
MARK = re.compile(
    rf"(?P<tag>{TAG})"
    r"|(?P<stars>\*{2,3})"
    r"|(?P<star>(?<![\w*])\*(?=\S)|(?<=\S)\*(?![\w*]))"
    r"|(?P<entity>&(?:[a-z]{2,8}|\#\d{1,6});)"
    r"|(?P<escape>\\(?=[_*#<>\-]|(?<=\d\\)[.)]))",
    re.IGNORECASE,
)
# Marks, not words, that open a heading or a list item
OPENING = re.compile(r"^(?:\#{1,6}\s+|(?:[-*•·●▪◦‣\uf0b7\uf0a7]|o(?=\s[a-z]))\s+)+")
PLAIN = re.compile(r"[*<&\\#•·●▪◦‣\uf0b7\uf0a7]|^(?:-|o)\s")


def passage_of(printed: str, span: Span, *, has_opening: bool = True) -> Passage:
    """A passage of printed words, marks removed; `has_opening` if a list mark may come first.

    >>> passage_of("- **Ann Bee** &amp; others", Span(4, 4)).text
    'Ann Bee & others'
    """
    raw = fold(printed)
    if not PLAIN.search(raw):
        return Passage(raw, raw, span)
    pieces = _pieces(raw, has_opening)
    text, origins = _folded(pieces)
    return Passage(text, raw, span, origins if text != raw else ())


def paragraphs_of(printed: str, span: Span) -> tuple[Passage, ...]:
    """The paragraphs of a cell, split at paragraph tags; none if the cell holds no words."""
    parts = PARAGRAPH_TAG.split(printed)
    passages = (passage_of(part, span, has_opening=False) for part in parts)
    return tuple(passage for passage in passages if passage.text)


def _pieces(raw: str, has_opening: bool) -> list[tuple[str, int]]:
    """Each character that is read, with its offset in the raw words."""
    opening = OPENING.match(raw) if has_opening else None
    position = opening.end() if opening else 0
    pieces: list[tuple[str, int]] = []
    for mark in MARK.finditer(raw, position):
        pieces += [(raw[offset], offset) for offset in range(position, mark.start())]
        if mark["entity"]:
            pieces += [(character, mark.start()) for character in html.unescape(mark["entity"])]
        elif mark["tag"]:
            pieces.append((" ", mark.start()))
        position = mark.end()
    pieces += [(raw[offset], offset) for offset in range(position, len(raw))]
    return pieces


def _folded(pieces: list[tuple[str, int]]) -> tuple[str, tuple[int, ...]]:
    characters: list[str] = []
    origins: list[int] = []
    for character, offset in pieces:
        if character.isspace():
            if not characters or characters[-1] == " ":
                continue
            character = " "
        characters.append(character)
        origins.append(offset)
    while characters and characters[-1] == " ":
        characters.pop()
        origins.pop()
    return "".join(characters), tuple(origins)
