"""Bold headings that stand on the first line of their paragraph."""

import pytest
from reportlab.pdfgen.canvas import Canvas

from pipelines.readers.pdf.reader import read_pdf
from tests.unit.readers.pdf_files import (
    LEADING,
    LEFT,
    TOP,
    assert_quotes_hold,
    both,
    lines,
    pdf_of,
    shown,
)

TEXT = "The board agreed what boats and rafts pay that use the quays in winter, and"
ABOVE = "The keepers of the quays met in the old town hall, and all came but two of them."


def run_in(canvas: Canvas, heading: str, text: str, gap: float, top: float) -> None:
    canvas.setFont("Helvetica-Bold", 10)
    canvas.drawString(LEFT, top, heading)
    beside = LEFT + canvas.stringWidth(heading, "Helvetica-Bold", 10) + gap
    canvas.setFont("Helvetica", 10)
    canvas.drawString(beside, top, text)


PAGES = {
    "a quad before the text": (
        ("3 Dues", TEXT, 10.0),
        [("heading", "3 Dues"), ("paragraph", f"{TEXT} thanked the keepers.")],
    ),
    "no more than a space": (
        ("Dues", TEXT, 3.0),
        [("paragraph", f"Dues {TEXT} thanked the keepers.")],
    ),
    "a column apart": (
        ("Dues", TEXT, 40.0),
        [("paragraph", f"Dues {TEXT} thanked the keepers.")],
    ),
    "a label": (
        ("Dues:", TEXT, 10.0),
        [("paragraph", f"Dues: {TEXT} thanked the keepers.")],
    ),
}


@pytest.mark.parametrize(("first", "wanted"), PAGES.values(), ids=PAGES)
def test_a_heading_on_the_first_line(
    first: tuple[str, str, float], wanted: list[tuple[str, str]]
) -> None:
    page = both(
        lines(ABOVE, top=TOP + 30),
        lambda canvas: run_in(canvas, *first, TOP),
        lines("thanked the keepers.", top=TOP - LEADING),
    )
    document = read_pdf(pdf_of(page))
    assert shown(document)[1:] == wanted
    assert_quotes_hold(document)


def test_a_heading_of_two_lines() -> None:
    def above(canvas: Canvas) -> None:
        canvas.setFont("Helvetica-Bold", 10)
        canvas.drawString(
            LEFT, TOP, "3 What boats and rafts pay that use the outer quay in winter and"
        )

    page = both(
        lines(ABOVE, top=TOP + 30),
        above,
        lambda canvas: run_in(canvas, "in summer", TEXT, 10.0, TOP - LEADING),
    )
    document = read_pdf(pdf_of(page))
    assert shown(document)[1:] == [
        ("heading", "3 What boats and rafts pay that use the outer quay in winter and in summer"),
        ("paragraph", TEXT),
    ]
    assert_quotes_hold(document)


def test_a_label_and_a_short_value() -> None:
    page = both(
        lines(ABOVE, top=TOP + 30), lambda canvas: run_in(canvas, "Contact", "Ann Bee", 10.0, TOP)
    )
    assert shown(read_pdf(pdf_of(page)))[1:] == [("paragraph", "Contact Ann Bee")]


def test_headings_right_below_each_other_are_no_table() -> None:
    page = both(
        lines(ABOVE, top=TOP + 30),
        lambda canvas: run_in(canvas, "Decision", "The board agreed the dues.", 10.0, TOP),
        lambda canvas: run_in(canvas, "Actions", "The keepers to tell all boats.", 10.0, TOP - 14),
    )
    assert shown(read_pdf(pdf_of(page)))[1:] == [
        ("heading", "Decision"),
        ("paragraph", "The board agreed the dues."),
        ("heading", "Actions"),
        ("paragraph", "The keepers to tell all boats."),
    ]


def test_labels_in_bold_beside_a_column_are_a_table() -> None:
    page = both(
        lines(ABOVE, top=TOP + 30),
        lambda canvas: run_in(canvas, "Decision", "The board agreed the dues.", 10.0, TOP),
        lambda canvas: run_in(canvas, "Decisive", "The board did.", 10.0, TOP - 14),
    )
    assert [kind for kind, _ in shown(read_pdf(pdf_of(page)))[1:]] == ["row", "row"]
