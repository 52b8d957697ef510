"""Sets made minutes: as text in columns of blanks, as a web page, as a Word file, as a PDF."""

import io
import textwrap
from collections.abc import Callable, Iterator, Sequence
from html import escape
from random import Random

import docx
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.platypus import Paragraph, SimpleDocTemplate, Spacer, Table

from tests.rolls.papers import Paper
from tests.rolls.papers import Table as Cells

WIDEST = 40  # characters of a column that is not wrapped


def as_text(paper: Paper) -> bytes:
    """Columns of blanks; cells wrap, and tables of as many columns may keep to the same places."""
    rng = Random(f"text:{paper.number}")
    indent = " " * rng.choice((0, 0, 4))
    most = rng.choice((24, 30, WIDEST, WIDEST))
    tables = [part for part in paper.parts if not isinstance(part, str)]
    are_alike = rng.random() < 0.6
    lines: list[str] = []
    for part in paper.parts:
        if isinstance(part, str):
            lines += [indent + part, ""]
            continue
        alike = [each for each in tables if are_alike and len(each[0]) == len(part[0])]
        widths = _widths(alike or [part], most, rng.choice((3, 4, 6, 10)))
        lines += [f"{indent}{line}".rstrip() for line in _columns(part, widths, most, rng)]
        lines.append("")
    return "\n".join(lines).encode()


def _wrapped(cell: str, most: int) -> list[str]:
    return textwrap.wrap(cell, most, break_on_hyphens=False)


def _widths(tables: Sequence[Cells], most: int, gap: int) -> list[int]:
    """The width of each column, for one table or for all that keep to the same places."""
    rows = [row for table in tables for row in table]
    return [
        gap + max((len(line) for row in rows for line in _wrapped(row[column], most)), default=0)
        for column in range(len(rows[0]))
    ]


def _columns(table: Cells, widths: Sequence[int], most: int, rng: Random) -> Iterator[str]:
    has_gaps = rng.random() < 0.3 and table[0][0].startswith("Position")
    for number, row in enumerate(table):
        if has_gaps and number and row[0]:
            yield ""
        wrapped = [_wrapped(cell, most) for cell in row]
        for line in range(max(map(len, wrapped))):
            yield "".join(
                (cell[line] if line < len(cell) else "").ljust(width)
                for cell, width in zip(wrapped, widths, strict=True)
            )


def as_html(paper: Paper) -> bytes:
    """A page with tables."""
    body = "\n".join(
        f"<p>{escape(part)}</p>" if isinstance(part, str) else _html_table(part)
        for part in paper.parts
    )
    return f"<html><body>{body}</body></html>".encode()


def _html_table(table: Cells) -> str:
    rows = ("".join(f"<td>{escape(cell)}</td>" for cell in row) for row in table)
    return f"<table>{''.join(f'<tr>{row}</tr>' for row in rows)}</table>"


def as_word(paper: Paper) -> bytes:
    """Paragraphs and tables of Word."""
    file = docx.Document()
    for part in paper.parts:
        if isinstance(part, str):
            file.add_paragraph(part)
            continue
        table = file.add_table(len(part), len(part[0]))
        for row, cells in zip(table.rows, part, strict=True):
            for cell, words in zip(row.cells, cells, strict=True):
                cell.text = words
    target = io.BytesIO()
    file.save(target)
    return target.getvalue()


def as_pdf(paper: Paper) -> bytes:
    """Paragraphs, and tables with ruling lines or without."""
    rng = Random(f"pdf:{paper.number}")
    style = getSampleStyleSheet()["Normal"]
    rules = [("GRID", (0, 0), (-1, -1), 0.5, "black")] if rng.random() < 0.5 else []
    rules += [("VALIGN", (0, 0), (-1, -1), "TOP")]
    story = []
    for part in paper.parts:
        if isinstance(part, str):
            story += [Paragraph(escape(part), style), Spacer(0, 8)]
            continue
        rows = [[Paragraph(escape(cell), style) for cell in row] for row in part]
        story += [Table(rows, colWidths=[450 / len(part[0])] * len(part[0]), style=rules)]
        story += [Spacer(0, 8)]
    target = io.BytesIO()
    SimpleDocTemplate(target, pagesize=A4, invariant=1).build(story)
    return target.getvalue()


FORMS: dict[str, tuple[Callable[[Paper], bytes], str]] = {
    "text": (as_text, "txt"),
    "html": (as_html, "html"),
    "word": (as_word, "docx"),
    "pdf": (as_pdf, "pdf"),
}
