"""Typesets a document as a web page: headings, paragraphs, lists and tables."""

from collections.abc import Iterator
from html import escape

from pipelines.documents import Block, Document, Kind, Row

HEAD = '<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8"></head><body>\n'
DEEPEST_HEADING = 6


def typeset_html(document: Document) -> bytes:
    """The document as one page, a line for each element."""
    lines = "\n".join(line for block in document.blocks for line in _lines(block))
    return f"{HEAD}{lines}\n</body></html>\n".encode()


def _lines(block: Block) -> Iterator[str]:
    text = escape(block.text)
    if block.kind is Kind.TABLE:
        yield "<table>"
        yield from map(_row, block.rows)
        yield "</table>"
    elif block.kind is Kind.HEADING:
        level = min(block.level or 1, DEEPEST_HEADING)
        yield f"<h{level}>{text}</h{level}>"
    elif block.kind is Kind.LIST_ITEM:
        yield f"<ul><li>{text}</li></ul>"
    else:
        yield f"<p>{text}</p>"


def _row(row: Row) -> str:
    cells = [
        "".join(f"<p>{escape(each.text)}</p>" for each in cell.paragraphs) for cell in row.cells
    ]
    return f"<tr>{''.join(f'<td>{cell}</td>' for cell in cells)}</tr>"
