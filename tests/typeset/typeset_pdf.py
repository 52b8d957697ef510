"""Typesets a document as PDF: ruled or borderless tables, prose in one or two columns."""

import io
import re
from dataclasses import dataclass
from xml.sax.saxutils import escape

from reportlab.lib import colors
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    BaseDocTemplate,
    Flowable,
    Frame,
    NextPageTemplate,
    PageBreak,
    PageTemplate,
    Paragraph,
    Spacer,
    Table,
)

from pipelines.documents import Block, Document, Kind, Row

MARGIN = 56.0  # points
COLUMN_GAP = 24.0  # points between two columns of prose
LONGEST_LABEL = 60  # characters: where shorter, a column is as wide as its longest line
CHARACTER = 0.62  # of the font size: the width of a letter, somewhat too wide
NOT_LATIN = re.compile(r"[^\x20-\x7e\xa0-\xff\u2013\u2014\u2018\u2019\u201c\u201d\u2022\u20ac]")


@dataclass(frozen=True, slots=True)
class Layout:
    """How a paper is typeset."""

    name: str
    is_ruled: bool = True
    columns: int = 1
    font: str = "Helvetica"
    size: float = 10.0
    has_running_head: bool = True
    repeats_header: bool = False
    is_justified: bool = False
    is_landscape: bool = False
    has_tables_in_columns: bool = False
    is_shaded: bool = False


LAYOUTS = (
    Layout("ruled"),
    Layout("ruled_repeated", font="Times-Roman", size=11, repeats_header=True, is_justified=True),
    Layout("borderless", is_ruled=False),
    Layout("borderless_serif", is_ruled=False, font="Times-Roman", size=9, has_running_head=False),
    Layout("two_column", columns=2, size=9, is_justified=True),
    Layout("two_column_borderless", columns=2, size=9.5, is_ruled=False),
    Layout("tables_in_columns", columns=2, size=6, is_ruled=False, has_tables_in_columns=True),
    Layout("shaded", is_ruled=False, is_shaded=True),
    Layout("landscape", is_landscape=True, is_ruled=False, repeats_header=True),
)


def typeset_pdf(document: Document, layout: Layout) -> bytes:
    """The document as a PDF of that layout; characters outside Latin-1 are left out."""
    return _Press(layout).typeset(document)


class _Press:
    def __init__(self, layout: Layout) -> None:
        self.layout = layout
        bold = {"Helvetica": "Helvetica-Bold", "Times-Roman": "Times-Bold"}[layout.font]
        leading = layout.size * 1.2
        alignment = 4 if layout.is_justified else 0
        self.body = ParagraphStyle(
            "body",
            fontName=layout.font,
            fontSize=layout.size,
            leading=leading,
            spaceAfter=layout.size * 0.6,
            alignment=alignment,
        )
        self.item = ParagraphStyle(
            "item", parent=self.body, leftIndent=18, bulletIndent=4, spaceAfter=layout.size * 0.3
        )
        self.cell = ParagraphStyle("cell", parent=self.body, alignment=0)
        self.last_cell = ParagraphStyle("last", parent=self.cell, spaceAfter=0)
        self.heading = ParagraphStyle(
            "heading",
            parent=self.body,
            fontName=bold,
            fontSize=layout.size * 1.2,
            leading=leading * 1.2,
            spaceBefore=layout.size,
            alignment=0,
            keepWithNext=1,
        )
        width, height = landscape(A4) if layout.is_landscape else A4
        self.size = (width, height)
        self.width = width - 2 * MARGIN
        self.height = height - 2 * MARGIN
        parts = layout.columns if layout.has_tables_in_columns else 1
        self.table_width = (self.width - COLUMN_GAP * (parts - 1)) / parts

    def typeset(self, document: Document) -> bytes:
        target = io.BytesIO()
        template = BaseDocTemplate(
            target,
            pagesize=self.size,
            leftMargin=MARGIN,
            rightMargin=MARGIN,
            topMargin=MARGIN,
            bottomMargin=MARGIN,
            invariant=1,
        )
        template.addPageTemplates(
            [
                PageTemplate("wide", [self._frame(0, 1)], onPage=self._running_lines),
                PageTemplate(
                    "columns",
                    [self._frame(n, self.layout.columns) for n in range(self.layout.columns)],
                    onPage=self._running_lines,
                ),
            ]
        )
        template.build(list(self._story(document)))
        return target.getvalue()

    def _frame(self, number: int, count: int) -> Frame:
        width = (self.width - COLUMN_GAP * (count - 1)) / count
        left = MARGIN + number * (width + COLUMN_GAP)
        return Frame(
            left,
            MARGIN,
            width,
            self.height,
            leftPadding=0,
            rightPadding=0,
            topPadding=0,
            bottomPadding=0,
        )

    def _running_lines(self, canvas: Canvas, template: BaseDocTemplate) -> None:
        if not self.layout.has_running_head:
            return
        width, height = self.size
        canvas.setFont(self.layout.font, 8)
        canvas.drawString(MARGIN, height - 34, "Papers of the board")
        canvas.drawRightString(width - MARGIN, height - 34, "Typeset copy")
        canvas.drawCentredString(width / 2, 28, f"Page {template.page}")

    def _story(self, document: Document) -> list[Flowable]:
        story: list[Flowable] = []
        columns = self.layout.columns
        in_columns = self.layout.has_tables_in_columns
        if in_columns:
            story += [NextPageTemplate("columns"), PageBreak()]
        for block in document.blocks:
            is_wide = block.kind is Kind.TABLE and not self.layout.has_tables_in_columns
            if columns > 1 and in_columns == is_wide:
                in_columns = not in_columns
                story.append(NextPageTemplate("columns" if in_columns else "wide"))
                if len(story) > 1:
                    story.append(PageBreak())
            if block.kind is Kind.TABLE:
                story += [self._table(list(block.rows)), Spacer(1, 10)]
            else:
                story.append(self._prose(block))
        return story

    def _prose(self, block: Block) -> Flowable:
        text = _printable(block.text)
        if block.kind is Kind.HEADING:
            return Paragraph(text, self.heading)
        if block.kind is Kind.LIST_ITEM:
            return Paragraph(text, self.item, bulletText="\u2022")
        return Paragraph(text, self.body)

    def _table(self, rows: list[Row]) -> Flowable:
        count = max(len(row.cells) for row in rows)
        content = []
        for row in rows:
            cells = []
            for cell in row.cells:
                texts = [_printable(passage.text) for passage in cell.paragraphs]
                styles = [self.cell] * (len(texts) - 1) + [self.last_cell]
                cells.append([Paragraph(t, s) for t, s in zip(texts, styles, strict=False)])
            content.append(cells + [[]] * (count - len(cells)))
        style = [("VALIGN", (0, 0), (-1, -1), "TOP")]
        if self.layout.has_tables_in_columns:
            style += [(side, (0, 0), (-1, -1), 3) for side in ("LEFTPADDING", "RIGHTPADDING")]
        if self.layout.is_ruled:
            style.append(("GRID", (0, 0), (-1, -1), 0.5, colors.black))
        if self.layout.is_shaded:
            style.append(("ROWBACKGROUNDS", (0, 0), (-1, -1), (colors.lightgrey, colors.white)))
        return Table(
            content,
            colWidths=self._widths(rows, count),
            style=style,
            splitInRow=1,
            repeatRows=1 if self.layout.repeats_header and len(rows) > 1 else 0,
        )

    def _widths(self, rows: list[Row], count: int) -> list[float]:
        letter = self.layout.size * CHARACTER
        wanted = []
        for number in range(count):
            texts = [row.texts[number] for row in rows if number < len(row.cells)]
            longest = max((len(text) for text in texts), default=0)
            word = max((len(word) for text in texts for word in text.split()), default=1)
            wanted.append((max(word, 1) * letter + 14, min(longest, 400) * letter + 14))
        least = sum(low for low, _ in wanted)
        most = sum(high for _, high in wanted)
        if most <= self.table_width:
            return [high for _, high in wanted]
        if least >= self.table_width:
            return [low * self.table_width / least for low, _ in wanted]
        share = (self.table_width - least) / (most - least)
        return [low + (high - low) * share for low, high in wanted]


def _printable(text: str) -> str:
    return escape(NOT_LATIN.sub("", text))
