"""Recognises list items that are typeset as paragraphs with a bullet or a dash."""

import re
from dataclasses import replace

from pipelines.documents import Block, Document, Kind

# - Harbour dues, • Harbour walls: a printed mark, then words
BULLET = re.compile(r"^(?:[-–•·●▪◦‣*\uf0b7\uf0a7]|o(?=\s+[a-z]))\s+(?=\S)")


def with_list_items(document: Document) -> Document:
    """The document with such paragraphs turned into list items, without the mark in their words."""
    pages = tuple(
        replace(page, blocks=tuple(_list_item(block) for block in page.blocks))
        for page in document.pages
    )
    return replace(document, pages=pages)


def _list_item(block: Block) -> Block:
    mark = BULLET.match(block.text) if block.kind is Kind.PARAGRAPH else None
    if mark is None:
        return block
    return replace(block, kind=Kind.LIST_ITEM, passage=block.passage.part(mark.end()))
