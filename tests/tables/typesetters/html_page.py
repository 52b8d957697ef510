"""Sets a paper as a web page; with styles for a printer, which a reader of pages ignores."""

from collections.abc import Iterator
from html import escape

from tests.tables.sheets import Cell, Layout, Paper, Sheet


def typeset(paper: Paper) -> bytes:
    return page(paper, "").encode()


def page(paper: Paper, styles: str, widths: dict[int, list[float]] | None = None) -> str:
    lines = "\n".join(_lines(paper, widths or {}))
    title = escape(paper.board)
    return (
        f'<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8"><title>{title}</title>'
        f"{styles}</head><body>\n{lines}\n</body></html>\n"
    )


def _lines(paper: Paper, widths: dict[int, list[float]]) -> Iterator[str]:
    yield f"<h1>{escape(paper.board)}</h1>"
    yield f"<p>{escape(paper.day)}</p>"
    yield f"<h2>{escape(paper.heading)}</h2>"
    for part in paper.parts:
        if isinstance(part, str):
            yield f"<p>{escape(part)}</p>"
            continue
        if paper.layout.room and widths:
            yield '<div class="room"></div>'
        yield '<div class="beside">' if len(part) > 1 else "<div>"
        for sheet in part:
            yield "<div>"
            yield from _sheet(sheet, paper.layout, widths.get(id(sheet)))
            yield "</div>"
        yield "</div>"


def _sheet(sheet: Sheet, layout: Layout, widths: list[float] | None) -> Iterator[str]:
    style = f' style="width: {sum(widths):.1f}pt"' if widths else ""
    # A caption stands in the table itself in half of the layouts.
    if layout.repeats_head:
        yield f"<table{style}><caption>{escape(sheet.caption)}</caption>"
    else:
        yield f"<h3>{escape(sheet.caption)}</h3>\n<table{style}>"
    if widths:
        columns = "".join(f'<col style="width: {width:.1f}pt">' for width in widths)
        yield f"<colgroup>{columns}</colgroup>"
    yield "<thead>"
    for row in sheet.heads:
        yield _row(row, sheet, layout, tag="th")
    yield "</thead>\n<tbody>"
    for number, row in enumerate(sheet.body):
        yield _row(row, sheet, layout, tag="td", is_bold=number in sheet.bold)
    yield "</tbody></table>"
    for note in sheet.notes:
        yield f"<p>{escape(note)}</p>"


def _row(
    row: tuple[Cell, ...], sheet: Sheet, layout: Layout, *, tag: str, is_bold: bool = False
) -> str:
    cells, at = [], 0
    for cell in row:
        if cell.is_covered:
            at += cell.span
            continue
        words = escape(cell.text) + (f"<sup>{escape(cell.raised)}</sup>" if cell.raised else "")
        words = f"<strong>{words}</strong>" if is_bold and words else words
        span = f' colspan="{cell.span}"' if cell.span > 1 else ""
        span += f' rowspan="{cell.down}"' if cell.down > 1 else ""
        kind = "stub" if at < sheet.stubs else "over" if cell.span > 1 else "figure"
        if tag == "th" and layout.is_upright and kind == "figure":
            words, kind = f'<span class="upright">{words}</span>', "figure turned"
        cells.append(f'<{tag}{span} class="{kind}">{words}</{tag}>')
        at += cell.span
    return f"<tr>{''.join(cells)}</tr>"
