"""Tables between ruling lines: which columns a merged head is over."""

import pytest
from reportlab.pdfgen.canvas import Canvas

from pipelines.documents import Kind, Row
from pipelines.readers.pdf.reader import read_pdf
from tests.unit.readers.pdf_files import TOP, Draw, pdf_of

LEFTS = (72.0, 160.0, 220.0, 280.0, 340.0)  # edges of a column of labels and three of figures
PITCH = 20.0
BODY = (("North", "4", "31", "7"), ("South", "12", "8", "110"))


def ruled(align: str) -> Draw:
    """Two rows of heads above a body; 2015 is over two columns, without a line between them."""

    def draw(canvas: Canvas) -> None:
        lower = dict(enumerate(("Quay", "Toll", "Fare", "Toll")))
        for number, row in enumerate([{1: "2015", 3: "2016"}, lower, *map(_numbered, BODY)]):
            for column, text in row.items():
                end = column + (2 if text == "2015" else 1)
                right = LEFTS[end] - 4 - canvas.stringWidth(text)
                x = LEFTS[column] + 4 if align == "left" else right
                canvas.drawString(x, TOP - PITCH * number - 14, text)
            canvas.line(LEFTS[0], TOP - PITCH * number, LEFTS[-1], TOP - PITCH * number)
        bottom = TOP - 4 * PITCH
        canvas.line(LEFTS[0], bottom, LEFTS[-1], bottom)
        for column, x in enumerate(LEFTS):
            canvas.line(x, TOP - PITCH if column == 2 else TOP, x, bottom)

    return draw


def _numbered(row: tuple[str, ...]) -> dict[int, str]:
    return dict(enumerate(row))


def heads(draw: Draw) -> list[Row]:
    (table,) = (block for block in read_pdf(pdf_of(draw)).blocks if block.kind is Kind.TABLE)
    return list(table.rows[:2])


@pytest.mark.parametrize("align", ["left", "right"])
def test_a_merged_head_is_over_its_columns(align: str) -> None:
    upper, lower = heads(ruled(align))
    assert upper.texts == ("", "2015", "", "2016")
    assert [cell.span for cell in upper.cells] == [1, 2, 1, 1]
    assert lower.texts == ("Quay", "Toll", "Fare", "Toll")
