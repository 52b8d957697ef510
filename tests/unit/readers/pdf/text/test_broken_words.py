"""Words that a narrow cell of a PDF breaks without a hyphen."""

import pytest

from pipelines.readers.pdf.reader import read_pdf
from tests.unit.readers.pdf_files import assert_quotes_hold, lines, pdf_of, shown, table

EDGES = (72.0, 122.0, 200.0)
PROSE = lines("The harbourmaster and the Southerners met on the northern quay.", top=300)

CELLS = {
    "the paper prints the whole word": ("Harbourm\naster", "Harbourmaster"),
    "the word is one of several": ("The\nsoutherne\nrs", "The southerners"),
    "the paper prints both parts as words": ("Northern\nquay", "Northern quay"),
    "it prints neither, and there was no room": ("Wrackwa\nsher", "Wrackwasher"),
    "it prints neither, and there was room": ("Kelp\nfields", "Kelp fields"),
    "one letter of several words is left": ("East quay\ns", "East quays"),
    "the letter is a word": ("Quay\na", "Quay a"),
    "a date": ("09/03/2\n017", "09/03/2017"),
    "a date and a number": ("09/03/17\n017", "09/03/17 017"),
    "the next line begins with a capital": ("Wrackwa\nSher", "Wrackwa Sher"),
}


@pytest.mark.parametrize(("printed", "wanted"), CELLS.values(), ids=CELLS)
def test_words_in_cells(printed: str, wanted: str) -> None:
    rows = (("Dues", "Boats"), (printed, "4"), ("Pier", "5"))
    page = pdf_of(lambda canvas: (table(rows, EDGES, is_ruled=True)(canvas), PROSE(canvas)))
    document = read_pdf(page)
    cells = [text.split(" | ")[0].replace(" / ", " ") for kind, text in shown(document)[:3]]
    assert cells == ["Dues", wanted, "Pier"]
    assert_quotes_hold(document)
