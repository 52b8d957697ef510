"""Sets a paper as a Word file."""

import io

import docx
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt
from docx.table import Table, _Cell

from tests.tables import measures
from tests.tables.sheets import Cell, Layout, Paper, Sheet

ALIGNS = {
    "left": WD_ALIGN_PARAGRAPH.LEFT,
    "center": WD_ALIGN_PARAGRAPH.CENTER,
    "right": WD_ALIGN_PARAGRAPH.RIGHT,
    "decimal": WD_ALIGN_PARAGRAPH.RIGHT,
}
STYLES = {"all": "Table Grid", "horizontal": "Light List", "zebra": "Light Shading"}


def typeset(paper: Paper) -> bytes:
    layout, _ = measures.fitting(paper)
    file = docx.Document()
    style = file.styles["Normal"]
    style.font.size = Pt(layout.size)
    style.font.name = "Times New Roman" if layout.is_serif else "Arial"
    if layout.is_landscape:
        section = file.sections[0]
        section.orientation = WD_ORIENT.LANDSCAPE
        section.page_width, section.page_height = section.page_height, section.page_width
    file.add_heading(paper.board, level=1)
    file.add_paragraph(paper.day)
    file.add_heading(paper.heading, level=2)
    for part in paper.parts:
        if isinstance(part, str):
            file.add_paragraph(part)
        elif len(part) == 1:
            _caption(file, part[0], layout)
            _fill(_table(file, part[0], layout), part[0], layout)
            _notes(file, part[0])
        else:
            _beside(file, part, layout)
    target = io.BytesIO()
    file.save(target)
    return target.getvalue()


def _caption(file: docx.document.Document | _Cell, sheet: Sheet, layout: Layout) -> None:
    """A caption in the style of Word, or a paragraph in bold."""
    if layout.repeats_head and not isinstance(file, _Cell):
        file.add_paragraph(sheet.caption, style="Caption")
    else:
        file.add_paragraph().add_run(sheet.caption).bold = True


def _notes(file: docx.document.Document | _Cell, sheet: Sheet) -> None:
    for note in sheet.notes:
        file.add_paragraph(note)


def _table(file: docx.document.Document, sheet: Sheet, layout: Layout) -> Table:
    style = STYLES.get(layout.rules, "Normal Table")
    return file.add_table(rows=0, cols=sheet.columns, style=style)


def _beside(file: docx.document.Document, sheets: tuple[Sheet, ...], layout: Layout) -> None:
    """Two tables in the two cells of one without rules."""
    outer = file.add_table(rows=1, cols=len(sheets))
    for cell, sheet in zip(outer.rows[0].cells, sheets, strict=True):
        _caption(cell, sheet, layout)
        _fill(cell.add_table(rows=0, cols=sheet.columns), sheet, layout)
        _notes(cell, sheet)
        cell.add_paragraph()


def _fill(table: Table, sheet: Sheet, layout: Layout) -> None:
    for row in sheet.heads:
        _row(table, row, sheet, layout, is_head=True)
    for number, row in enumerate(sheet.body):
        _row(table, row, sheet, layout, is_bold=number in sheet.bold)


def _row(
    table: Table,
    row: tuple[Cell, ...],
    sheet: Sheet,
    layout: Layout,
    *,
    is_head: bool = False,
    is_bold: bool = False,
) -> None:
    targets = table.add_row().cells
    at = 0
    for cell in row:
        target = targets[at]
        if cell.is_covered:
            table.rows[-2].cells[at].merge(target)
            at += cell.span
            continue
        if cell.span > 1:
            target = target.merge(targets[at + cell.span - 1])
        paragraph = target.paragraphs[0]
        if cell.text:
            paragraph.add_run(cell.text).bold = is_head or is_bold or None
        if cell.raised:
            paragraph.add_run(cell.raised).font.superscript = True
        if at >= sheet.stubs:
            align = layout.head_align if is_head else layout.align
            paragraph.alignment = ALIGNS["center" if cell.span > 1 else align]
            if is_head and layout.is_upright:
                _turn(target)
        at += cell.span


def _turn(cell: _Cell) -> None:
    """Turns the words of a cell by a quarter."""
    direction = OxmlElement("w:textDirection")
    direction.set(qn("w:val"), "btLr")
    cell._tc.get_or_add_tcPr().append(direction)
