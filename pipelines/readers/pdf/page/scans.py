"""Scanned pages of a PDF: detects them, and reads them with Tesseract if it is installed."""

import ctypes
import importlib.util
import shutil
from collections.abc import Iterator, Sequence
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

from pipelines.readers.errors import ScannedBytes, UnreadableBytes
from pipelines.readers.pdf.page.characters import Font, Word

MOST_WORDS = 8  # of a scanned page: a stamp or a page number printed over the picture
PICTURE_SHARE = 0.6  # of the page that pictures fill if the page is a scan
DOTS_PER_INCH = 300  # Tesseract is trained on print at this size
POINTS_PER_INCH = 72
LARGEST_SIDE = 6_000  # dots: larger pages are shown smaller
SECONDS_A_PAGE = 120
WORD_LEVEL, LINE_LEVEL = 5, 4  # Tesseract's levels of what it finds
LEAST_CONFIDENCE = 0.0  # of 100; elements that are not words have -1
PRINT_SHARE = 0.8  # of a line's height that is the size of its font
LANGUAGE = "eng"


def is_scanned(page: pypdfium2.PdfPage, words: Sequence[Word]) -> bool:
    """Whether a page is a picture with no more than a stamp of text."""
    if len(words) > MOST_WORDS:
        return False
    width, height = page.get_size()
    return bool(sum(_picture_areas(page)) >= PICTURE_SHARE * width * height)


def _picture_areas(page: pypdfium2.PdfPage) -> Iterator[float]:
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    corners = [ctypes.byref(corner) for corner in (left, bottom, right, top)]
    for shape in page.get_objects(filter=(pdfium.FPDF_PAGEOBJ_IMAGE,), max_depth=3):
        matrix = shape.get_matrix()
        if shape.container is not None:
            yield abs(matrix.a * matrix.d - matrix.b * matrix.c)
        elif pdfium.FPDFPageObj_GetBounds(shape.raw, *corners):
            yield (right.value - left.value) * (top.value - bottom.value)


def recogniser_is_there() -> bool:
    """Whether Tesseract and its Python package are installed."""
    packages = ("pytesseract", "PIL")
    return bool(shutil.which("tesseract")) and all(map(importlib.util.find_spec, packages))


def refuse_scans(numbers: Sequence[int], page_count: int) -> None:
    """Refuse a paper whose scanned pages cannot be read here.

    Raises:
        ScannedBytes: There are such pages.
    """
    if not numbers:
        return
    if len(numbers) == page_count:
        which = "all its pages hold"
    elif len(numbers) == 1:
        which = f"page {numbers[0]} holds"
    else:
        which = f"{len(numbers)} of its {page_count} pages, from page {numbers[0]} on, hold"
    raise ScannedBytes(f"is a PDF in which {which} no text but a picture of it")


def recognise(page: pypdfium2.PdfPage, number: int) -> tuple[list[Word], dict[int, Font]]:
    """The words that Tesseract sees on a page, with their fonts by the place of the word.

    Raises:
        UnreadableBytes: Tesseract gives up on the page.
    """
    import pytesseract

    scale = DOTS_PER_INCH / POINTS_PER_INCH
    scale = min(scale, LARGEST_SIDE / max(page.get_size()))
    picture = page.render(scale=scale, grayscale=True).to_pil()
    try:
        found = pytesseract.image_to_data(
            picture,
            lang=LANGUAGE,
            timeout=SECONDS_A_PAGE,
            output_type=pytesseract.Output.DICT,
        )
    except (RuntimeError, pytesseract.TesseractError) as error:
        raise UnreadableBytes(
            f"is a scanned PDF whose page {number} Tesseract cannot read: {error}"
        ) from error
    return _words(found, scale)


def _words(found: dict[str, list[Any]], scale: float) -> tuple[list[Word], dict[int, Font]]:
    words: list[Word] = []
    fonts: dict[int, Font] = {}
    top = bottom = 0.0
    for number, level in enumerate(found["level"]):
        if level == LINE_LEVEL:
            # Letters differ in height: the words of a line share the line's.
            top = found["top"][number] / scale
            bottom = top + found["height"][number] / scale
        text = str(found["text"][number]).strip()
        if level != WORD_LEVEL or not text or float(found["conf"][number]) < LEAST_CONFIDENCE:
            continue
        left = found["left"][number] / scale
        right = left + found["width"][number] / scale
        fonts[len(words)] = Font(round(PRINT_SHARE * (bottom - top)), False)
        words.append(Word(text, left, right, top, bottom, len(words), True))
    return words, fonts
