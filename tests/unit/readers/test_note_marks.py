"""Raised note marks: kept in the quote, and no part of the figure or word beside them."""

import pytest
from reportlab.pdfgen.canvas import Canvas

from pipelines.documents import Document
from pipelines.readers.note_marks import lifted, lowered
from pipelines.readers.reading import read_document
from tests.unit.readers.pdf_files import pdf_of

PAGE = (
    "<html><body><table><tr><th>Quay</th><th>Boats</th></tr>"
    "<tr><td>{}</td><td>4</td></tr></table></body></html>"
)


def cell_of(document: Document) -> tuple[str, str]:
    """The text and the quote of the first cell below the head."""
    (passage,) = next(iter(document.blocks)).rows[1].cells[0].paragraphs
    return passage.text, passage.quote()


@pytest.mark.parametrize(
    ("printed", "text", "quote"),
    [
        ("43<sup>1</sup>", "43", "431"),
        ("1,204<sup>[2]</sup>", "1,204", "1,204[2]"),
        ("North<sup>a</sup> pier", "North pier", "Northa pier"),
        ("Quays¹", "Quays", "Quays¹"),
        ("the 1<sup>st</sup> pier", "the 1st pier", "the 1st pier"),
        ("<sup>1</sup>/<sub>2</sub>", "1/2", "1/2"),
        ("<sup>3</sup>", "3", "3"),
    ],
)
def test_marks_of_a_web_page(printed: str, text: str, quote: str) -> None:
    document = read_document(PAGE.format(printed).encode(), "page.html")
    assert cell_of(document) == (text, quote)


def test_a_small_raised_figure_of_a_pdf_is_a_mark() -> None:
    def draw(canvas: Canvas) -> None:
        text = canvas.beginText(72, 700)
        text.textOut("43")
        text.setRise(5)
        text.setFont("Helvetica", 6)
        text.textOut("1")
        text.setRise(0)
        text.setFont("Helvetica", 10)
        text.textOut(" boats came")
        canvas.drawText(text)

    (block,) = read_document(pdf_of(draw), "page.pdf").blocks
    assert (block.text, block.passage.quote()) == ("43 boats came", "431 boats came")


def test_a_figure_after_a_figure_is_no_mark() -> None:
    (block,) = read_document(
        pdf_of(lambda canvas: canvas.drawString(72, 700, "431 by up")), "a.pdf"
    ).blocks
    assert block.text == "431 by up"


@pytest.mark.parametrize("mark", ["1", "12", "a", "*", "(a)", "[2]", "1,3"])
def test_a_mark_is_lifted_and_lowered(mark: str) -> None:
    assert lifted(mark) != mark
    assert lowered(lifted(mark)) == mark
