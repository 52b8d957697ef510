"""Tables in PDF papers, with and without ruling lines, on one page and on several."""

from collections.abc import Sequence
from itertools import pairwise

import pytest
from reportlab.pdfgen.canvas import Canvas

from pipelines.readers.pdf.reader import read_pdf
from tests.unit.readers.pdf_files import (
    EDGES,
    HEAD,
    PLAIN,
    ROWS,
    TOP,
    WIDE,
    Draw,
    Dress,
    assert_quotes_hold,
    both,
    lines,
    pdf_of,
    rows,
    shown,
    table,
)

LABELS = (HEAD, ("North group",), ROWS[0], ("South group",), ROWS[1])
WRAPPED = (HEAD, ("Ann Bee", "Northport and\nthe islands", "4"), ROWS[1])
PARAGRAPHS = (("1", "Dues of the harbour\n\nBoats pay.", "Ann Bee"), ("2", "All pay.", "Cee Dee"))

TABLES = {
    "plain": ((HEAD, *ROWS), PLAIN),
    "labels in the first column": (
        LABELS,
        rows(
            "Name | Council | Dues",
            "North group |  | ",
            "Ann Bee | Northport | 4",
            "South group |  | ",
            "Cee Dee | Southport | 13",
        ),
    ),
    "a cell of two lines": (
        WRAPPED,
        rows(
            "Name | Council | Dues",
            "Ann Bee | Northport and the islands | 4",
            "Cee Dee | Southport | 13",
        ),
    ),
    "a cell of two paragraphs": (
        PARAGRAPHS,
        rows("1 | Dues of the harbour / Boats pay. | Ann Bee", "2 | All pay. | Cee Dee"),
    ),
}


def ruled(canvas: Canvas, edges: Sequence[float], levels: Sequence[float]) -> None:
    canvas.grid(list(edges), list(levels))


def borderless(canvas: Canvas, edges: Sequence[float], levels: Sequence[float]) -> None:
    """Nothing but words."""


def shaded(canvas: Canvas, edges: Sequence[float], levels: Sequence[float]) -> None:
    """Every second row on a grey ground, cell by cell."""
    canvas.setFillGray(0.8)
    for top, bottom in list(pairwise(levels))[::2]:
        for left, right in pairwise(edges):
            canvas.rect(left, bottom, right - left, top - bottom, stroke=0, fill=1)
    canvas.setFillGray(0)


def upright_lines(canvas: Canvas, edges: Sequence[float], levels: Sequence[float]) -> None:
    """A frame, and lines between the columns alone."""
    canvas.grid(list(edges), [levels[0], levels[-1]])


def open_sides(canvas: Canvas, edges: Sequence[float], levels: Sequence[float]) -> None:
    """Lines between rows and columns, none around."""
    for y in levels[1:-1]:
        canvas.line(edges[0], y, edges[-1], y)
    for x in edges[1:-1]:
        canvas.line(x, levels[0], x, levels[-1])


def first_column_apart(canvas: Canvas, edges: Sequence[float], levels: Sequence[float]) -> None:
    """A frame, a line below the head and one right of the labels."""
    canvas.grid([edges[0], edges[1], edges[-1]], [levels[0], levels[1], levels[-1]])


DRESSES = (ruled, borderless, shaded, upright_lines, open_sides, first_column_apart)


@pytest.mark.parametrize("dress", DRESSES, ids=[dress.__name__ for dress in DRESSES])
@pytest.mark.parametrize(("printed", "wanted"), TABLES.values(), ids=TABLES)
def test_tables(
    printed: tuple[tuple[str, ...], ...], wanted: list[tuple[str, str]], dress: Dress
) -> None:
    document = read_pdf(pdf_of(table(printed, EDGES, dress=dress)))
    assert shown(document) == wanted
    assert_quotes_hold(document)


@pytest.mark.parametrize("is_ruled", [True, False], ids=["ruled", "borderless"])
def test_prose_around_a_table_stays_outside(is_ruled: bool) -> None:
    page = both(
        lines(WIDE, "a year."),
        table((HEAD, *ROWS), EDGES, top=TOP - 50, is_ruled=is_ruled),
        lines(WIDE, "a year.", top=TOP - 160),
    )
    paragraph = ("paragraph", f"{WIDE} a year.")
    assert shown(read_pdf(pdf_of(page))) == [paragraph, *PLAIN, paragraph]


def test_rows_as_close_as_lines_are_told_by_the_order_of_print() -> None:
    printed = (
        HEAD,
        ("Ann\nMaria\nBee", "Northport", "4"),
        ("Cee Dee", "Southport and\nthe islands", "13"),
        ("Eff Gee", "", "7"),
    )
    document = read_pdf(pdf_of(table(printed, EDGES, dress=shaded, pitch=12)))
    assert shown(document) == rows(
        "Name | Council | Dues",
        "Ann Maria Bee | Northport | 4",
        "Cee Dee | Southport and the islands | 13",
        "Eff Gee |  | 7",
    )


def right_numbers(*printed: tuple[str, ...], top: float = TOP) -> Draw:
    """Words at the left of their columns, numbers at the right."""

    def draw(canvas: Canvas) -> None:
        for place, row in enumerate(printed):
            y = top - 18 * place
            for (left, right), text in zip(pairwise(EDGES), row, strict=False):
                if text[:1].isdigit():
                    canvas.drawRightString(right - 4, y, text)
                else:
                    canvas.drawString(left + 4, y, text)

    return draw


def test_numbers_stand_at_the_right_below_heads_at_the_left() -> None:
    printed = (
        ("", "Boats", "Dues"),
        ("North quay", "", "2.50"),
        ("South quay", "", "12.50"),
        ("West quay", "-", "3.00"),
        ("All quays", "4", "1.00"),
    )
    below = (("Old pier", "14", "2.00"), ("New pier", "-", "1.00"))
    document = read_pdf(pdf_of(right_numbers(*printed), right_numbers(*below)))
    wanted = [" | ".join(row) for row in (*printed, *below)]
    assert shown(document) == rows(*wanted)
    assert_quotes_hold(document)


def test_a_label_longer_than_the_ones_above_is_centred_in_its_column() -> None:
    printed = (("", "Boats", "Dues"), ("Pier", "3", "2.50"), ("Quay", "4", "12.50"))

    def draw(canvas: Canvas) -> None:
        for place, row in enumerate((*printed, ("", "14", "20.00"))):
            for middle, text in zip((120, 220, 300), row, strict=True):
                canvas.drawCentredString(middle, TOP - 24 * place, text)
            if place == 2:
                canvas.drawCentredString(120, TOP - 66, "The harbour and all")
                canvas.drawCentredString(120, TOP - 78, "its quays")

    wanted = [
        " | ".join(row) for row in (*printed, ("The harbour and all its quays", "14", "20.00"))
    ]
    assert shown(read_pdf(pdf_of(draw))) == rows(*wanted)


def test_two_tables_right_below_each_other_keep_their_columns() -> None:
    narrow = (72.0, 150.0, 250.0, 330.0)
    page = both(
        table((HEAD, *ROWS), EDGES, is_ruled=True),
        table((HEAD, *ROWS), narrow, top=TOP - 72, is_ruled=True),
    )
    assert shown(read_pdf(pdf_of(page))) == [*PLAIN, *PLAIN]


def stacked(*titles: str) -> Draw:
    return both(
        *(lines(f"{title}: a box", top=TOP - 40 * n) for n, title in enumerate(titles)),
        lambda canvas: canvas.rect(60, 400, 400, 390),
    )


def test_a_box_around_prose_is_no_table() -> None:
    assert shown(read_pdf(pdf_of(stacked("One", "Two")))) == [
        ("paragraph", "One: a box"),
        ("paragraph", "Two: a box"),
    ]


def test_a_label_and_its_value_are_one_line() -> None:
    page = both(lines("1."), lines(WIDE[:49], left=100), lines(WIDE, top=TOP - 40))
    assert shown(read_pdf(pdf_of(page))) == [
        ("paragraph", f"1. {WIDE[:49]}"),
        ("paragraph", WIDE),
    ]


def test_marks_beside_each_other_are_a_row_of_their_table() -> None:
    printed = (("Ann Bee", "Northport"), ("•", "•"), ("Cee Dee", "Southport"))
    assert shown(read_pdf(pdf_of(table(printed, (72.0, 180.0))))) == rows(
        "Ann Bee | Northport", "• | •", "Cee Dee | Southport"
    )


def test_heads_as_close_as_words_are_of_columns_that_are_apart() -> None:
    def draw(canvas: Canvas) -> None:
        for left, text in ((72, "Dues"), (200, "North"), (229.5, "South harbour")):
            canvas.drawString(left, TOP, text)
        for number, (label, *amounts) in enumerate(
            (("Pier", "4", "5"), ("Boats", "1", "7"), ("Quay", "2", "3")), start=1
        ):
            canvas.drawString(72, TOP - 16 * number, label)
            for left, amount in zip((220, 288), amounts, strict=True):
                canvas.drawString(left, TOP - 16 * number, amount)

    assert shown(read_pdf(pdf_of(draw))) == rows(
        "Dues | North | South harbour", "Pier | 4 | 5", "Boats | 1 | 7", "Quay | 2 | 3"
    )


def test_a_line_of_prose_and_other_columns_below_end_a_table() -> None:
    page = both(
        table((HEAD, *ROWS), (72.0, 200.0, 360.0)),
        lines("Officers: Ivy Tansy, who takes the note", left=76, top=TOP - 74),
        table(
            (("Item", "Dues of the harbour and of boats", "By"), ("1", "Boats pay.", "Ivy")),
            (72.0, 112.0, 480.0),
            top=TOP - 92,
        ),
    )
    assert shown(read_pdf(pdf_of(page)))[:4] == PLAIN


def test_rows_as_close_as_lines_are_told_by_the_middle_of_their_cells() -> None:
    """Each cell is drawn whole, after the ones before it, in the middle of its row."""
    printed = (
        ("Labels", "Places"),
        ("North group", ""),
        ("Ann Bee", "Northport and\nthe islands"),
        ("Cee Dee", "Southport"),
        ("Eff Gee", "Eastport with\nall its piers and\nits mole"),
    )

    def draw(canvas: Canvas) -> None:
        top = TOP
        for row in printed:
            tallest = max(len(cell.split("\n")) for cell in row)
            for left, cell in zip((72, 240), row, strict=True):
                texts = cell.split("\n")
                for number, text in enumerate(texts):
                    canvas.drawString(left, top - 12 * (number + (tallest - len(texts)) / 2), text)
            top -= 12 * tallest

    assert shown(read_pdf(pdf_of(draw))) == rows(
        "Labels | Places",
        "North group | ",
        "Ann Bee | Northport and the islands",
        "Cee Dee | Southport",
        "Eff Gee | Eastport with all its piers and its mole",
    )
