"""Tables of figures without ruling lines, in the ways in which typesetters align and head them."""

from collections.abc import Sequence

import pytest
from reportlab.pdfgen.canvas import Canvas

from pipelines.documents import Document, Kind
from pipelines.readers.pdf.reader import read_pdf
from tests.unit.readers.pdf_files import TOP, Draw, both, pdf_of

PITCH = 18
BODY = (("North", "4", "31", "7"), ("South pier", "12", "8", "110"), ("Total", "16", "39", "117"))
SHOWN = [" | ".join(row) for row in BODY]
LABELS, EDGES, WIDTH = 72.0, (180.0, 250.0, 320.0), 60.0


def placed(canvas: Canvas, left: float, y: float, text: str, align: str) -> None:
    """Draw a line of a cell; an asterisk inside is drawn raised."""
    room = WIDTH - canvas.stringWidth(text)
    canvas.drawString(left + {"left": 0, "center": room / 2, "right": room}[align], y, text)


def figures(
    heads: Sequence[str],
    *,
    align: str = "right",
    head_align: str = "right",
    corner: str = "Quay",
    edges: Sequence[float] = EDGES,
    left: float = LABELS,
) -> Draw:
    """Heads, the lines of each parted by line feeds and set to the foot, above the body."""

    def draw(canvas: Canvas) -> None:
        most = max(head.count("\n") for head in heads)
        canvas.drawString(left, TOP - 12 * most, corner)
        for edge, head in zip(edges, heads, strict=True):
            parts = head.split("\n")
            for number, part in enumerate(reversed(parts)):
                placed(canvas, edge, TOP - 12 * (most - number), part, head_align)
        for number, row in enumerate(BODY, start=1):
            y = TOP - 12 * most - PITCH * number
            canvas.drawString(left, y, row[0])
            for edge, text in zip(edges, row[1:], strict=True):
                placed(canvas, edge, y, text, align)

    return draw


def tables(document: Document) -> list[list[str]]:
    return [
        [" | ".join(row.texts) for row in block.rows]
        for block in document.blocks
        if block.kind is Kind.TABLE
    ]


@pytest.mark.parametrize("align", ["left", "center", "right"])
@pytest.mark.parametrize("head_align", ["left", "center", "right"])
@pytest.mark.parametrize(
    ("heads", "wanted"),
    [
        (("Boats", "Dues", "Rafts"), "Quay | Boats | Dues | Rafts"),
        (("Boats", "Dues paid\nby May", "Rafts"), "Quay | Boats | Dues paid by May | Rafts"),
        (("B", "D", "R"), "Quay | B | D | R"),
    ],
    ids=["one line", "one head wraps", "short heads"],
)
def test_heads_go_to_their_columns(
    heads: Sequence[str], wanted: str, head_align: str, align: str
) -> None:
    page = figures(heads, align=align, head_align=head_align)
    assert tables(read_pdf(pdf_of(page))) == [[wanted, *SHOWN]]


@pytest.mark.parametrize("align", ["left", "right"])
def test_years_over_unlike_numbers_of_columns(align: str) -> None:
    heads = ("2015\nDues", "\nCost", "2016\nDues")
    if align == "right":
        heads = ("\nDues", "2015\nCost", "2016\nDues")
    page = figures(heads, align=align, head_align=align)
    table = next(block for block in read_pdf(pdf_of(page)).blocks if block.kind is Kind.TABLE)
    assert [cell.text for cell in table.rows[0].cells] == ["", "2015", "", "2016"]
    assert [cell.span for cell in table.rows[0].cells] == [1, 2, 1, 1]


@pytest.mark.parametrize(
    ("heads", "wanted"),
    [
        (("2015\nDues", "2016\nDues", "Change"), "Quay | 2015 Dues | 2016 Dues | Change"),
        (("Rafts", "2015\nDues", "2016\nDues"), "Quay | Rafts | 2015 Dues | 2016 Dues"),
    ],
    ids=["a change behind", "another count before"],
)
def test_a_head_beside_years_is_under_none(heads: Sequence[str], wanted: str) -> None:
    assert tables(read_pdf(pdf_of(figures(heads)))) == [[wanted, *SHOWN]]


@pytest.mark.parametrize("aligned", ["foot", "top", "middle"])
def test_upright_heads_of_unlike_lengths(aligned: str) -> None:
    heads = ("Boats in port", "Dues", "Rafts and barges")

    def upright(canvas: Canvas) -> None:
        canvas.drawString(LABELS, TOP, "Quay")
        for edge, head in zip(EDGES, heads, strict=True):
            room = 90 - canvas.stringWidth(head)
            canvas.saveState()
            canvas.translate(edge + WIDTH, TOP)
            canvas.rotate(90)
            canvas.drawString({"foot": 0, "middle": room / 2, "top": room}[aligned], 0, head)
            canvas.restoreState()
        for number, row in enumerate(BODY, start=1):
            y = TOP - PITCH * number
            canvas.drawString(LABELS, y, row[0])
            for edge, text in zip(EDGES, row[1:], strict=True):
                placed(canvas, edge, y, text, "right")

    assert tables(read_pdf(pdf_of(upright))) == [[" | ".join(("Quay", *heads)), *SHOWN]]


def test_print_along_the_edge_of_a_page_heads_no_column() -> None:
    def edge(canvas: Canvas) -> None:
        canvas.saveState()
        canvas.translate(560, 100)
        canvas.rotate(90)
        canvas.drawString(0, 0, "Confidential" + "-" * 80)
        canvas.restoreState()

    page = both(figures(("Boats", "Dues", "Rafts")), edge)
    assert [" | ".join(("Quay", "Boats", "Dues", "Rafts")), *SHOWN] in tables(
        read_pdf(pdf_of(page))
    )


@pytest.mark.parametrize("first", [0, 1], ids=["the first row", "a later row"])
def test_a_label_around_figures_at_its_middle(first: int) -> None:
    def draw(canvas: Canvas) -> None:
        for edge, head in zip(EDGES, ("Boats", "Dues", "Rafts"), strict=True):
            placed(canvas, edge, TOP, head, "right")
        y = TOP - 24.0
        for number, (label, *values) in enumerate(BODY):
            if number == first:
                canvas.drawString(LABELS, y, label + " of")
                canvas.drawString(LABELS, y - 11, "the river")
                y -= 5.5
            else:
                canvas.drawString(LABELS, y, label)
            for edge, text in zip(EDGES, values, strict=True):
                placed(canvas, edge, y, text, "right")
            y -= 23.5 if number == first else PITCH

    wanted = [" | ".join(row) for row in BODY]
    label = BODY[first][0]
    wanted[first] = wanted[first].replace(label, f"{label} of the river")
    assert tables(read_pdf(pdf_of(draw))) == [[" | Boats | Dues | Rafts", *wanted]]


def test_heads_over_columns_that_are_blank_up_to_the_next_page() -> None:
    heads = ("Boats in port", "Dues of boats", "Total")
    above = (("North", "", "", "37"), ("South pier", "", "", "110"))

    def page(rows: Sequence[Sequence[str]], heads: Sequence[str], top: float) -> Draw:
        def draw(canvas: Canvas) -> None:
            for edge, head in zip(EDGES, heads, strict=False):
                placed(canvas, edge, top, head, "right")
            for number, (label, *values) in enumerate(rows, start=1):
                canvas.drawString(LABELS, top - PITCH * number, label)
                for edge, text in zip(EDGES, values, strict=True):
                    placed(canvas, edge, top - PITCH * number, text, "right")

        return draw

    found = tables(read_pdf(pdf_of(page(above, heads, 100), page(BODY, (), TOP))))
    assert [row for table in found for row in table] == [
        " | ".join(("", *heads)),
        *(" | ".join(row) for row in above),
        *SHOWN,
    ]


@pytest.mark.parametrize("parts", [("Kind", "of"), ("Kind", "of", "quay", "or pier")])
def test_the_head_of_labels_may_wrap_below_the_others(parts: Sequence[str]) -> None:
    def draw(canvas: Canvas) -> None:
        for number, part in enumerate(parts):
            canvas.drawString(LABELS, TOP - 13 * number, part)
        for edge, head in zip(EDGES, ("Boats", "Dues", "Rafts"), strict=True):
            placed(canvas, edge, TOP, head, "right")
        for number, (label, *values) in enumerate(BODY, start=1):
            y = TOP - 13 * (len(parts) - 1) - 26 * number
            canvas.drawString(LABELS, y, label)
            for edge, text in zip(EDGES, values, strict=True):
                placed(canvas, edge, y, text, "right")

    head = " | ".join((" ".join(parts), "Boats", "Dues", "Rafts"))
    assert tables(read_pdf(pdf_of(draw))) == [[head, *SHOWN]]


def test_years_over_heads_are_a_row_of_their_own() -> None:
    def years(canvas: Canvas) -> None:
        for middle, text in ((240, "2015/16"), (400, "2016/17")):
            canvas.drawCentredString(middle, TOP + 16, text)
        for number, row in enumerate(
            (
                ("", "Boats", "Rafts", "Boats", "Rafts"),
                ("North", "4", "5", "6", "7"),
                ("South", "1", "2", "30", "4"),
            )
        ):
            for edge, text in zip((100, 220, 290, 370, 440), row, strict=True):
                canvas.drawRightString(edge, TOP - PITCH * number, text)

    assert tables(read_pdf(pdf_of(years))) == [
        [
            " | 2015/16 |  | 2016/17 | ",
            " | Boats | Rafts | Boats | Rafts",
            "North | 4 | 5 | 6 | 7",
            "South | 1 | 2 | 30 | 4",
        ]
    ]


def test_heads_set_upright_are_heads() -> None:
    def draw(canvas: Canvas) -> None:
        for edge, text in zip(EDGES, ("Boats", "Dues paid", "Rafts"), strict=True):
            canvas.saveState()
            canvas.translate(edge + WIDTH, TOP)
            canvas.rotate(90)
            canvas.drawString(0, 0, text)
            canvas.restoreState()
        figures(("", "", ""))(canvas)

    assert tables(read_pdf(pdf_of(draw))) == [["Quay | Boats | Dues paid | Rafts", *SHOWN]]


def test_two_tables_beside_each_other_are_read_one_after_the_other() -> None:
    page = both(
        figures(("Boats", "Dues", "Rafts"), edges=(110.0, 150.0, 190.0), left=40.0),
        figures(("Nets", "Rods", "Lines"), edges=(410.0, 450.0, 490.0), left=330.0),
    )
    assert tables(read_pdf(pdf_of(page))) == [
        ["Quay | Boats | Dues | Rafts", *SHOWN],
        ["Quay | Nets | Rods | Lines", *SHOWN],
    ]


@pytest.mark.parametrize("is_blank", [True, False], ids=["a cell is blank", "no cell is blank"])
def test_a_full_row_is_read_alike_by_order_and_by_place(is_blank: bool) -> None:
    def draw(canvas: Canvas) -> None:
        figures(("Boats", "Dues", "Rafts"))(canvas)
        y = TOP - PITCH * 4
        canvas.drawString(LABELS, y, "West")
        for edge, text in zip(EDGES, ("1", "" if is_blank else "5", "3"), strict=True):
            placed(canvas, edge, y, text, "right")

    (table,) = (block for block in read_pdf(pdf_of(draw)).blocks if block.kind is Kind.TABLE)
    assert [row.is_agreed for row in table.rows[1:]] == [True, True, True, not is_blank]


def test_no_figure_of_a_cell_of_three_lines_is_lost() -> None:
    def draw(canvas: Canvas) -> None:
        figures(["Boats", "Crews", "Piers"])(canvas)
        y = TOP - PITCH * (len(BODY) + 1)
        canvas.drawString(LABELS, y, "East")
        for number, text in enumerate(("500", "600", "900")):
            placed(canvas, EDGES[0], y - 12 * number, text, "right")
        for edge in EDGES[1:]:
            placed(canvas, edge, y, "8", "right")

    (rows,) = tables(read_pdf(pdf_of(draw)))
    assert rows == ["Quay | Boats | Crews | Piers", *SHOWN, "East | 500 600 900 | 8 | 8"]


def test_prose_that_ends_in_figures_is_no_table() -> None:
    def draw(canvas: Canvas) -> None:
        for number, text in enumerate(
            ("The harbour took 4", "and the pier took 5", "of them all.")
        ):
            canvas.drawString(LABELS, TOP - 12 * number, text)

    assert tables(read_pdf(pdf_of(draw))) == []
