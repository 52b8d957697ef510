"""Words that a PDF's typesetter divides at the end of a line with the hyphen of the keyboard."""

import pytest

from pipelines.readers.pdf.reader import read_pdf
from tests.unit.readers.pdf_files import assert_quotes_hold, both, lines, pdf_of, shown, table

LONG = "The keepers of the outer quay will meet again before the winter, and the"
MANY_DIVIDED = (
    f"{LONG} har-",
    "bour stays open. The harbour keeps its lights, and its pilots stay at the light-",
    "house. The lighthouse burns all night in those months, says the board of pi-",
    "lots.",
)

PARAGRAPHS = {
    "the paper prints the whole word": (
        (f"{LONG} har-", "bour stays open. The harbour keeps its lights."),
        f"{LONG} harbour stays open. The harbour keeps its lights.",
    ),
    "the paper prints the word with a hyphen, and also whole": (
        (f"{LONG} re-", "cover of the quays is paid. We recover, and have no re-cover yet."),
        f"{LONG} re-cover of the quays is paid. We recover, and have no re-cover yet.",
    ),
    "the paper prints it neither way": (
        (f"{LONG} tide-", "gauge stays open."),
        f"{LONG} tide-gauge stays open.",
    ),
    "the paper prints it neither way, and divides others": (
        (*MANY_DIVIDED, "", f"{LONG} wrack-", "washers come."),
        f"{LONG} wrackwashers come.",
    ),
    "one letter before the hyphen": (
        (*MANY_DIVIDED, "", f"{LONG} e-", "mails of the pilots are read."),
        f"{LONG} e-mails of the pilots are read.",
    ),
    "a name goes on with a capital": (
        (f"{LONG} Stoke-", "Harbour boats come. Stokeharbour is none."),
        f"{LONG} Stoke-Harbour boats come. Stokeharbour is none.",
    ),
}


@pytest.mark.parametrize(("printed", "wanted"), PARAGRAPHS.values(), ids=PARAGRAPHS)
def test_words_at_the_end_of_a_line(printed: tuple[str, ...], wanted: str) -> None:
    document = read_pdf(pdf_of(lines(*printed)))
    assert shown(document)[-1] == ("paragraph", wanted)
    assert_quotes_hold(document)


def test_a_word_divided_in_a_cell() -> None:
    rows = (("Place", "Boats"), ("North har-\nbour", "4"), ("Pier", "5"))
    page = both(table(rows, (72.0, 172.0, 250.0)), lines("The harbour is full.", top=300))
    document = read_pdf(pdf_of(page))
    assert [text for _, text in shown(document)] == [
        "Place | Boats",
        "North harbour | 4",
        "Pier | 5",
        "The harbour is full.",
    ]
    assert_quotes_hold(document)
