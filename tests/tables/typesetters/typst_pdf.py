"""Sets a paper with Typst."""

from collections.abc import Iterator
from pathlib import Path

import reportlab
import typst

from tests.tables import measures
from tests.tables.sheets import Cell, Layout, Paper, Sheet

# Typst brings a serif of its own; the sans is one that reportlab brings.
FONTS = Path(reportlab.__file__).parent / "fonts"
NARROWER = 0.87  # its letters are wider than those that columns are measured for
SPECIAL = "\\#$*_`@<>[]~-/'\"="


def typeset(paper: Paper) -> bytes:
    layout, widths = measures.fitting(paper)
    source = "\n".join(_source(paper, layout, widths))
    return typst.compile(
        source.encode(), font_paths=[FONTS], ignore_system_fonts=True, timestamp=0, format="pdf"
    )


def _source(paper: Paper, layout: Layout, widths: dict[int, list[float]]) -> Iterator[str]:
    width, height = measures.page(layout)
    font = "Libertinus Serif" if layout.is_serif else "Bitstream Vera Sans"
    size = layout.size * (1 if layout.is_serif else NARROWER)
    columns = ", columns: 2" if layout.has_two_columns else ""
    yield f"#set page(width: {width}pt, height: {height}pt, margin: {measures.MARGIN}pt{columns})"
    if layout.has_running_lines:
        footer = "context align(center, counter(page).display())"
        yield f"#set page(header: [{_words(paper.board)}], footer: {footer})"
    yield f'#set text(font: "{font}", size: {size}pt, hyphenate: false)'
    yield "#set par(leading: 0.5em, spacing: 0.9em)"
    yield f"= {_words(paper.board)}\n\n{_words(paper.day)}\n\n== {_words(paper.heading)}\n"
    for part in paper.parts:
        if isinstance(part, str):
            yield f"{_words(part)}\n"
            continue
        if layout.room:
            yield f"#pagebreak()\n#v({_left_free(part[0], layout)}pt)\n"
        tables = [_sheet(sheet, layout, widths[id(sheet)]) for sheet in part]
        if len(tables) == 1:
            yield f"{tables[0]}\n"
        else:
            cells = ", ".join(f"[{table}]" for table in tables)
            yield f"#grid(columns: {len(tables)}, gutter: {measures.BETWEEN}pt, {cells})\n"


def _left_free(sheet: Sheet, layout: Layout) -> float:
    """Points above a table that leave room for so many of its rows."""
    height = measures.page(layout)[1] - 2 * measures.MARGIN
    rows = layout.room + len(sheet.heads) + (4 if layout.narrow else 2)
    return max(0, height - rows * layout.size * 1.9)


def _sheet(sheet: Sheet, layout: Layout, widths: list[float]) -> str:
    lines = [f"*{_words(sheet.caption)}*", "", "#table("]
    lines.append(f"columns: ({', '.join(f'{width:.1f}pt' for width in widths)},),")
    lines.append(f"inset: (x: {layout.gap / 2}pt, y: {layout.size * 0.3:.1f}pt),")
    lines.append(f"stroke: {_stroke(layout)}, fill: {_fill(layout)},")
    rules = layout.rules == "booktabs"
    lines.append("table.hline(stroke: 0.8pt)," if rules else "")
    heads = "".join(_row(row, sheet, layout, is_head=True) for row in sheet.heads)
    repeats = str(layout.repeats_head).lower()
    lines.append(f"table.header(repeat: {repeats}, {heads}),")
    lines.append("table.hline(stroke: 0.5pt)," if rules else "")
    pads = _pads(sheet) if layout.align == "decimal" else {}
    for number, row in enumerate(sheet.body):
        lines.append(_row(row, sheet, layout, number=number, pads=pads))
    lines.append("table.hline(stroke: 0.8pt)," if rules else "")
    lines.append(")")
    lines += [f"\n{_words(note)}\n" for note in sheet.notes]
    return "\n".join(lines)


def _stroke(layout: Layout) -> str:
    return {"all": "0.5pt", "horizontal": "(x, y) => (bottom: 0.5pt)"}.get(layout.rules, "none")


def _fill(layout: Layout) -> str:
    return "(x, y) => if calc.odd(y) { luma(230) }" if layout.rules == "zebra" else "none"


def _row(
    row: tuple[Cell, ...],
    sheet: Sheet,
    layout: Layout,
    *,
    is_head: bool = False,
    number: int = 0,
    pads: dict[tuple[int, int], str] | None = None,
) -> str:
    cells, at = [], 0
    for cell in row:
        if cell.is_covered:
            at += cell.span
            continue
        words = _words(cell.text) + (f"#super[{_words(cell.raised)}]" if cell.raised else "")
        hidden = (pads or {}).get((number, at), "")
        words += f"#hide[{_words(hidden)}]" if hidden else ""
        if words and (is_head or number in sheet.bold):
            words = f"#strong[{words}]"
        align = layout.head_align if is_head else layout.align.replace("decimal", "right")
        if at < sheet.stubs:
            align = "left"
        elif cell.span > 1:
            align = "center"
        elif is_head and layout.is_upright:
            words = f"#rotate(-90deg, reflow: true, box[{words}])" if words else ""
        place = f"align: {align} + bottom" if is_head else f"align: {align}"
        cells.append(f"table.cell(colspan: {cell.span}, rowspan: {cell.down}, {place})[{words}], ")
        at += cell.span
    return "".join(cells)


def _pads(sheet: Sheet) -> dict[tuple[int, int], str]:
    """What hangs behind the last digit of its column's longest ending, and is left unprinted."""
    endings = {
        (number, at): _ending(cell.plain())
        for number, row in enumerate(sheet.body)
        for at, cell in enumerate(row)
        if at >= sheet.stubs
    }
    longest: dict[int, str] = {}
    for (_, at), ending in endings.items():
        longest[at] = max(longest.get(at, ""), ending, key=len)
    return {place: longest[place[1]][len(ending) :] for place, ending in endings.items()}


def _ending(text: str) -> str:
    """What stands behind the whole number: decimals, a share, a bracket, a mark."""
    start = 0
    while start < len(text) and not text[start].isdigit():
        start += 1
    end = start
    while end < len(text) and (text[end].isdigit() or text[end] in ",\xa0 "):
        end += 1
    return text[end:] if start < len(text) else ""


def _words(text: str) -> str:
    return "".join(f"\\{letter}" if letter in SPECIAL else letter for letter in text)
