"""Sets a paper with WeasyPrint, where it is installed: it needs a library of the system."""

from importlib import import_module

from tests.tables import measures
from tests.tables.sheets import Layout, Paper
from tests.tables.typesetters.html_page import page

ALIGN = {"left": "left", "center": "center", "right": "right", "decimal": "right"}
# Its fonts are those of the system, wider than those that columns are measured for.
NARROWER = 0.85
RULES = {
    "none": "",
    "all": "th, td { border: 0.5pt solid black }",
    "horizontal": "th, td { border-bottom: 0.5pt solid black }",
    "booktabs": "table { border-top: 1pt solid; border-bottom: 1pt solid } "
    "thead tr:last-child th { border-bottom: 0.5pt solid }",
    "zebra": "tbody tr:nth-child(odd) { background: #e4e4e4 }",
}


def typeset(paper: Paper) -> bytes:
    layout, widths = measures.fitting(paper)
    source = page(paper.set_as(layout), f"<style>{_styles(paper, layout)}</style>", widths)
    # Collecting the tests imports this module where the library is lacking.
    made: bytes = import_module("weasyprint").HTML(string=source).write_pdf()
    return made


def _styles(paper: Paper, layout: Layout) -> str:
    width, height = measures.page(layout)
    room = 0.0
    long = 0.0
    for sheet in paper.sheets():
        rows = layout.room + len(sheet.heads) + (4 if layout.narrow else 2)
        room = max(0, height - 2 * measures.MARGIN - rows * layout.size * 1.9)
        long = max(long, measures.longest_head(sheet, layout))
    font = "serif" if layout.is_serif else "sans-serif"
    styles = [
        f"@page {{ size: {width}pt {height}pt; margin: {measures.MARGIN}pt }}",
        f"body {{ font: {NARROWER * layout.size:.2f}pt {font} }}",
        f"h1 {{ font-size: {layout.size * 1.4}pt }} h2, h3 {{ font-size: {layout.size * 1.1}pt }}",
        "table { border-collapse: collapse; table-layout: fixed }",
        "caption { text-align: left; font-weight: bold }",
        f"th, td {{ padding: 2pt {layout.gap / 2}pt; vertical-align: top }}",
        f"td {{ text-align: {ALIGN[layout.align]} }}",
        f"th {{ text-align: {layout.head_align}; vertical-align: bottom }}",
        "th.stub, td.stub { text-align: left } th.over { text-align: center }",
        f".beside {{ display: flex; gap: {measures.BETWEEN}pt }}",
        f".room {{ break-before: page; height: {room}pt }}",
        f"th.turned {{ height: {long}pt }}",
        # Turned around its own left end, which is then moved to the foot of its column.
        f".upright {{ display: block; height: {layout.size * 1.2}pt; width: {long}pt; "
        f"line-height: {layout.size * 1.2}pt; white-space: nowrap; text-align: left; "
        f"transform-origin: 0 100%; transform: translateX({layout.size * 1.2}pt) rotate(-90deg) }}",
        RULES[layout.rules],
    ]
    if layout.has_running_lines:
        board = f'@top-left {{ content: "{paper.board}" }}'
        styles.append(f"@page {{ {board} @bottom-center {{ content: counter(page) }} }}")
    if layout.has_two_columns:
        styles.append(f"body {{ columns: 2; column-gap: {measures.BETWEEN}pt; column-fill: auto }}")
    if not layout.repeats_head:
        styles.append("thead { display: table-row-group }")
    return "\n".join(styles)
