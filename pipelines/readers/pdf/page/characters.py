"""The characters of a page from PDFium, their places and fonts, and the words that they make.

Characters are counted as PDFium counts them, including those that it makes up. Places are in
points as the text is read, x to the right and y down, whichever way the page or the words are
turned.
"""

import ctypes
import math
import re
import struct
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import repeat

import pypdfium2
import pypdfium2.raw as pdfium

from pipelines.readers.pdf.page.calls import Address, address_of, unchecked

BOLD_NAME = re.compile(r"bold|black|heavy|semibd|demi", re.IGNORECASE)
RAISED = 0.5  # of the height of its ink: a figure on the line begins at the line
LONGEST_FONT_NAME = 200  # bytes
RECTANGLE = struct.Struct("4f")  # PDFium's left, top, right and bottom of a character

Box = tuple[float, float, float, float]
Turn = Callable[[float, float], tuple[float, float]]
# For text that runs right, down, left and up: from a page's own places to places as read
TURNS: tuple[Turn, ...] = (
    lambda x, y: (x, -y),
    lambda x, y: (-y, -x),
    lambda x, y: (-x, y),
    lambda x, y: (y, x),
)


GET_BOX = unchecked(pdfium.FPDFText_GetLooseCharBox)
GET_INK = unchecked(pdfium.FPDFText_GetCharBox)
GET_ORIGIN = unchecked(pdfium.FPDFText_GetCharOrigin)
IS_GENERATED = unchecked(pdfium.FPDFText_IsGenerated, ctypes.c_bool)
GET_ANGLE = unchecked(pdfium.FPDFText_GetCharAngle, ctypes.c_float)
GET_TEXT_OBJECT = unchecked(pdfium.FPDFText_GetTextObject, Address)
GET_FONT = unchecked(pdfium.FPDFTextObj_GetFont, Address)
GET_FONT_NAME = unchecked(pdfium.FPDFFont_GetBaseFontName)


@dataclass(frozen=True, slots=True)
class Font:
    """The size in points, as it shows, and whether it is bold."""

    size: float
    is_bold: bool


@dataclass(slots=True)
class Word:
    """Characters without white space between them; `start` is the first one's place in print.

    `is_unspaced` if the page prints no space before it; `is_apart` if there is a gap all the same;
    `is_stretched` if the gap is that of a justified line, however wide it is. `length` is that of
    an upright line, in points; such a word is placed at its foot.
    """

    text: str
    left: float
    right: float
    top: float
    bottom: float
    start: int
    is_apart: bool = False
    is_unspaced: bool = True
    is_stretched: bool = False
    length: float = 0.0

    @property
    def height(self) -> float:
        """From the top of its letters to their bottom, in points."""
        return self.bottom - self.top

    def moved(self, by: float) -> "Word":
        """The same word further right."""
        return Word(
            self.text,
            self.left + by,
            self.right + by,
            self.top,
            self.bottom,
            self.start,
            self.is_apart,
            self.is_unspaced,
            self.is_stretched,
            self.length,
        )


@dataclass(slots=True)
class Characters:
    """The characters of an open page, and the turn that sets them upright."""

    turn: Turn
    _page: pypdfium2.PdfTextPage
    _handle: object = field(init=False)
    _numbers: "ctypes.Array[ctypes.c_double]" = field(init=False)
    _places: Sequence[object] = field(init=False)
    _fonts: dict[tuple[int, float], Font] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Keep what each call needs: the page's address, and room for PDFium's answers."""
        self._handle = address_of(self._page.raw)
        self._numbers = (ctypes.c_double * 4)()
        size = ctypes.sizeof(ctypes.c_double)
        self._places = [ctypes.byref(self._numbers, size * n) for n in range(4)]

    def boxes(self, places: Iterable[int]) -> Iterator[Box]:
        """Left, right, top and bottom of each character."""
        return ((left, right, -up, -down) for left, up, right, down in self.corners(places))

    def corners(self, places: Iterable[int]) -> Iterator[Box]:
        """Left, top, right and bottom of each character, with y up as PDFium counts it."""
        handle = self._handle
        rectangle = pdfium.FS_RECTF()
        reference = ctypes.byref(rectangle)
        printed = bytearray()
        for place in places:
            GET_BOX(handle, place, reference)
            printed += rectangle
        corners = RECTANGLE.iter_unpack(printed)
        return corners if self.turn is TURNS[0] else self._turned(corners)

    def _turned(self, corners: Iterable[Box]) -> Iterator[Box]:
        for left, top, right, bottom in corners:
            first, second = self.turn(left, bottom), self.turn(right, top)
            yield (
                min(first[0], second[0]),
                -min(first[1], second[1]),
                max(first[0], second[0]),
                -max(first[1], second[1]),
            )

    def are_made_up(self, places: Iterable[int]) -> list[bool]:
        """Which characters, such as spaces, PDFium gives although the page does not print them.

        The places are those of characters: of others PDFium knows nothing.
        """
        return list(map(IS_GENERATED, repeat(self._handle), places))

    def is_raised(self, place: int) -> bool:
        """Whether a character's ink begins well above its line, as that of a raised figure does."""
        base = self.base(place)
        if base is None or not GET_INK(self._handle, place, *self._places):
            return False
        left, right, bottom, top = self._numbers[:]
        one, other = self.turn(left, bottom)[1], self.turn(right, top)[1]
        return base - max(one, other) > RAISED * abs(other - one)

    def angle(self, place: int) -> float:
        """How far a character is turned on the page, in radians."""
        return float(GET_ANGLE(self._handle, place))

    def base(self, place: int) -> float | None:
        """The height of a character's line; None if PDFium has none."""
        x, y = self._places[:2]
        if not GET_ORIGIN(self._handle, place, x, y):
            return None
        return self.turn(self._numbers[0], self._numbers[1])[1]

    def font(self, place: int, height: float) -> Font:
        """The font of a character that is as high as that."""
        shown = GET_TEXT_OBJECT(self._handle, place)
        font = GET_FONT(shown) if shown else Address()
        # The same font in letters of the same height has the same size.
        key = (font.value or 0, round(height, 1))
        known = self._fonts.get(key)
        if known is None:
            is_bold = bool(font) and bool(BOLD_NAME.search(_font_name(font)))
            known = self._fonts[key] = Font(self._size(place), is_bold)
        return known

    def _size(self, place: int) -> float:
        matrix = pdfium.FS_MATRIX()
        size = float(pdfium.FPDFText_GetFontSize(self._page.raw, place))
        if pdfium.FPDFText_GetMatrix(self._page.raw, place, ctypes.byref(matrix)):
            size *= math.hypot(matrix.c, matrix.d)
        return round(size, 1)


def _font_name(font: Address) -> str:
    buffer = ctypes.create_string_buffer(LONGEST_FONT_NAME)
    GET_FONT_NAME(font, buffer, ctypes.c_size_t(LONGEST_FONT_NAME))
    return buffer.value.decode("utf-8", errors="replace")
