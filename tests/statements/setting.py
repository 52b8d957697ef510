"""Sets a paper as text, web page, Word file or PDF."""

import textwrap
from collections.abc import Callable
from random import Random

from pipelines.documents import Block, Document, Kind, Page, Passage, Span
from tests.statements.truth import Line, Paper
from tests.typeset.typeset_docx import typeset_docx
from tests.typeset.typeset_html import typeset_html
from tests.typeset.typeset_pdf import LAYOUTS, typeset_pdf

WIDTH = 92  # characters of a line, in papers whose text is broken
KINDS = {
    "title": (Kind.HEADING, 1),
    "heading": (Kind.HEADING, 2),
    "paragraph": (Kind.PARAGRAPH, 0),
    "item": (Kind.LIST_ITEM, 0),
}


def text_of(paper: Paper) -> str:
    """The paper as text: a blank line between its parts, items with a bullet, at times broken."""
    if paper.text:
        return paper.text
    rng = Random(paper.name)
    bullet = rng.choice(("- ", "• ", "* "))
    is_broken = rng.random() < 0.4
    parts = [_part(line, bullet, is_broken=is_broken) for line in paper.lines]
    text = parts[0]
    for before, line, part in zip(paper.lines, paper.lines[1:], parts[1:], strict=False):
        is_list = before.style == line.style == "item"
        text += ("\n" if is_list else "\n\n") + part
    return text + "\n"


def _part(line: Line, bullet: str, *, is_broken: bool) -> str:
    is_item = line.style == "item"
    text = f"{bullet if is_item else ''}{line.text}"
    if not is_broken or line.style in ("title", "heading"):
        return text
    return textwrap.fill(
        text, WIDTH, subsequent_indent="  " if is_item else "", break_on_hyphens=False
    )


def _document(paper: Paper) -> Document:
    blocks = []
    for number, line in enumerate(paper.lines, 1):
        kind, level = KINDS[line.style]
        blocks.append(Block(kind, Passage(line.text, line.text, Span(number, number)), level=level))
    return Document("text/plain", (Page(1, tuple(blocks)),))


def _as_text(paper: Paper) -> bytes:
    return text_of(paper).encode()


def _as_html(paper: Paper) -> bytes:
    return typeset_html(_document(paper))


def _as_docx(paper: Paper) -> bytes:
    return typeset_docx(_document(paper))


def _as_pdf(paper: Paper) -> bytes:
    """In one of the layouts of prose; which one depends on the name of the paper alone."""
    return typeset_pdf(_document(paper), Random(paper.name).choice(LAYOUTS[:6]))


FORMS: dict[str, tuple[Callable[[Paper], bytes], str]] = {
    "text": (_as_text, "txt"),
    "html": (_as_html, "html"),
    "docx": (_as_docx, "docx"),
    "pdf": (_as_pdf, "pdf"),
}
