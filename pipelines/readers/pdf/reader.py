"""PDF papers: words from PDFium; lines, columns and tables from the places of the words."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice

import pypdfium2
import pypdfium2.raw as pdfium

from pipelines.documents import Document, Page
from pipelines.readers.errors import LockedBytes, OversizedBytes, UnreadableBytes
from pipelines.readers.furniture import find_furniture
from pipelines.readers.pdf.layout.columns import split_flows
from pipelines.readers.pdf.layout.elements import Element, Table
from pipelines.readers.pdf.layout.furniture import find_running_lines
from pipelines.readers.pdf.layout.lines import (
    Extent,
    Fragment,
    Line,
    fragment_of,
    lines_of,
    runs_of,
    word_gap,
)
from pipelines.readers.pdf.layout.numbered_pages import PageWriter
from pipelines.readers.pdf.layout.page_layout import carried_columns, is_cut, lay_out, usual_print
from pipelines.readers.pdf.page.characters import Word
from pipelines.readers.pdf.page.forms import with_print_of_fields
from pipelines.readers.pdf.page.line_numbers import without_line_numbers
from pipelines.readers.pdf.page.rulings import find_grids, read_rulings
from pipelines.readers.pdf.page.scans import (
    is_scanned,
    recognise,
    recogniser_is_there,
    refuse_scans,
)
from pipelines.readers.pdf.page.spaced_letters import join_letters
from pipelines.readers.pdf.page.streams import require_bounded_streams
from pipelines.readers.pdf.page.watermarks import without_watermarks
from pipelines.readers.pdf.page.words import PageText, read_words
from pipelines.readers.pdf.tables.chains import LaidOutPage, chain_tables
from pipelines.readers.pdf.tables.grids import take_tables
from pipelines.readers.pdf.tables.justified_cells import with_justified_cells
from pipelines.readers.pdf.text.broken_words import mend_broken_words
from pipelines.readers.pdf.text.hyphens import join_divided_words
from pipelines.readers.pdf.text.joins import join_cut_paragraphs
from pipelines.runtime.limits import DEFAULT_LIMITS, Limits, name_limit

MEDIA_TYPE = "application/pdf"
LONGEST_SIDE = 14_400.0  # points: what a PDF page may measure, 5 metres
MOST_WORDS = 50_000  # of one page: a hundred times a page of text
PASSWORD_NEEDED = pdfium.FPDF_ERR_PASSWORD


@dataclass(slots=True)
class _Scan:
    """The content of one page before the whole paper is known."""

    height: float
    lines: list[Line]
    tables: list[Table]
    method: str = "text"


def read_pdf(data: bytes, limits: Limits = DEFAULT_LIMITS) -> Document:
    """Read a PDF: its pages counted from 1, lines in reading order.

    Words are kept as PDFium gives them. A page without words has no blocks. A scanned page is
    read by Tesseract if that is installed, and has the method `ocr`.

    Raises:
        LockedBytes: The file needs a password.
        ScannedBytes: Pages are scanned, and Tesseract is not installed.
        OversizedBytes: The file is beyond the limits.
        UnreadableBytes: The file is damaged or without pages.
    """
    require_bounded_streams(data, limits)
    pdf = _opened(data)
    try:
        scans = [_scan(pdf, number) for number in range(_page_count(pdf, limits))]
    finally:
        pdf.close()
    refuse_scans([n for n, scan in enumerate(scans, start=1) if scan.method == ""], len(scans))
    return Document(MEDIA_TYPE, tuple(_pages(scans)), is_paged=True)


def _opened(data: bytes) -> pypdfium2.PdfDocument:
    try:
        pdf = pypdfium2.PdfDocument(data)
        if pdf.get_formtype() != pdfium.FORMTYPE_NONE:
            pdf.init_forms()  # values without a print of their own are drawn, as a viewer does
        return pdf
    except pypdfium2.PdfiumError as error:
        if getattr(error, "err_code", None) == PASSWORD_NEEDED:
            raise LockedBytes("is a PDF that needs a password") from error
        raise UnreadableBytes(
            "is a damaged PDF or only a part of one: fetch it again, or print it to a new PDF"
        ) from error


def _page_count(pdf: pypdfium2.PdfDocument, limits: Limits) -> int:
    count = len(pdf)
    if count == 0:
        raise UnreadableBytes("is a PDF without pages")
    if count > limits.pages:
        raise OversizedBytes(f"is a PDF of {count:,} pages; {name_limit('pages', limits)}")
    return count


def _scan(pdf: pypdfium2.PdfDocument, number: int) -> _Scan:
    try:
        page = with_print_of_fields(pdf, number)
    except pypdfium2.PdfiumError as error:
        raise UnreadableBytes(f"is a PDF whose page {number + 1} is damaged") from error
    try:
        return _scan_open(page, number)
    finally:
        page.close()


def _scan_open(page: pypdfium2.PdfPage, number: int) -> _Scan:
    width, height = page.get_size()
    if max(width, height) > LONGEST_SIDE:
        raise UnreadableBytes(
            f"is a PDF whose page {number + 1} measures {max(width, height) / 72:,.0f} inches"
        )
    text = read_words(page)
    if len(text.words) > MOST_WORDS:
        raise UnreadableBytes(f"is a PDF whose page {number + 1} holds {len(text.words):,} words")
    _, height = page.get_size()
    if is_scanned(page, text.words):
        return _recognised(page, number, height)
    grids = find_grids(read_rulings(page, text.turn))

    def make(words: list[Word]) -> Fragment:
        # Bullets have their own fonts: the longest word shows that of the text.
        lengths = [len(word.text) for word in words]
        font = text.font(words[lengths.index(max(lengths))] if len(words) > 1 else words[0])
        if font.is_bold and len(words) > 1 and not _is_bold_to_its_ends(words, text):
            font = replace(font, is_bold=False)
        text.give_room(words, font)
        return fragment_of(words, font)

    words = join_letters(without_watermarks(text))
    widest = word_gap(words)
    tables, free = take_tables(words, grids, make, widest)
    runs = with_justified_cells(runs_of(free, widest))
    return _Scan(height, lines_of(make(run) for run in runs), tables)


def _is_bold_to_its_ends(words: Sequence[Word], text: PageText) -> bool:
    """Whether the words of a piece are bold, and not some of a sentence; its number may not be."""
    lettered = [word for word in words if any(map(str.isalpha, word.text))]
    return all(text.font(word).is_bold for word in (*lettered[:1], *lettered[-1:]))


def _recognised(page: pypdfium2.PdfPage, number: int, height: float) -> _Scan:
    """A scanned page as Tesseract reads it; without a method if Tesseract is missing."""
    if not recogniser_is_there():
        return _Scan(height, [], [], method="")
    words, fonts = recognise(page, number + 1)
    pieces = [fragment_of(run, fonts[run[0].start]) for run in runs_of(words)]
    lines = lines_of(pieces)
    if len(split_flows(pieces)) == 1:
        # Tesseract reads a table column by column; papers print it row by row.
        for place, word in enumerate(word for line in lines for word in line.words):
            word.start = place
    return _Scan(height, lines, [], method="ocr")


def _pages(scans: Sequence[_Scan]) -> Iterator[Page]:
    for scan, lines in zip(
        scans, without_line_numbers([scan.lines for scan in scans]), strict=True
    ):
        scan.lines = lines
    running = find_running_lines([scan.lines for scan in scans], [scan.height for scan in scans])
    kept = [
        [line for position, line in enumerate(scan.lines) if position not in found]
        for scan, found in zip(scans, running, strict=True)
    ]
    body = usual_print(kept)
    carried: Sequence[Extent] = ()
    columns: list[list[Element]] = []
    counts: list[int] = []
    for scan, lines in zip(scans, kept, strict=True):
        found = lay_out(lines, scan.tables, body, carried)
        carried = carried_columns(found[-1])
        columns += found
        counts.append(len(found))
    chained = iter(chain_tables(join_divided_words(mend_broken_words(columns))))
    laid_out = [list(islice(chained, count)) for count in counts]
    pages = [
        _page(number, scan, found, page)
        for number, (scan, found, page) in enumerate(
            zip(scans, running, laid_out, strict=True), start=1
        )
    ]
    return iter(join_cut_paragraphs(_without_marks(pages), _cut_pages(laid_out)))


def _cut_pages(pages: Sequence[Sequence[LaidOutPage]]) -> set[int]:
    """Positions of the pages that begin within a sentence."""
    return {
        number
        for number in range(1, len(pages))
        if pages[number - 1][-1].elements
        and pages[number][0].elements
        and is_cut(pages[number - 1][-1].elements[-1], pages[number][0].elements[0])
    }


def _page(number: int, scan: _Scan, running: set[int], columns: Sequence[LaidOutPage]) -> Page:
    writer = PageWriter(number)
    lines = scan.lines
    half = len(lines) / 2
    writer.write_furniture([lines[n] for n in sorted(running) if n < half])
    for column in columns:
        writer.write_furniture(column.repeated)
        for element in column.elements:
            writer.write(element)
    writer.write_furniture([lines[n] for n in sorted(running) if n >= half])
    return writer.page(scan.method)


def _without_marks(pages: Sequence[Page]) -> list[Page]:
    """The pages without page marks and the travel page, which are furniture in any place."""
    blocks = [block for page in pages for block in page.blocks]
    marks = find_furniture(blocks, [0] * len(blocks))
    kept: list[Page] = []
    position = 0
    for page in pages:
        places = range(position, position + len(page.blocks))
        position = places.stop
        aside = tuple(blocks[n].passage for n in places if n in marks)
        kept.append(
            replace(
                page,
                blocks=tuple(blocks[n] for n in places if n not in marks),
                furniture=(*page.furniture, *aside),
            )
            if aside
            else page
        )
    return kept
