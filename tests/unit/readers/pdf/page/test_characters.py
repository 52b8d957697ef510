"""What PDFium tells of characters, asked for without a look at the arguments."""

import pypdfium2
import pytest
from reportlab.pdfgen.canvas import Canvas

from pipelines.readers.pdf.page.characters import TURNS, Characters, Font
from tests.unit.readers.pdf_files import LEFT, TOP, pdf_of


def fonts(canvas: Canvas) -> None:
    canvas.drawString(LEFT, TOP, "Harbour dues, wharf")
    canvas.setFont("Helvetica-Bold", 14)
    canvas.drawString(LEFT, TOP - 40, "Boats")


@pytest.fixture
def text_page() -> pypdfium2.PdfTextPage:
    return pypdfium2.PdfDocument(pdf_of(fonts))[0].get_textpage()


def test_boxes_are_those_that_checked_calls_give(text_page: pypdfium2.PdfTextPage) -> None:
    places = range(text_page.count_chars())
    boxes = [text_page.get_charbox(place, loose=True) for place in places]
    upright = [(left, right, -top, -bottom) for left, bottom, right, top in boxes]
    assert list(Characters(TURNS[0], text_page).boxes(places)) == upright
    downwards = [(-top, -bottom, -right, -left) for left, bottom, right, top in boxes]
    assert list(Characters(TURNS[1], text_page).boxes(places)) == downwards


def test_what_the_page_does_not_print_is_made_up(text_page: pypdfium2.PdfTextPage) -> None:
    characters = Characters(TURNS[0], text_page)
    printed = text_page.get_text_range()
    is_made_up = characters.are_made_up(range(len(printed)))
    made_up = [letter for letter, made in zip(printed, is_made_up, strict=True) if made]
    assert made_up == ["\r", "\n"]


def test_a_font_is_told_by_its_name_and_its_size(text_page: pypdfium2.PdfTextPage) -> None:
    characters = Characters(TURNS[0], text_page)
    boats = text_page.get_text_range().index("Boats")
    assert characters.font(0, 10.0) == Font(10.0, False)
    assert characters.font(boats, 14.0) == Font(14.0, True)
    assert characters.font(boats, 14.0) is characters.font(boats + 1, 14.0)


def test_a_character_stands_on_its_line(text_page: pypdfium2.PdfTextPage) -> None:
    assert Characters(TURNS[0], text_page).base(0) == pytest.approx(-TOP)
    assert Characters(TURNS[0], text_page).base(text_page.count_chars()) is None
