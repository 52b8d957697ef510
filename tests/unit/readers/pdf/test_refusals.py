"""PDF papers that are scanned, locked, damaged or empty."""

import io

import pytest
from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from pipelines.readers.pdf import reader as reader
from pipelines.readers.pdf.page.characters import Font, Word
from pipelines.readers.pdf.reader import read_pdf
from pipelines.readers.reading import read_document
from pipelines.runtime.errors import EmptyPaper, LockedPaper, ScannedPaper, UnreadablePaper
from tests.unit.readers.pdf_files import WIDE, Draw, lines, pdf_of, shown


def picture(canvas: Canvas) -> None:
    from PIL import Image

    buffer = io.BytesIO()
    Image.new("L", (80, 100), 255).save(buffer, "PNG")
    canvas.drawImage(ImageReader(buffer), 0, 0, *A4)


SCANS = {
    "one page": ((lines(WIDE), picture), "page 2 holds"),
    "several pages": ((lines(WIDE), picture, picture), "2 of its 3 pages, from page 2 on, hold"),
    "all pages": ((picture, picture), "all its pages hold"),
}


@pytest.mark.parametrize(("pages", "which"), SCANS.values(), ids=SCANS)
def test_scans_are_refused_without_tesseract(
    pages: tuple[Draw, ...], which: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reader, "recogniser_is_there", lambda: False)
    with pytest.raises(ScannedPaper) as caught:
        read_document(pdf_of(*pages), "scan.pdf")
    assert str(caught.value) == (
        f"scan.pdf: The paper is a PDF in which {which} no text but a picture of it. To read it, "
        "install the system package tesseract-ocr and boardpapers[ocr], and refresh with "
        "--retry-rejected. The other papers are not affected."
    )


def test_scans_are_read_with_tesseract(monkeypatch: pytest.MonkeyPatch) -> None:
    words = [
        Word("Harbour", 70, 110, 90, 100, 0, True),
        Word("dues", 113, 130, 90, 100, 1, True),
    ]
    monkeypatch.setattr(reader, "recogniser_is_there", lambda: True)
    monkeypatch.setattr(
        reader, "recognise", lambda page, number: (words, dict.fromkeys((0, 1), Font(9, False)))
    )
    document = read_pdf(pdf_of(picture, lines(WIDE)))
    assert [page.method for page in document.pages] == ["ocr", "text"]
    assert shown(document) == [("paragraph", "Harbour dues"), ("paragraph", WIDE)]


def test_a_locked_paper_says_so() -> None:
    with pytest.raises(LockedPaper) as caught:
        read_document(pdf_of(lines(WIDE), password="quay"), "locked.pdf")
    assert caught.value.explanation == (
        "The paper is a PDF that needs a password. Save a copy without a password in its place."
    )


DAMAGED = "is a damaged PDF or only a part of one: fetch it again, or print it to a new PDF"
REFUSED = {
    "cut short": (pdf_of(lines(WIDE))[:300], DAMAGED),
    "nothing but its first line": (b"%PDF-1.7\n", DAMAGED),
    "a page a kilometre wide": (
        pdf_of(lines(WIDE), size=(2_800_000, 800)),
        "is a PDF whose page 1 measures 38,889 inches",
    ),
}


@pytest.mark.parametrize(("data", "reason"), REFUSED.values(), ids=REFUSED)
def test_unreadable(data: bytes, reason: str) -> None:
    with pytest.raises(UnreadablePaper) as caught:
        read_document(data, "broken.pdf")
    assert caught.value.reason == reason


def test_no_words_at_all() -> None:
    with pytest.raises(EmptyPaper):
        read_document(pdf_of(lambda canvas: canvas.line(10, 10, 90, 10)), "blank.pdf")


def test_the_signature_may_stand_after_other_bytes() -> None:
    document = read_document(b"sent by the scanner\r\n" + pdf_of(lines(WIDE)), "paper.pdf")
    assert shown(document) == [("paragraph", WIDE)]
