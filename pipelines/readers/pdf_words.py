"""Words of a PDF page with their places, in the order in which the page prints them.

Places are in points as the words are read, x to the right and y down, whichever way the page or
the words are turned.
"""

import ctypes
import math
import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

import pypdfium2
import pypdfium2.raw as pdfium

# What PDFium puts for a hyphen at the end of a line, and for a character without a meaning
LINE_END_HYPHENS = "\x02\ufffe"
WORD = re.compile(r"[^\s\x00-\x1f\ufffe]+[\x02\ufffe]?|\x02|\ufffe")
BOLD_NAME = re.compile(r"bold|black|heavy|semibd|demi", re.IGNORECASE)
LONGEST_FONT_NAME = 200  # bytes
ANGLE_SAMPLES = 24  # words of a page from which the way it is turned is told
QUARTERS = 4
SAME_LINE = 0.5  # share of a letter's height by which a word may leave its line
BELOW_LINE = 0.22  # font sizes by which letters reach below the line that they stand on
LEAST_GAP = 0.3  # heights: whether a space is printed matters only where the gap is wider

# PDFium's function with plain addresses as arguments: checking typed ones takes as long again
GET_BOX = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_int, ctypes.c_void_p)(
    ctypes.cast(pdfium.FPDFText_GetLooseCharBox, ctypes.c_void_p).value or 0
)
Box = tuple[float, float, float, float]
BoxReader = Callable[[int], Box]
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

    `is_apart` if the page prints no space before it, although there is a gap.
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
    _fonts: dict[tuple[int, float], Font] = field(default_factory=dict)

    def font(self, word: Word) -> Font:
        """The font of a word's first character."""
        shown = pdfium.FPDFText_GetTextObject(self._handle.raw, word.start)
        font = pdfium.FPDFTextObj_GetFont(shown) if shown else None
        # The same font in letters of the same height has the same size.
        key = (ctypes.addressof(font.contents) if font else 0, round(word.bottom - word.top, 1))
        if key not in self._fonts:
            is_bold = bool(font) and bool(BOLD_NAME.search(_font_name(font)))
            self._fonts[key] = Font(self._size(word.start), is_bold)
        return self._fonts[key]

    def angle(self, word: Word) -> float:
        """How far a word's first character is turned, in radians."""
        return float(pdfium.FPDFText_GetCharAngle(self._handle.raw, word.start))

    def give_room(self, words: Sequence[Word], font: Font) -> None:
        """Make words of one line as high as their font where their boxes hold ink alone.

        Some files do not say how far the letters of a font reach above and below the line.
        """
        first = words[0]
        if max(word.bottom - word.top for word in words) >= font.size:
            return
        x, y = ctypes.c_double(), ctypes.c_double()
        place = (ctypes.byref(x), ctypes.byref(y))
        if pdfium.FPDFText_GetCharOrigin(self._handle.raw, first.start, *place):
            base = self.turn(x.value, y.value)[1]
            for word in words:
                word.top = base - (1 - BELOW_LINE) * font.size
                word.bottom = base + BELOW_LINE * font.size

    def _size(self, place: int) -> float:
        matrix = pdfium.FS_MATRIX()
        size = float(pdfium.FPDFText_GetFontSize(self._handle.raw, place))
        if pdfium.FPDFText_GetMatrix(self._handle.raw, place, ctypes.byref(matrix)):
            size *= math.hypot(matrix.c, matrix.d)
        return round(size, 1)


def read_words(page: pypdfium2.PdfPage) -> PageText:
    """The words of an open page; the returned text is of use until the page is closed."""
    text_page = page.get_textpage()
    matches = list(WORD.finditer(_printed(text_page)))
    quarter = _direction(text_page, matches)
    if PAGE_ROTATIONS[quarter] != pdfium.FPDFPage_GetRotation(page.raw):
        # PDFium puts lines in order as the page is shown: show it upright.
        pdfium.FPDFPage_SetRotation(page.raw, PAGE_ROTATIONS[quarter])
        text_page.close()
        text_page = page.get_textpage()
        matches = list(WORD.finditer(_printed(text_page)))
    turn = TURNS[quarter]
    words = _words(text_page, matches, turn)
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


def _direction(text_page: pypdfium2.PdfTextPage, matches: Sequence[re.Match[str]]) -> int:
    """The quarter turn that most words have; 0 where they run to the right."""
    if not matches:
        return 0
    quarters = Counter(
        round(pdfium.FPDFText_GetCharAngle(text_page.raw, match.start()) / (math.pi / 2)) % QUARTERS
        for match in matches[:: max(1, len(matches) // ANGLE_SAMPLES)]
    )
    return int(quarters.most_common(1)[0][0])


def _words(
    text_page: pypdfium2.PdfTextPage, matches: Sequence[re.Match[str]], turn: Turn
) -> list[Word]:
    box = _box_reader(text_page, turn)
    handle = text_page.raw
    is_generated = pdfium.FPDFText_IsGenerated
    words: list[Word] = []
    end_before = 0.0
    for match in matches:
        start, end = match.span()
        left, right, top, bottom = box(start)
        if end - start > 1:
            _, right, last_top, last_bottom = box(end - 1)
            if abs(last_top - top) > SAME_LINE * (bottom - top) or right < left:
                words += _torn_word(match, box)
                continue
            if last_top != top or last_bottom != bottom:
                top, bottom = min(top, last_top), max(bottom, last_bottom)
        text = match[0]
        if text[-1] in LINE_END_HYPHENS:
            text = f"{text[:-1]}-"
        is_apart = (
            left - end_before > LEAST_GAP * (bottom - top) and is_generated(handle, start - 1) == 1
        )
        words.append(Word(text, left, right, top, bottom, start, is_apart))
        end_before = right
    return words


def _box_reader(text_page: pypdfium2.PdfTextPage, turn: Turn) -> BoxReader:
    """What tells the box of a character: left, right, top and bottom as the page is read."""
    handle = ctypes.cast(text_page.raw, ctypes.c_void_p).value
    rectangle = pdfium.FS_RECTF()
    reference = ctypes.addressof(rectangle)
    get_box = GET_BOX

    def upright_box(place: int) -> Box:
        get_box(handle, place, reference)
        return rectangle.left, rectangle.right, -rectangle.top, -rectangle.bottom

    def turned_box(place: int) -> Box:
        get_box(handle, place, reference)
        first = turn(rectangle.left, rectangle.bottom)
        second = turn(rectangle.right, rectangle.top)
        left, right = sorted((first[0], second[0]))
        top, bottom = sorted((first[1], second[1]))
        return left, right, top, bottom

    # Most pages are upright, and a page has thousands of characters.
    return upright_box if turn is TURNS[0] else turned_box


def _torn_word(match: re.Match[str], box: BoxReader) -> Iterator[Word]:
    """Characters that PDFium gives without a space although they stand on different lines."""
    word: Word | None = None
    for place in range(match.start(), match.end()):
        character = match.string[place]
        if character in LINE_END_HYPHENS:
            character = "-"
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
