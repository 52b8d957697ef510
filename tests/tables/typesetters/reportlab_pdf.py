"""Sets a paper with reportlab."""

import io
from collections.abc import Iterator
from functools import partial
from xml.sax.saxutils import escape

from reportlab.lib import colors
from reportlab.lib.enums import TA_CENTER, TA_LEFT, TA_RIGHT
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    BaseDocTemplate,
    Flowable,
    Frame,
    PageBreak,
    PageTemplate,
    Paragraph,
    Spacer,
    Table,
)

from tests.tables import measures
from tests.tables.sheets import TICK, Cell, Layout, Paper, Sheet

ALIGNS = {"left": TA_LEFT, "center": TA_CENTER, "right": TA_RIGHT, "decimal": TA_RIGHT}


def typeset(paper: Paper) -> bytes:
    layout, widths = measures.fitting(paper)
    target = io.BytesIO()
    width, height = measures.page(layout)
    template = BaseDocTemplate(target, pagesize=(width, height), invariant=1)
    across = measures.text_width(layout)
    frame = partial(
        Frame,
        y1=measures.MARGIN,
        width=across,
        height=height - 2 * measures.MARGIN,
        leftPadding=0,
        rightPadding=0,
    )
    lefts = [measures.MARGIN]
    if layout.has_two_columns:
        lefts.append(measures.MARGIN + across + measures.BETWEEN)
    lines = partial(_running_lines, paper) if layout.has_running_lines else _no_lines
    template.addPageTemplates([PageTemplate("page", [frame(left) for left in lefts], onPage=lines)])
    template.build(list(_story(paper, layout, widths)))
    return target.getvalue()


def _running_lines(paper: Paper, canvas: Canvas, template: BaseDocTemplate) -> None:
    width, height = template.pagesize
    canvas.setFont("Helvetica", paper.layout.size)
    canvas.drawString(measures.MARGIN, height - measures.MARGIN / 2, paper.board)
    canvas.drawCentredString(width / 2, measures.MARGIN / 2, str(canvas.getPageNumber()))


def _no_lines(canvas: Canvas, template: BaseDocTemplate) -> None:
    del canvas, template


def _style(
    layout: Layout, *, scale: float = 1, is_bold: bool = False, align: str = "left"
) -> ParagraphStyle:
    font = "Times" if layout.is_serif else "Helvetica"
    plain = "Times-Roman" if layout.is_serif else font
    return ParagraphStyle(
        "words",
        fontName=f"{font}-Bold" if is_bold else plain,
        fontSize=layout.size * scale,
        leading=layout.size * scale * 1.2,
        spaceAfter=0,
        alignment=ALIGNS[align],
    )


def _story(paper: Paper, layout: Layout, widths: dict[int, list[float]]) -> Iterator[Flowable]:
    space = Spacer(0, layout.size * 0.7)
    head = _style(layout, scale=1.3, is_bold=True)
    yield from (Paragraph(escape(paper.board), head), space)
    yield from (Paragraph(escape(paper.day), _style(layout)), space)
    yield from (Paragraph(escape(paper.heading), head), space)
    for part in paper.parts:
        if isinstance(part, str):
            yield from (Paragraph(escape(part), _style(layout)), space)
            continue
        if layout.room:
            height = measures.page(layout)[1] - 2 * measures.MARGIN
            rows = layout.room + len(part[0].heads) + (4 if layout.narrow else 2)
            yield PageBreak()
            yield Spacer(0, max(1, height - rows * layout.size * 2))
        sides = [list(_sheet(sheet, layout, widths[id(sheet)])) for sheet in part]
        if len(sides) == 1:
            yield from sides[0]
        else:
            across = [sum(widths[id(sheet)]) + measures.BETWEEN for sheet in part]
            bare = [("LEFTPADDING", (0, 0), (-1, -1), 0), ("VALIGN", (0, 0), (-1, -1), "TOP")]
            yield Table([sides], colWidths=across, style=bare, hAlign="LEFT")
        yield space


def _sheet(sheet: Sheet, layout: Layout, widths: list[float]) -> Iterator[Flowable]:
    yield Paragraph(escape(sheet.caption), _style(layout, is_bold=True))
    yield Spacer(0, layout.size * 0.4)
    rows = [
        *(_row(row, sheet, layout, is_head=True) for row in sheet.heads),
        *(
            _row(row, sheet, layout, is_bold=number in sheet.bold)
            for number, row in enumerate(sheet.body)
        ),
    ]
    repeats = len(sheet.heads) if layout.repeats_head else 0
    yield Table(
        rows, colWidths=widths, style=_rules(sheet, layout), repeatRows=repeats, hAlign="LEFT"
    )
    yield Spacer(0, layout.size * 0.4)
    for note in sheet.notes:
        yield Paragraph(escape(note), _style(layout, scale=0.9))


def _rules(sheet: Sheet, layout: Layout) -> list[tuple[object, ...]]:
    everything = ((0, 0), (-1, -1))
    last = len(sheet.heads) - 1
    style: list[tuple[object, ...]] = [
        ("LEFTPADDING", *everything, layout.gap / 2),
        ("RIGHTPADDING", *everything, layout.gap / 2),
        ("TOPPADDING", *everything, 1.5),
        ("BOTTOMPADDING", *everything, 2.5),
        ("VALIGN", (0, 0), (-1, last), "BOTTOM"),
        ("VALIGN", (0, last + 1), (-1, -1), "TOP"),
    ]
    if layout.rules == "all":
        style.append(("GRID", *everything, 0.5, colors.black))
    elif layout.rules == "horizontal":
        style.append(("LINEBELOW", *everything, 0.5, colors.black))
    elif layout.rules == "booktabs":
        style.append(("LINEABOVE", (0, 0), (-1, 0), 0.8, colors.black))
        style.append(("LINEBELOW", (0, last), (-1, last), 0.5, colors.black))
        style.append(("LINEBELOW", (0, -1), (-1, -1), 0.8, colors.black))
    elif layout.rules == "zebra":
        style.append(("ROWBACKGROUNDS", *everything, [colors.white, colors.Color(0.9, 0.9, 0.9)]))
    for number, row in enumerate(sheet.heads):
        at = 0
        for cell in row:
            if cell.span > 1 or cell.down > 1:
                end = (at + cell.span - 1, number + cell.down - 1)
                style.append(("SPAN", (at, number), end))
            at += cell.span
    return style


def _row(
    row: tuple[Cell, ...],
    sheet: Sheet,
    layout: Layout,
    *,
    is_head: bool = False,
    is_bold: bool = False,
) -> list[Flowable | str]:
    cells: list[Flowable | str] = []
    for cell in row:
        at = len(cells)
        align = layout.head_align if is_head else layout.align
        align = "left" if at < sheet.stubs else "center" if cell.span > 1 else align
        style = _style(layout, is_bold=is_head or is_bold, align=align)
        words = escape(cell.text)
        if cell.text == TICK:
            words = f'<font name="ZapfDingbats">{TICK}</font>'
        words += f"<super>{escape(cell.raised)}</super>" if cell.raised else ""
        if is_head and layout.is_upright and at >= sheet.stubs:
            cells.append(_Upright(Paragraph(words, style), sheet, layout))
        else:
            cells.append(Paragraph(words, style))
        cells += [""] * (cell.span - 1)
    return cells


class _Upright(Flowable):  # type: ignore[misc]
    """A head turned by a quarter."""

    def __init__(self, words: Paragraph, sheet: Sheet, layout: Layout) -> None:
        super().__init__()
        self.words = words
        self.long = measures.longest_head(sheet, layout) + 2
        self.wide = layout.size * 1.25

    def wrap(self, *_: float) -> tuple[float, float]:
        self.words.style = ParagraphStyle("upright", parent=self.words.style, alignment=TA_LEFT)
        self.words.wrap(self.long, self.wide)
        return self.wide, self.long

    def draw(self) -> None:
        self.canv.saveState()
        self.canv.rotate(90)
        self.words.drawOn(self.canv, 0, -self.wide)
        self.canv.restoreState()
