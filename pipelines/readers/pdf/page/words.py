"""Words of a PDF page with their places, in the order in which the page prints them."""

import math
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

import pypdfium2
import pypdfium2.raw as pdfium

from pipelines.readers.note_marks import lifted
from pipelines.readers.pdf.page.characters import TURNS, Box, Characters, Font, Turn

# PDFium's replacements for a hyphen at the end of a line, and for a character without a meaning
LINE_END_HYPHENS = "\x02\ufffe"
# Marks with an identical twin: fonts do not show which of the two they print
TWINS = (("\u037e", ";"), ("\u0387", "\u00b7"))
WORD = re.compile(r"[^\s\x00-\x1f\ufffe]+[\x02\ufffe]?|\x02|\ufffe")
# councillorsPercentage, 2014/152015/16, 1,2042,345: words of two cells without a space between
MAY_BE_GLUED = re.compile(r"[\d)%\]](?=[\d(£-])|[a-z)%\]\d](?=[A-Z])|[a-z](?=\d)")
# 431, 8,063a, Website1: the last may be a raised figure of the font
MAY_END_RAISED = re.compile(r"\w[\d]$|\d[a-f]$")
GLUED_GAP = 0.02  # heights between two such words at the least
UNLIKE = 3.0  # times the usual gap between the letters of such a word
ANGLE_SAMPLES = 24  # words of a page that are used to find its rotation
QUARTERS = 4
SAME_LINE = 0.5  # share of a letter's height by which a word may leave its line
BELOW_LINE = 0.22  # font sizes by which letters reach below their line
ALMOST = 0.1  # quarter turns by which print may be off
RAISED_SIZE = 0.85  # of the height of a word: the print of a note mark is smaller
RAISED_BY = 0.12  # heights: a note mark ends above the line of its word by so much
LEAST_GAP = 0.3  # heights: a printed space matters only if the gap is wider
PAGE_ROTATIONS = (0, 3, 2, 1)  # quarters that set text of each direction upright
Places = tuple[int, int]  # of a word's characters in print: the first, and one after the last


@dataclass(slots=True)
class Word:
    """Characters without white space between them; `start` is the first one's place in print.

    `is_unspaced` if the page prints no space before it; `is_apart` if there is a gap all the same.
    """

    text: str
    left: float
    right: float
    top: float
    bottom: float
    start: int
    is_apart: bool = False
    is_unspaced: bool = True

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
        )


@dataclass(slots=True)
class PageText:
    """The words of a page and a way to ask for their fonts while the page is open."""

    words: list[Word]
    turn: Turn
    _characters: Characters

    def font(self, word: Word) -> Font:
        """The font of a word's first character."""
        return self._characters.font(word.start, word.bottom - word.top)

    def angle(self, word: Word) -> float:
        """How far a word's first character is turned, in radians."""
        return self._characters.angle(word.start)

    def give_room(self, words: Sequence[Word], font: Font) -> None:
        """Make words of one line as high as their font if their boxes hold only ink.

        Some files do not say how far the letters of a font reach above and below the line.
        """
        for word in words:
            if word.bottom - word.top >= font.size:
                return
        base = self._characters.base(words[0].start)
        if base is not None:
            for word in words:
                word.top = base - (1 - BELOW_LINE) * font.size
                word.bottom = base + BELOW_LINE * font.size


def read_words(page: pypdfium2.PdfPage) -> PageText:
    """The words of an open page; the returned text is of use until the page is closed."""
    text_page = page.get_textpage()
    printed = _printed(text_page)
    places = _places(printed)
    quarter = _direction(text_page, places)
    if PAGE_ROTATIONS[quarter] != pdfium.FPDFPage_GetRotation(page.raw):
        # PDFium orders lines as the page is shown, so show it upright.
        pdfium.FPDFPage_SetRotation(page.raw, PAGE_ROTATIONS[quarter])
        text_page.close()
        text_page = page.get_textpage()
        printed = _printed(text_page)
        places = _places(printed)
    characters = Characters(TURNS[quarter], text_page)
    return PageText(_words(as_shown(printed), places, characters), TURNS[quarter], characters)


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


def as_shown(printed: str) -> str:
    r"""The characters as a reader of the page sees them.

    >>> as_shown("Ann Bee\u037e Cee Dee, light\x02")
    'Ann Bee; Cee Dee, light-'
    """
    for hyphen in LINE_END_HYPHENS:
        printed = printed.replace(hyphen, "-")
    for twin, mark in TWINS:
        printed = printed.replace(twin, mark)
    return printed


def _places(printed: str) -> list[Places]:
    return [match.span() for match in WORD.finditer(printed)]


def _direction(text_page: pypdfium2.PdfTextPage, places: Sequence[Places]) -> int:
    """The quarter turn of most words; 0 if they run to the right."""
    if not places:
        return 0
    quarters = Counter(
        round(pdfium.FPDFText_GetCharAngle(text_page.raw, start) / (math.pi / 2)) % QUARTERS
        for start, _ in places[:: max(1, len(places) // ANGLE_SAMPLES)]
    )
    return int(quarters.most_common(1)[0][0])


def _words(shown: str, places: Sequence[Places], characters: Characters) -> list[Word]:
    first_boxes = characters.boxes([start for start, _ in places])
    last_boxes = characters.boxes([end - 1 for _, end in places])
    is_made_up = characters.is_made_up
    words: list[Word] = []
    standing: Box | None = None
    end_before = 0.0
    for (start, end), first, last in zip(places, first_boxes, last_boxes, strict=True):
        left, right, top, bottom = first
        may_stand = last != first or bool(standing)
        if (
            may_stand
            and (right < left or standing or last[0] < right)
            and _stands(start, characters)
        ):
            for place, box in zip(
                range(start, end), characters.boxes(range(start, end)), strict=True
            ):
                standing = _stood(words, standing, shown[place], box, place, start)
            end_before = words[-1].right
            continue
        standing = None
        if words and bottom - top <= RAISED_SIZE * (words[-1].bottom - words[-1].top):
            mark = shown[start:end]
            if _is_raised_behind(words[-1], last, left) and lifted(mark) != mark:
                words[-1].text += lifted(mark)
                words[-1].right = end_before = last[1]
                continue
        text = shown[start:end]
        if MAY_END_RAISED.search(text) and characters.is_raised(end - 1):
            text = _with_raised_end(text, start, characters)
        if last != first:
            _, right, last_top, last_bottom = last
            is_level = last_top == top and last_bottom == bottom  # as most words are
            if not is_level and (marked := _marked(text, start, characters)) != text:
                text = marked
                if last_bottom - last_top > bottom - top:  # the mark comes first
                    top, bottom = last_top, last_bottom
                is_level, last_top, last_bottom = True, top, bottom
            if right < left or (not is_level and abs(last_top - top) > SAME_LINE * (bottom - top)):
                words += _torn_word(shown, start, end, characters)
                continue
            if not is_level:
                top, bottom = min(top, last_top), max(bottom, last_bottom)
        is_unspaced = is_made_up(start - 1)
        is_apart = is_unspaced and left - end_before > LEAST_GAP * (bottom - top)
        word = Word(text, left, right, top, bottom, start, is_apart, is_unspaced)
        if MAY_BE_GLUED.search(text):
            words += _unglued(word, characters)
        else:
            words.append(word)
        end_before = right
    return words


def _stands(place: int, characters: Characters) -> bool:
    """Whether a character is set upright: it runs up or down the page as it is read."""
    quarters = characters.angle(place) / (math.pi / 2) - TURNS.index(characters.turn)
    return abs(quarters % 2 - 1) < ALMOST


def _stood(
    words: list[Word], before: Box | None, letter: str, box: Box, place: int, start: int
) -> Box:
    """Add an upright letter as if its line lay at its foot, where the columns below it begin.

    An upright line is one word, with its spaces; `before` is the box of that line so far.
    """
    left, right, top, bottom = box
    if before is not None and left < before[1] and right > before[0]:
        left, right = min(left, before[0]), max(right, before[1])
        top, bottom = min(top, before[2]), max(bottom, before[3])
        word = words[-1]
        word.text += f" {letter}" if place == start else letter
        word.left, word.right, word.top, word.bottom = left, right, bottom - (right - left), bottom
    else:
        words.append(Word(letter, left, right, bottom - (right - left), bottom, place, True))
    return left, right, top, bottom


def _is_raised_behind(word: Word, mark: Box, left: float) -> bool:
    """Whether small print right behind a word hangs at its upper half."""
    height = word.bottom - word.top
    is_near = -LEAST_GAP * height <= left - word.right <= LEAST_GAP * height
    _, _, top, bottom = mark
    return is_near and top < word.bottom and bottom < word.bottom - RAISED_BY * height


def _with_raised_end(text: str, start: int, characters: Characters) -> str:
    """A word whose last characters are raised figures of its font, those lifted."""
    size = 1
    while size < len(text) and characters.is_raised(start + len(text) - size - 1):
        size += 1
    return text if size == len(text) else text[:-size] + lifted(text[-size:])


def _marked(text: str, start: int, characters: Characters) -> str:
    """A word whose raised characters at its end or start are lifted, if they can be a note mark."""
    boxes = list(characters.boxes(range(start, start + len(text))))
    height = max(bottom - top for _, _, top, bottom in boxes)
    base = max(bottom for _, _, _, bottom in boxes)
    is_raised = [
        bottom - top <= RAISED_SIZE * height and bottom < base - RAISED_BY * height
        for _, _, top, bottom in boxes
    ]
    size = is_raised.count(True)
    if not size or size == len(text):
        return text
    if all(is_raised[-size:]):
        return text[:-size] + lifted(text[-size:])
    if all(is_raised[:size]):
        return lifted(text[:size]) + text[size:]
    return text


def _unglued(word: Word, characters: Characters) -> Iterator[Word]:
    """The words of neighbouring cells that PDFium gives as one: there is a gap between them.

    Letters that are all set apart are one word.
    """
    places = range(word.start, word.start + len(word.text))
    boxes = list(characters.boxes(places))
    gaps = [right[0] - left[1] for left, right in pairwise(boxes)]
    least = max(GLUED_GAP * word.height, UNLIKE * median(map(abs, gaps)))
    cuts = [
        match.start() + 1
        for match in MAY_BE_GLUED.finditer(word.text)
        if gaps[match.start()] > least
    ]
    if not cuts:
        yield word
        return
    for start, end in pairwise([0, *cuts, len(boxes)]):
        left, right = boxes[start][0], boxes[end - 1][1]
        is_apart = word.is_apart if start == 0 else gaps[start - 1] > LEAST_GAP * word.height
        yield Word(
            *(word.text[start:end], left, right, word.top, word.bottom, places[start]),
            is_apart=is_apart,
            is_unspaced=word.is_unspaced or start > 0,
        )


def _torn_word(shown: str, start: int, end: int, characters: Characters) -> Iterator[Word]:
    """Characters that PDFium gives without a space although they are on different lines."""
    word: Word | None = None
    places = range(start, end)
    for place, (left, right, top, bottom) in zip(places, characters.boxes(places), strict=True):
        if (
            word is not None
            and abs(top - word.top) <= SAME_LINE * (bottom - top)
            and right >= word.right
        ):
            word.text += shown[place]
            word.right = right
            continue
        if word is not None:
            yield word
        word = Word(shown[place], left, right, top, bottom, place, True)
    if word is not None:
        yield word
