"""Words of a PDF page with their places, in the order in which the page prints them."""

import math
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import pypdfium2
import pypdfium2.raw as pdfium

from pipelines.readers.note_marks import lifted
from pipelines.readers.pdf.page.calls import address_of
from pipelines.readers.pdf.page.characters import (
    GET_ANGLE,
    TURNS,
    Box,
    Characters,
    Font,
    Turn,
    Word,
)
from pipelines.readers.pdf.page.odd_words import (
    LEAST_GAP,
    MAY_BE_GLUED,
    MAY_BE_ODD,
    MAY_END_RAISED,
    RAISED_SIZE,
    SAME_LINE,
    add_upright,
    is_raised_behind,
    is_upright,
    level_upright,
    marked,
    torn_word,
    unglued,
    with_raised_end,
)
from pipelines.readers.symbols import UNNAMED

# PDFium's replacements for a hyphen at the end of a line, and for a character without a meaning
LINE_END_HYPHENS = "\x02\ufffe"
# Marks with an identical twin: fonts do not show which of the two they print
TWINS = (("\u037e", ";"), ("\u0387", "\u00b7"))
WORD = re.compile(r"[^\s\x00-\x1f\ufffe]+[\x02\ufffe]?|\x02|\ufffe")
ANGLE_SAMPLES = 24  # words of a page that are used to find its rotation
QUARTERS = 4
BELOW_LINE = 0.22  # font sizes by which letters reach below their line
PAGE_ROTATIONS = (0, 3, 2, 1)  # quarters that set text of each direction upright
Places = tuple[int, int]  # of a word's characters in print: the first, and one after the last


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
            if word.bottom - word.top >= font.size or word.length:
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
    for twin, mark in (*TWINS, *UNNAMED.items()):
        printed = printed.replace(twin, mark)
    return printed


def _places(printed: str) -> list[Places]:
    return list(map(re.Match.span, WORD.finditer(printed)))


def _direction(text_page: pypdfium2.PdfTextPage, places: Sequence[Places]) -> int:
    """The quarter turn of most words; 0 if they run to the right."""
    if not places:
        return 0
    handle = address_of(text_page.raw)
    sample = places[:: max(1, len(places) // ANGLE_SAMPLES)]
    angles = [GET_ANGLE(handle, start) for start, _ in sample]
    if not any(angles):  # as on most pages
        return 0
    quarters = Counter(round(angle / (math.pi / 2)) % QUARTERS for angle in angles)
    return int(quarters.most_common(1)[0][0])


def _words(shown: str, places: Sequence[Places], characters: Characters) -> list[Word]:
    firsts = characters.corners([start for start, _ in places])
    lasts = characters.corners([end - 1 for _, end in places])
    unspaced = characters.are_made_up([start - 1 for start, _ in places if start])
    if len(unspaced) < len(places):  # nothing is before the first word
        unspaced.insert(0, False)
    words: list[Word] = []
    standing: Box | None = None
    holds_upright = False
    end_before = height_before = 0.0
    for (start, end), is_unspaced, first, last in zip(places, unspaced, firsts, lasts, strict=True):
        left, up, first_right, down = first
        last_left, last_up, right, last_down = last
        text = shown[start:end]
        height = up - down
        if (
            (last_up == up and last_down == down)
            and left < first_right <= last_left
            and (standing is None and height > RAISED_SIZE * height_before)
            and (
                (text.isalpha() and (text.islower() or text.istitle()))
                or not MAY_BE_ODD.search(text)
            )
        ):  # as most words are
            is_apart = is_unspaced and left - end_before > LEAST_GAP * height
            words.append(Word(text, left, right, -up, -down, start, is_apart, is_unspaced))
            end_before, height_before = right, height
        else:
            boxes = (left, first_right, -up, -down), (last_left, right, -last_up, -last_down)
            standing = _add_odd(
                words, standing, (start, end), shown, boxes, is_unspaced, characters
            )
            end_before, height_before = words[-1].right, words[-1].height
            holds_upright = holds_upright or standing is not None
    if holds_upright:
        level_upright(words)
    return words


def _add_odd(
    words: list[Word],
    standing: Box | None,
    places: Places,
    shown: str,
    boxes: tuple[Box, Box],
    is_unspaced: bool,
    characters: Characters,
) -> Box | None:
    """Add a word that may be upright, a mark, several words in one; the box of an upright line."""
    (start, end), (first, last) = places, boxes
    may_stand = standing is not None or last == first or last[0] < first[1]
    if may_stand and is_upright(start, characters):
        return add_upright(words, standing, shown, places, characters)
    text = shown[start:end]
    if words and is_raised_behind(words[-1], first, start, characters) and lifted(text) != text:
        words[-1].text += lifted(text)
        words[-1].right = last[1]
        return None
    if MAY_END_RAISED.search(text) and characters.is_raised(end - 1):
        text = with_raised_end(text, start, characters)
    left, right, top, bottom = first[0], last[1], first[2], first[3]
    if last != first:
        _, _, last_top, last_bottom = last
        is_level = last_top == top and last_bottom == bottom
        if not is_level and (with_mark := marked(text, start, characters)) != text:
            text = with_mark
            if last_bottom - last_top > bottom - top:  # the mark comes first
                top, bottom = last_top, last_bottom
            is_level = True
        if right < left or (not is_level and abs(last_top - top) > SAME_LINE * (bottom - top)):
            words += torn_word(text, start, characters)
            return None
        if not is_level:
            top, bottom = min(top, last_top), max(bottom, last_bottom)
    end_before = words[-1].right if words else 0.0
    is_apart = is_unspaced and left - end_before > LEAST_GAP * (bottom - top)
    word = Word(text, left, right, top, bottom, start, is_apart, is_unspaced)
    # Two characters have but one gap, which cannot be wider than they usually are.
    may_be_glued = len(text) > 2 and MAY_BE_GLUED.search(text)
    words += unglued(word, characters) if may_be_glued else (word,)
    return None
