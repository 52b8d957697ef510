"""Sets a paper with fpdf2."""

from datetime import UTC, datetime
from functools import partial

from fpdf import FPDF
from fpdf.enums import TableBordersLayout, TableHeadingsDisplay
from fpdf.fonts import FontFace
from fpdf.table import Row

from tests.tables import measures
from tests.tables.sheets import TICK, Cell, Layout, Paper, Sheet

BORDERS = {
    "none": TableBordersLayout.NONE,
    "all": TableBordersLayout.ALL,
    "booktabs": TableBordersLayout.SINGLE_TOP_LINE,
    "horizontal": TableBordersLayout.HORIZONTAL_LINES,
    "zebra": TableBordersLayout.NONE,
}
ALIGNS = {"left": "L", "center": "C", "right": "R", "decimal": "R"}
TICK_OF_SYMBOLS = "3"  # a tick in the font of symbols that PDF brings
# Its own fonts hold the letters of western Europe alone.
REPLACED = str.maketrans({"–": "\x96", "−": "-", "†": "\x86", "ᵃ": "a", "ᵇ": "b"})


class _Lined(FPDF):
    """Pages with a line at the top and a number at the foot."""

    def header(self) -> None:
        self.set_font("Helvetica", "", 9)
        self.text(measures.MARGIN, measures.MARGIN / 2, "Local Government Association")

    def footer(self) -> None:
        self.set_font("Helvetica", "", 9)
        self.text(self.w / 2, self.h - measures.MARGIN / 2, f"Page {self.page_no()}")


def typeset(paper: Paper) -> bytes:
    layout, widths = measures.fitting(paper)
    orientation = "landscape" if layout.is_landscape else "portrait"
    pdf = (_Lined if layout.has_running_lines else FPDF)(orientation, unit="pt", format="A4")
    pdf.set_creation_date(datetime(2020, 1, 1, tzinfo=UTC))
    pdf.set_margin(measures.MARGIN)
    pdf.set_auto_page_break(True, measures.MARGIN)
    pdf.add_page()
    _write(pdf, layout, paper.board, scale=1.4, style="B")
    _write(pdf, layout, paper.day)
    _write(pdf, layout, paper.heading, scale=1.2, style="B")
    for part in paper.parts:
        if isinstance(part, str):
            _write(pdf, layout, part)
            continue
        if layout.room:
            rows = layout.room + len(part[0].heads) + (4 if layout.narrow else 2)
            pdf.add_page()
            pdf.set_y(max(measures.MARGIN, pdf.h - measures.MARGIN - rows * layout.size * 1.7))
        top = pdf.y
        lowest, left = top, pdf.l_margin
        for sheet in part:
            pdf.set_y(top)
            pdf.set_left_margin(left)
            _sheet(pdf, layout, sheet, widths[id(sheet)])
            lowest = max(lowest, pdf.y) if len(part) > 1 else pdf.y
            left += sum(widths[id(sheet)]) + measures.BETWEEN
        pdf.set_left_margin(measures.MARGIN)
        pdf.set_y(lowest + layout.size)
    return bytes(pdf.output())


def _font(pdf: FPDF, layout: Layout, *, scale: float = 1, style: str = "") -> None:
    pdf.set_font("Times" if layout.is_serif else "Helvetica", style, layout.size * scale)


def _write(
    pdf: FPDF, layout: Layout, text: str, *, scale: float = 1, style: str = "", width: float = 0
) -> None:
    _font(pdf, layout, scale=scale, style=style)
    height = layout.size * scale * 1.2
    words = text.translate(REPLACED)
    pdf.multi_cell(width, height, words, align="L", new_x="LMARGIN", new_y="NEXT")
    pdf.ln(layout.size * 0.6)


def _sheet(pdf: FPDF, layout: Layout, sheet: Sheet, widths: list[float]) -> None:
    width = sum(widths)
    _write(pdf, layout, sheet.caption, style="B", width=max(width, 150))
    _font(pdf, layout)
    fill = partial(dict, cell_fill_color=230, cell_fill_mode="ROWS")
    shown = TableHeadingsDisplay.ON_TOP_OF_EVERY_PAGE
    with pdf.table(
        width=width,
        col_widths=tuple(widths),
        align="LEFT",
        text_align="LEFT",
        v_align="TOP",
        borders_layout=BORDERS[layout.rules],
        num_heading_rows=len(sheet.heads),
        repeat_headings=shown if layout.repeats_head else TableHeadingsDisplay.NONE,
        line_height=layout.size * 1.25,
        padding=(1, layout.gap / 2),
        **(fill() if layout.rules == "zebra" else {}),
    ) as table:
        for row in sheet.heads:
            _row(table.row(), row, sheet, layout, is_head=True)
        for number, row in enumerate(sheet.body):
            style = FontFace(emphasis="B") if number in sheet.bold else None
            _row(table.row(style=style), row, sheet, layout)
    pdf.ln(layout.size * 0.4)
    for note in sheet.notes:
        _write(pdf, layout, note, scale=0.9)


def _row(
    target: Row, row: tuple[Cell, ...], sheet: Sheet, layout: Layout, *, is_head: bool = False
) -> None:
    at = 0
    for cell in row:
        align = layout.head_align if is_head else layout.align
        align = "left" if at < sheet.stubs else "center" if cell.span > 1 else align
        if cell.is_covered:
            at += cell.span
            continue
        if cell.text == TICK:
            style = FontFace(family="ZapfDingbats")
            target.cell(TICK_OF_SYMBOLS, align=ALIGNS[align], style=style)
        else:
            words = cell.plain().translate(REPLACED)
            target.cell(words, align=ALIGNS[align], colspan=cell.span, rowspan=cell.down)
        at += cell.span
