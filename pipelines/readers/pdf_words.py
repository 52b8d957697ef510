"""Words of a PDF page with their places, in the order in which the page prints them.

Places are in points as the words are read, x to the right and y down, whichever way the page or
the words are turned.
"""

import ctypes
import math
import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

import pypdfium2
import pypdfium2.raw as pdfium

# What PDFium puts for a hyphen at the end of a line, and for a character without a meaning
LINE_END_HYPHENS = re.compile("[\x02\ufffe]")
WORD = re.compile(r"[^\s\x00-\x1f\ufffe]+[\x02\ufffe]?|\x02|\ufffe")
BOLD_NAME = re.compile(r"bold|black|heavy|semibd|demi", re.IGNORECASE)
LONGEST_FONT_NAME = 200  # bytes
ANGLE_SAMPLES = 24  # words of a page from which the way it is turned is told
QUARTERS = 4
SAME_LINE = 0.5  # share of a letter's height by which a word may leave its line

Turn = Callable[[float, float], tuple[float, float]]
# For text that runs right, down, left and up: from a page's own places to places as read
TURNS: tuple[Turn, ...] = (
    lambda x, y: (x, -y),
    lambda x, y: (-y, -x),
    lambda x, y: (-x, y),
    lambda x, y: (y, x),
)
PAGE_ROTATIONS = (0, 3, 2, 1)  # quarters that set text of each direction upright


@dataclass(slots=True)
class Word:
    """Characters without white space between them; `start` is the first one's place in print.

    `is_apart` if the page prints no space before it, although there is one.
    """

    text: str
    left: float
    right: float
    top: float
    bottom: float
    start: int
    is_apart: bool = False


@dataclass(frozen=True, slots=True)
class Font:
    """The size in points, as it shows, and whether it is bold."""

    size: float
    is_bold: bool


@dataclass(slots=True)
class PageText:
    """The words of a page and a way to ask for their fonts while the page is open."""

    words: list[Word]
    turn: Turn
    _handle: pypdfium2.PdfTextPage
    _bold: dict[int, bool] = field(default_factory=dict)

    def font(self, word: Word) -> Font:
        """The font of a word's first character."""
        matrix = pdfium.FS_MATRIX()
        handle = self._handle.raw
        size = pdfium.FPDFText_GetFontSize(handle, word.start)
        if pdfium.FPDFText_GetMatrix(handle, word.start, ctypes.byref(matrix)):
            size *= math.hypot(matrix.c, matrix.d)
        return Font(round(size, 1), self._is_bold(word.start))

    def _is_bold(self, place: int) -> bool:
        shown = pdfium.FPDFText_GetTextObject(self._handle.raw, place)
        font = pdfium.FPDFTextObj_GetFont(shown) if shown else None
        if not font:
            return False
        address = ctypes.addressof(font.contents)
        if address not in self._bold:
            self._bold[address] = bool(BOLD_NAME.search(_font_name(font)))
        return self._bold[address]


def read_words(page: pypdfium2.PdfPage) -> PageText:
    """The words of an open page; the returned text is of use until the page is closed."""
    text_page = page.get_textpage()
    printed = _printed(text_page)
    quarter = _direction(text_page, printed)
    if PAGE_ROTATIONS[quarter] != pdfium.FPDFPage_GetRotation(page.raw):
        # PDFium puts lines in order as the page is shown: show it upright.
        pdfium.FPDFPage_SetRotation(page.raw, PAGE_ROTATIONS[quarter])
        text_page.close()
        text_page = page.get_textpage()
        printed = _printed(text_page)
    turn = TURNS[quarter]
    words = list(_words(text_page, printed, turn))
    return PageText(words, turn, text_page)


def _printed(text_page: pypdfium2.PdfTextPage) -> str:
    """All characters, each at the place that PDFium counts it at."""
    count = text_page.count_chars()
    printed = text_page.get_text_range() if count else ""
    if len(printed) == count:
        return str(printed)
    codes = (pdfium.FPDFText_GetUnicode(text_page.raw, place) for place in range(count))
    return "".join(chr(code) if _is_character(code) else "\x00" for code in codes)


def _is_character(code: int) -> bool:
    return code <= 0x10FFFF and not 0xD800 <= code <= 0xDFFF


def _direction(text_page: pypdfium2.PdfTextPage, printed: str) -> int:
    """The quarter turn that most words have; 0 where they run to the right."""
    starts = [match.start() for match in WORD.finditer(printed)]
    if not starts:
        return 0
    step = max(1, len(starts) // ANGLE_SAMPLES)
    quarters = Counter(
        round(pdfium.FPDFText_GetCharAngle(text_page.raw, start) / (math.pi / 2)) % QUARTERS
        for start in starts[::step]
    )
    return int(quarters.most_common(1)[0][0])


def _words(text_page: pypdfium2.PdfTextPage, printed: str, turn: Turn) -> Iterator[Word]:
    handle = text_page.raw
    rectangle = pdfium.FS_RECTF()
    reference = ctypes.byref(rectangle)
    get_box = pdfium.FPDFText_GetLooseCharBox
    is_generated = pdfium.FPDFText_IsGenerated

    def box(place: int) -> tuple[float, float, float, float]:
        get_box(handle, place, reference)
        first = turn(rectangle.left, rectangle.bottom)
        second = turn(rectangle.right, rectangle.top)
        left, right = (first[0], second[0]) if first[0] <= second[0] else (second[0], first[0])
        top, bottom = (first[1], second[1]) if first[1] <= second[1] else (second[1], first[1])
        return left, right, top, bottom

    for match in WORD.finditer(printed):
        start, end = match.span()
        left, right, top, bottom = box(start)
        if end - start > 1:
            _, right, last_top, last_bottom = box(end - 1)
            if abs(last_top - top) > SAME_LINE * (bottom - top) or right < left:
                yield from _torn_word(match, box)
                continue
            top, bottom = min(top, last_top), max(bottom, last_bottom)
        text = LINE_END_HYPHENS.sub("-", match[0])
        is_apart = start > 0 and is_generated(handle, start - 1) == 1
        yield Word(text, left, right, top, bottom, start, is_apart)


def _torn_word(
    match: re.Match[str], box: Callable[[int], tuple[float, float, float, float]]
) -> Iterator[Word]:
    """Characters that PDFium gives without a space although they stand on different lines."""
    word: Word | None = None
    for place in range(match.start(), match.end()):
        character = LINE_END_HYPHENS.sub("-", match.string[place])
        left, right, top, bottom = box(place)
        if (
            word is not None
            and abs(top - word.top) <= SAME_LINE * (bottom - top)
            and right >= word.right
        ):
            word.text += character
            word.right = right
            continue
        if word is not None:
            yield word
        word = Word(character, left, right, top, bottom, place, True)
    if word is not None:
        yield word


def _font_name(font: object) -> str:
    buffer = ctypes.create_string_buffer(LONGEST_FONT_NAME)
    pdfium.FPDFFont_GetBaseFontName(font, buffer, LONGEST_FONT_NAME)
    return buffer.value.decode("utf-8", errors="replace")
