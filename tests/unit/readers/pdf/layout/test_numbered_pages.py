"""Passages made of the lines of a PDF page."""

import pytest

from pipelines.documents import Kind
from pipelines.readers.pdf.layout.elements import Prose
from pipelines.readers.pdf.layout.lines import Line, fragment_of
from pipelines.readers.pdf.layout.numbered_pages import PageWriter
from pipelines.readers.pdf.page.characters import Word
from pipelines.readers.pdf.page.words import Font


def line(text: str) -> Line:
    piece = fragment_of([Word(text, 72.0, 200.0, 50.0, 60.0, 0)], Font(10.0, False))
    return Line([piece], 72.0, 200.0, 50.0, 60.0)


@pytest.mark.parametrize(
    ("printed", "text"),
    [
        (("the har\u2010", "bour dues"), "the harbour dues"),
        (("the Vice\u2010", "Chair came"), "the Vice\u2010Chair came"),
        (("a well-", "kept quay"), "a well-kept quay"),
        (("of 2016\u2010", "17"), "of 2016\u201017"),
        (("2016", "\u201317"), "2016\u201317"),
        (("in May 2016", "-17 degrees"), "in May 2016 -17 degrees"),
    ],
    ids=[
        "divided by the typesetter",
        "a capital after the hyphen",
        "a hyphen of the keyboard",
        "numbers",
        "years with the dash below",
        "a figure below a year",
    ],
)
def test_a_word_divided_at_the_end_of_a_line(printed: tuple[str, str], text: str) -> None:
    writer = PageWriter(1)
    writer.write(Prose([line(each) for each in printed], Kind.PARAGRAPH))
    (passage,) = (block.passage for block in writer.blocks)
    assert (passage.text, passage.quote()) == (text, " ".join(printed))
