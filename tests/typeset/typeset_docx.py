"""Typesets a document as a Word file: headings, paragraphs, bulleted lists and tables."""

import io
import re

import docx

from pipelines.documents import Block, Document, Kind

# What Word cannot hold
CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f]")
DEEPEST_HEADING = 9


def typeset_docx(document: Document) -> bytes:
    """The document as a Word file in the styles that Word itself brings."""
    file = docx.Document()
    for block in document.blocks:
        _add(file, block)
    target = io.BytesIO()
    file.save(target)
    return target.getvalue()


def _add(file: docx.document.Document, block: Block) -> None:
    text = CONTROL.sub("", block.text)
    if block.kind is Kind.TABLE:
        _add_table(file, block)
    elif block.kind is Kind.HEADING:
        file.add_heading(text, level=min(block.level or 1, DEEPEST_HEADING))
    elif block.kind is Kind.LIST_ITEM:
        file.add_paragraph(text, style="List Bullet")
    else:
        file.add_paragraph(text)


def _add_table(file: docx.document.Document, block: Block) -> None:
    width = max(len(row.cells) for row in block.rows)
    table = file.add_table(rows=0, cols=width, style="Table Grid")
    for row in block.rows:
        for cell, target in zip(row.cells, table.add_row().cells, strict=False):
            texts = [CONTROL.sub("", passage.text) for passage in cell.paragraphs]
            target.text = texts[0] if texts else ""
            for text in texts[1:]:
                target.add_paragraph(text)
