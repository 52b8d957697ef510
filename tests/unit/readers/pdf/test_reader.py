"""The reader of PDF papers: prose, headings, page furniture."""

import pytest
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from pipelines.readers.pdf.reader import read_pdf
from tests.unit.readers.pdf_files import (
    LEADING,
    LEFT,
    TOP,
    WIDE,
    Draw,
    assert_quotes_hold,
    both,
    lines,
    pdf_of,
    shown,
)


def turned(angle: float, x: float, y: float) -> Draw:
    def draw(canvas: Canvas) -> None:
        canvas.translate(x, y)
        canvas.rotate(angle)
        canvas.drawString(0, 0, "Harbour dues of the year")
        canvas.drawString(0, -12, "are paid in spring by all")
        canvas.drawString(0, -24, "boats of the fleet.")

    return draw


def sideways(canvas: Canvas) -> None:
    canvas.setPageRotation(90)
    lines("Harbour dues of the year", "are paid in spring by all", "boats of the fleet.")(canvas)


def heading(text: str, size: float, font: str = "Helvetica-Bold") -> Draw:
    def draw(canvas: Canvas) -> None:
        canvas.setFont(font, size)
        canvas.drawString(LEFT, TOP + 40, text)
        canvas.setFont("Helvetica", 10)

    return draw


def bullets(canvas: Canvas) -> None:
    for number, text in enumerate(["dues", "boats"]):
        canvas.drawString(LEFT + 4, TOP - number * 12, "•")
        canvas.drawString(LEFT + 18, TOP - number * 12, text)


def lists_beside_each_other(canvas: Canvas) -> None:
    lines("Harbours", WIDE)(canvas)
    columns = (("Northport, which pays", "its own way", "Eastport"), ("Southport", "Westport"))
    for left, texts in zip((90, 320), columns, strict=True):
        for number, text in enumerate(texts, start=2):
            if text != "its own way":
                canvas.drawString(left, TOP - number * 12, "•")
            canvas.drawString(left + 14, TOP - number * 12, text)
    lines(WIDE, top=TOP - 70)(canvas)


def two_columns(canvas: Canvas) -> None:
    left = [f"left column line {n} goes to the edge" for n in range(8)]
    right = [f"right column line {n} goes to the edge" for n in range(8)]
    lines(*left)(canvas)
    lines(*right, left=320)(canvas)


def marked(angle: float) -> Draw:
    """DRAFT across the page in large letters, behind the words."""

    def draw(canvas: Canvas) -> None:
        canvas.saveState()
        canvas.translate(LEFT, TOP - 30)
        canvas.rotate(angle)
        canvas.setFont("Helvetica", 60)
        canvas.drawString(0, 0, "DRAFT")
        canvas.restoreState()
        lines(WIDE, f"{WIDE} and", "a year.")(canvas)

    return draw


def partly_bold(canvas: Canvas) -> None:
    lines(f"{WIDE} with the")(canvas)
    canvas.setFont("Helvetica-Bold", 10)
    canvas.drawString(LEFT, TOP - 12, "harbourmastership")
    canvas.setFont("Helvetica", 10)
    canvas.drawString(LEFT + 94, TOP - 12, "which has been in the hands of one for years.")


def letters_apart(canvas: Canvas) -> None:
    text = canvas.beginText(LEFT, TOP)
    text.setCharSpace(3)
    text.textLine("HARBOUR DUES 2017")
    text.setCharSpace(0)
    text.textLine(f"{WIDE} with")
    text.textLine("A B C as their marks.")
    canvas.drawText(text)


PAGES = {
    "letters that are set apart are words": (
        letters_apart,
        [("paragraph", "HARBOUR DUES 2017"), ("paragraph", f"{WIDE} with A B C as their marks.")],
    ),
    "a bold word at the start of a line makes no heading": (
        partly_bold,
        [
            (
                "paragraph",
                f"{WIDE} with the harbourmastership which has been in the hands of one for years.",
            )
        ],
    ),
    "a mark that stands askew is no part of the text": (
        marked(40),
        [("paragraph", f"{WIDE} {WIDE} and a year.")],
    ),
    "a mark behind the words is no part of the text": (
        marked(0),
        [("paragraph", f"{WIDE} {WIDE} and a year.")],
    ),
    "lines that wrap are one paragraph": (
        lines(WIDE, "a year."),
        [("paragraph", f"{WIDE} a year.")],
    ),
    "a line with room for the next word ends its paragraph": (
        lines("Harbour dues", WIDE),
        [("paragraph", "Harbour dues"), ("paragraph", WIDE)],
    ),
    "a gap ends a paragraph": (
        lines(WIDE, "", "a year."),
        [("paragraph", WIDE), ("paragraph", "a year.")],
    ),
    "where every paragraph is one line the gap between them parts them": (
        lines(WIDE, "", "Dues were paid", "", f"{WIDE} up", "", "Boats came"),
        [
            ("paragraph", WIDE),
            ("paragraph", "Dues were paid"),
            ("paragraph", f"{WIDE} up"),
            ("paragraph", "Boats came"),
        ],
    ),
    "double spacing does not part lines": (
        lines(WIDE, "", "a year, and what they", "", "might pay"),
        [("paragraph", f"{WIDE} a year, and what they"), ("paragraph", "might pay")],
    ),
    "a number opens a paragraph": (
        lines(f"1. {WIDE}", f"2. {WIDE}"),
        [("paragraph", f"1. {WIDE}"), ("paragraph", f"2. {WIDE}")],
    ),
    "a number whose stop stands apart opens a paragraph": (
        lines(f"1 . {WIDE}", f"2 . {WIDE}"),
        [("paragraph", f"1 . {WIDE}"), ("paragraph", f"2 . {WIDE}")],
    ),
    "bullets open list items": (bullets, [("list_item", "dues"), ("list_item", "boats")]),
    "short lists beside each other are read one after the other": (
        lists_beside_each_other,
        [
            ("paragraph", "Harbours"),
            ("paragraph", WIDE),
            ("list_item", "Northport, which pays its own way"),
            ("list_item", "Eastport"),
            ("list_item", "Southport"),
            ("list_item", "Westport"),
            ("paragraph", WIDE),
        ],
    ),
    "a word cut at its hyphen is read without the space": (
        lines(f"{WIDE} Vice-", "Chair of the board."),
        [("paragraph", f"{WIDE} Vice-Chair of the board.")],
    ),
    "bold print is a heading": (
        both(heading("Dues", 10), lines(WIDE, "a year.")),
        [("heading", "Dues"), ("paragraph", f"{WIDE} a year.")],
    ),
    "large print is a heading": (
        both(heading("Dues", 17, "Helvetica"), lines(WIDE, "a year.")),
        [("heading", "Dues"), ("paragraph", f"{WIDE} a year.")],
    ),
    "columns are read one after the other": (
        two_columns,
        [
            (
                "paragraph",
                " ".join(
                    f"{side} column line {n} goes to the edge"
                    for side in ("left", "right")
                    for n in range(8)
                ),
            )
        ],
    ),
    "text that runs up": (turned(90, 300, 200), None),
    "text that runs down": (turned(-90, 300, 500), None),
    "text upside down": (turned(180, 400, 500), None),
    "a page shown sideways": (sideways, None),
}
TURNED = [("paragraph", "Harbour dues of the year are paid in spring by all boats of the fleet.")]


@pytest.mark.parametrize(("draw", "wanted"), PAGES.values(), ids=PAGES)
def test_prose(draw: Draw, wanted: list[tuple[str, str]] | None) -> None:
    document = read_pdf(pdf_of(draw))
    assert shown(document) == (wanted or TURNED)
    assert_quotes_hold(document)


def test_places_are_counted_by_page_and_line() -> None:
    document = read_pdf(pdf_of(lines(WIDE, "a year."), lines("Dues")))
    assert [block.span.locator for block in document.blocks] == ["p1:l1-l2", "p2:l1"]
    assert [page.lines for page in document.pages] == [(WIDE, "a year."), ("Dues",)]
    assert (document.media_type, document.is_paged, document.title) == (
        "application/pdf",
        True,
        None,
    )


def test_running_lines_are_set_aside() -> None:
    pages = [
        both(
            lines("Board papers", top=A4[1] - 30),
            lines(WIDE, "a year."),
            lines(f"Page {number}", top=30),
        )
        for number in (1, 2, 3)
    ]
    document = read_pdf(pdf_of(*pages))
    assert shown(document) == [("paragraph", f"{WIDE} a year.")] * 3
    assert [(passage.text, passage.span.locator) for passage in document.furniture] == [
        (text, f"p{number}:l{line}")
        for number in (1, 2, 3)
        for text, line in (("Board papers", 1), (f"Page {number}", 4))
    ]


def test_a_sentence_cut_by_the_page_is_quoted_from_its_first_page() -> None:
    document = read_pdf(pdf_of(lines(WIDE), lines("what they need. The rest waits.", "", WIDE)))
    assert shown(document)[:2] == [
        ("paragraph", f"{WIDE} what they need."),
        ("paragraph", "The rest waits."),
    ]
    first, second, *_ = document.blocks
    assert (first.passage.quote(), first.span.locator) == (WIDE, "p1:l1")
    assert (second.passage.quote(), second.span.locator) == ("The rest waits.", "p2:l1")
    assert_quotes_hold(document)


def test_a_numbered_title_on_the_next_page_is_a_new_paragraph() -> None:
    document = read_pdf(pdf_of(lines(WIDE), lines("4 Harbour dues", "", WIDE)))
    assert shown(document)[:2] == [("paragraph", WIDE), ("paragraph", "4 Harbour dues")]


def test_an_empty_page_has_no_blocks() -> None:
    document = read_pdf(pdf_of(lines("Dues"), lambda canvas: None))
    assert [(page.number, page.blocks, page.characters) for page in document.pages][1] == (2, (), 0)


def test_a_line_in_bold_is_part_of_its_sentence() -> None:
    def draw(canvas: Canvas) -> None:
        for number, (font, text) in enumerate(
            (
                (
                    "Helvetica",
                    "The board has looked at the dues of the outer quay, and at a number of",
                ),
                (
                    "Helvetica-Bold",
                    "safer places for rafts with an emphasis on those that lie in the lee",
                ),
                ("Helvetica", "of the pier. All of them are open in winter."),
            )
        ):
            canvas.setFont(font, 10)
            canvas.drawString(LEFT, TOP - number * LEADING, text)

    assert shown(read_pdf(pdf_of(draw))) == [
        (
            "paragraph",
            "The board has looked at the dues of the outer quay, and at a number of "
            "safer places for rafts with an emphasis on those that lie in the lee "
            "of the pier. All of them are open in winter.",
        )
    ]
