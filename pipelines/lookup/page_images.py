"""A page of a PDF as a picture, with words of it in boxes.

The words are looked for letter by letter among those that PDFium finds on the page, so that blanks,
hyphens and line breaks make no difference.
"""

import hashlib
import io
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import pypdfium2
from PIL import Image, ImageDraw
from pypdfium2 import raw as pdfium

from pipelines.ingestion.finding_papers import find_paper
from pipelines.lookup.papers import PublishedPaper
from pipelines.lookup.places import ShownPlace
from pipelines.runtime.errors import InputMissing
from pipelines.runtime.lookup_errors import NoPageToShow

PDF = "application/pdf"
WIDTH = 1400  # pixels, at which small print can be read
MOST_PIXELS = 24_000_000  # of a picture, whatever the shape of its page
COLOUR = (208, 28, 28)
LINE = 3  # pixels
MARGIN = 2  # points between the words and their box

Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Wanted:
    """Words to box, and the passage that they are in, which says which of several are meant."""

    words: str
    passage: str


@dataclass(frozen=True, slots=True)
class PageImage:
    """A picture of a page: PNG, and how many of the wanted words were found and boxed."""

    png: bytes
    boxed: int


def wanted_of(place: ShownPlace) -> tuple[int, list[Wanted]]:
    """The page of a place, and the words to box there: those marked, or else all of the place."""
    meant = [each for each in place.passages if each.is_meant] or list(place.passages[:1])
    page_no = meant[0].page_no if meant else 1
    wanted = [
        Wanted(passage.text[start:end], passage.text)
        for passage in meant
        if passage.page_no == page_no
        for start, end in passage.marks or [(0, len(passage.text))]
    ]
    return page_no, wanted


def draw_page(
    paper: PublishedPaper, raw: Path, page_no: int, wanted: Sequence[Wanted]
) -> PageImage:
    """Draw a page of a paper, with words in boxes.

    Args:
        paper: A published paper.
        raw: The raw folder that holds it.
        page_no: The page, from 1.
        wanted: The words; those that are not found are left out.

    Raises:
        NoPageToShow: The paper is no PDF, has changed since it was published, or has no such page.
    """
    try:
        pdf = pypdfium2.PdfDocument(_bytes_of(paper, raw))
    except pypdfium2.PdfiumError as error:
        raise NoPageToShow(paper.source_path, str(error), "Look at the file") from error
    with pdf:
        if not 1 <= page_no <= len(pdf):
            reason = f"it has {len(pdf)} pages, and no page {page_no}"
            raise NoPageToShow(paper.source_path, reason, "Give a place on another page")
        pdf.init_forms()
        page = pdf[page_no - 1]
        letters = _Letters(page)
        found = [boxes for each in wanted if (boxes := letters.boxes_of(each))]
        picture = _drawn(page, [box for boxes in found for box in boxes])
    file = io.BytesIO()
    picture.save(file, "PNG")
    return PageImage(file.getvalue(), len(found))


def _bytes_of(paper: PublishedPaper, raw: Path) -> bytes:
    if paper.media_type != PDF:
        reason, advice = "only a PDF has pages to draw", "Show it without --page-image"
        raise NoPageToShow(paper.source_path, reason, advice)
    try:
        data, _ = find_paper(paper.source_path, raw)
    except InputMissing as error:
        advice = "Name the raw folder with --raw; unpack a paper that is in an archive"
        raise NoPageToShow(paper.source_path, f"it is not in {raw}", advice) from error
    if hashlib.sha256(data).hexdigest() != paper.sha256:
        advice = "Run boardpapers refresh"
        raise NoPageToShow(paper.source_path, "it has changed since it was read", advice)
    return data


def _drawn(page: pypdfium2.PdfPage, boxes: Iterable[Box]) -> Image.Image:
    width, height = page.get_size()
    scale = min(WIDTH / width, (MOST_PIXELS / (width * height)) ** 0.5)
    bitmap = page.render(scale=scale)
    picture: Image.Image = bitmap.to_pil().convert("RGB")
    draw, places = ImageDraw.Draw(picture), bitmap.get_posconv(page)
    for left, bottom, right, top in boxes:
        corners = (left - MARGIN, top + MARGIN), (right + MARGIN, bottom - MARGIN)
        (x1, y1), (x2, y2) = (places.to_bitmap(*corner) for corner in corners)
        frame = (min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2))
        draw.rectangle(frame, outline=COLOUR, width=LINE)
    return picture


class _Letters:
    """The letters and figures of a page in the order of its text, each with its number there."""

    def __init__(self, page: pypdfium2.PdfPage) -> None:
        self._page_text = page.get_textpage()
        each = [
            (letter, number)
            for number in range(self._page_text.count_chars())
            for letter in _plain(chr(pdfium.FPDFText_GetUnicode(self._page_text, number)))
        ]
        self._text = "".join(letter for letter, _ in each)
        self._numbers = [number for _, number in each]

    def boxes_of(self, wanted: Wanted) -> list[Box]:
        """A box for each line of the words; empty if they are not there, or not only once."""
        words, passage = _plain(wanted.words), _plain(wanted.passage)
        start = self._text.find(passage) if passage else -1
        at = self._text.find(words, start, start + len(passage)) if start >= 0 else -1
        if at < 0 and words and self._text.count(words) == 1:
            at = self._text.find(words)
        if at < 0 or not words:
            return []
        numbers = dict.fromkeys(self._numbers[at : at + len(words)])
        return list(_lines(self._page_text.get_charbox(number) for number in numbers))


def _plain(text: str) -> str:
    """The letters and figures of a text, in lower case; ligatures are taken apart."""
    folded = unicodedata.normalize("NFKC", text).lower()
    return "".join(letter for letter in folded if letter.isalnum())


def _lines(boxes: Iterable[Box]) -> Iterator[Box]:
    """The boxes of letters joined, a box for each line."""
    line: Box | None = None
    for box in boxes:
        left, bottom, right, top = box
        if line and bottom < line[3] and top > line[1] and left >= line[0] - MARGIN:
            line = (line[0], min(line[1], bottom), max(line[2], right), max(line[3], top))
        else:
            if line:
                yield line
            line = box
    if line:
        yield line
