"""How wide the columns of a table are: shared by the typesetters that are told widths."""

import re
from collections.abc import Sequence
from dataclasses import replace

from reportlab.pdfbase.pdfmetrics import stringWidth

from tests.tables.sheets import Cell, Layout, Paper, Sheet

A4 = (595.0, 842.0)
MARGIN = 56.0
BETWEEN = 24.0  # points between two columns of a page, or two tables side by side
SPARE = 1.08  # the fonts of the typesetters are not equally wide


def page(layout: Layout) -> tuple[float, float]:
    """Width and height of the page."""
    return (A4[1], A4[0]) if layout.is_landscape else A4


def text_width(layout: Layout) -> float:
    width = page(layout)[0] - 2 * MARGIN
    return (width - BETWEEN) / 2 if layout.has_two_columns else width


def fitting(paper: Paper) -> tuple[Layout, dict[int, list[float]]]:
    """The layout, in smaller print where its tables are too wide; widths by the sheet's id."""
    layout = paper.layout
    for size in (layout.size, 9, 8, 7, 6, 5):
        if size > layout.size:
            continue
        tried = _with_size(layout, size)
        widths = {id(sheet): column_widths(sheet, tried) for sheet in paper.sheets()}
        groups = [part for part in paper.parts if not isinstance(part, str)]
        if all(
            sum(sum(widths[id(sheet)]) for sheet in group) + BETWEEN * (len(group) - 1)
            <= text_width(layout)
            for group in groups
        ):
            return tried, widths
    return tried, widths


def _with_size(layout: Layout, size: float) -> Layout:
    return replace(layout, size=size, gap=min(layout.gap, size * 2.5))


def column_widths(sheet: Sheet, layout: Layout) -> list[float]:
    """Points for each column, gaps included; heads and labels wrap where the layout is narrow."""
    columns: list[list[tuple[Cell, bool]]] = [[] for _ in range(sheet.columns)]
    for row in sheet.rows():
        is_head = row in sheet.heads
        at = 0
        for cell in row:
            if cell.span == 1:
                columns[at].append((cell, is_head))
            at += cell.span
    return [
        SPARE * _width(cells, layout, is_stub=number < sheet.stubs) + layout.gap
        for number, cells in enumerate(columns)
    ]


def _width(cells: Sequence[tuple[Cell, bool]], layout: Layout, *, is_stub: bool) -> float:
    size = layout.size
    heads = [cell for cell, is_head in cells if is_head]
    body = [cell for cell, is_head in cells if not is_head]
    widest = max((measure(cell.plain(), layout) for cell in body), default=size)
    if is_stub and layout.narrow:
        word = max((longest_word(cell.plain(), layout) for cell in body), default=size)
        widest = max(word, 0.6 * widest)
    head = max((measure(cell.plain(), layout) for cell in heads), default=0)
    if layout.is_upright and not is_stub:
        head = size * 1.4
    elif layout.narrow:
        head = max((longest_word(cell.plain(), layout) for cell in heads), default=0)
    return max(widest, head, size)


def measure(text: str, layout: Layout) -> float:
    font = "Times-Bold" if layout.is_serif else "Helvetica-Bold"
    return stringWidth(text, font, layout.size)


def longest_word(text: str, layout: Layout) -> float:
    return max((measure(word, layout) for word in re.split(r" ", text)), default=0)


def longest_head(sheet: Sheet, layout: Layout) -> float:
    """Points that the longest of the upright heads needs."""
    return SPARE * max(
        (measure(cell.plain(), layout) for cell in sheet.heads[-1][sheet.stubs :]), default=0
    )
