"""Words that PDFium does not give as they are read: upright, marked, joined to others, torn."""

import math
import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median

from pipelines.readers.note_marks import lifted
from pipelines.readers.pdf.page.characters import TURNS, Box, Characters, Word

# councillorsPercentage, 2014/152015/16, 1,2042,345: words of two cells without a space between
MAY_BE_GLUED = re.compile(r"[\d)%\]](?=[\d(£-])|[a-z)%\]\d](?=[A-Z])|[a-z](?=\d)")
GLUED_GAP = 0.02  # heights between two such words at the least
UNLIKE = 3.0  # times the usual gap between the letters of such a word
# 431, 8,063a, Website1: the last may be a raised figure of the font
MAY_END_RAISED = re.compile(r"\w[\d]$|\d[a-f]$")
MAY_BE_ODD = re.compile(rf"{MAY_BE_GLUED.pattern}|{MAY_END_RAISED.pattern}")  # either of these
ALMOST = 0.1  # quarter turns by which print may be off
RAISED_SIZE = 0.85  # of the height of a word: the print of a note mark is smaller
STANDING_GAP = 0.15  # of the width of an upright line: letters of a word are closer
RAISED_FAR = 0.25  # heights: print that is as large is a mark if it is raised so far
RAISED_BY = 0.12  # heights: a note mark ends above the line of its word by so much
LONGEST_HEAD = 25.0  # widths of an upright line: a longer one is print along an edge
BESIDE = 0.8  # share of the shorter of two upright lines that is beside the longer
SAME_LINE = 0.5  # share of a letter's height by which a word may leave its line
LEAST_GAP = 0.3  # heights: a printed space matters only if the gap is wider


def is_upright(place: int, characters: Characters) -> bool:
    """Whether a character is set upright: it runs up or down the page as it is read."""
    quarters = characters.angle(place) / (math.pi / 2) - TURNS.index(characters.turn)
    return abs(quarters % 2 - 1) < ALMOST


def add_upright(
    words: list[Word],
    before: Box | None,
    shown: str,
    places: tuple[int, int],
    characters: Characters,
) -> Box | None:
    """Add the letters of an upright word as if its line lay at its foot, above the columns there.

    An upright line is one word, with its spaces.

    Args:
        words: The words before.
        before: The box of the upright line so far; None if there is none.
        shown: The characters of the page.
        places: The first character of the word, and one after the last.
        characters: Their places.

    Returns:
        The box of the line.
    """
    start, end = places
    for place, box in zip(range(start, end), characters.boxes(range(start, end)), strict=True):
        before = _stood(words, before, shown[place], box, place)
    return before


def _stood(words: list[Word], before: Box | None, letter: str, box: Box, place: int) -> Box:
    """Add an upright letter as if its line lay at its foot, where the columns below it begin.

    An upright line is one word, with its spaces; `before` is the box of that line so far.
    """
    left, right, top, bottom = box
    if before is not None and left < before[1] and right > before[0]:
        apart = max(top - before[3], before[2] - bottom)
        left, right = min(left, before[0]), max(right, before[1])
        top, bottom = min(top, before[2]), max(bottom, before[3])
        word = words[-1]
        word.text += f" {letter}" if apart > STANDING_GAP * (right - left) else letter
        word.left, word.right, word.top, word.bottom = left, right, bottom - (right - left), bottom
    else:
        word = Word(letter, left, right, bottom - (right - left), bottom, place, True)
        words.append(word)
    word.length = bottom - top
    return left, right, top, bottom


def level_upright(words: Sequence[Word]) -> None:
    """Give upright words that are beside each other one foot: they are heads of one row.

    Heads of unlike lengths may be set to the top or the middle of their row.
    """
    row: list[Word] = []
    for word in words:
        if not 0 < word.length <= LONGEST_HEAD * word.height:
            continue
        if row and not _is_beside(word, row[-1]):
            _set_to_one_foot(row)
            row = []
        row.append(word)
    _set_to_one_foot(row)


def _is_beside(word: Word, before: Word) -> bool:
    """Whether the longer of two upright lines reaches over the shorter, and is not behind it."""
    shared = min(word.bottom, before.bottom) - max(
        word.bottom - word.length, before.bottom - before.length
    )
    apart = word.left - before.right
    return shared >= BESIDE * min(word.length, before.length) and apart > -GLUED_GAP * word.height


def _set_to_one_foot(row: Sequence[Word]) -> None:
    foot = max((word.bottom for word in row), default=0.0)
    for word in row:
        word.top, word.bottom = word.top + foot - word.bottom, foot


def is_raised_behind(word: Word, mark: Box, start: int, characters: Characters) -> bool:
    """Whether small print right behind a word is raised above its line."""
    left, _, top, bottom = mark
    if bottom - top > RAISED_SIZE * word.height or top >= word.bottom:
        return False
    is_near = -LEAST_GAP * word.height <= left - word.right <= LEAST_GAP * word.height
    return is_near and _is_higher(word.start, start, word.height, characters)


def _is_higher(place: int, other: int, height: float, characters: Characters) -> bool:
    """Whether the line of one character is above that of another."""
    base, raised = characters.base(place), characters.base(other)
    return base is not None and raised is not None and raised < base - RAISED_BY * height


def with_raised_end(text: str, start: int, characters: Characters) -> str:
    """A word whose last characters are raised figures of its font, those lifted."""
    size = 1
    while size < len(text) and characters.is_raised(start + len(text) - size - 1):
        size += 1
    return text if size == len(text) else text[:-size] + lifted(text[-size:])


def marked(text: str, start: int, characters: Characters) -> str:
    """A word whose raised characters at its end or start are lifted, if they can be a note mark."""
    places = range(start, start + len(text))
    heights = [bottom - top for _, _, top, bottom in characters.boxes(places)]
    bases = [characters.base(place) for place in places]
    known = [base for base in bases if base is not None]
    height = max(heights)
    if len(known) < len(bases) or max(known) - min(known) <= RAISED_BY * height:
        return text
    lifts = [(max(known) - base) / height for base in known]
    is_raised = [
        lift > (RAISED_BY if each <= RAISED_SIZE * height else RAISED_FAR)
        for each, lift in zip(heights, lifts, strict=True)
    ]
    size = is_raised.count(True)
    if not size or size == len(text):
        return text
    if all(is_raised[-size:]):
        return text[:-size] + lifted(text[-size:])
    if all(is_raised[:size]):
        return lifted(text[:size]) + text[size:]
    return text


def unglued(word: Word, characters: Characters) -> list[Word]:
    """The words of neighbouring cells that PDFium gives as one: there is a gap between them.

    Letters that are all set apart are one word.
    """
    places = range(word.start, word.start + len(word.text))
    edges = [(left, right) for left, _, right, _ in characters.corners(places)]
    gaps = [after[0] - before[1] for before, after in pairwise(edges)]
    least = GLUED_GAP * word.height
    if max(gaps) <= least:  # as in most figures
        return [word]
    least = max(least, UNLIKE * median(map(abs, gaps)))
    found = MAY_BE_GLUED.finditer(word.text)
    cuts = [match.start() + 1 for match in found if gaps[match.start()] > least]
    return [
        Word(
            *(word.text[start:end], edges[start][0], edges[end - 1][1], word.top, word.bottom),
            places[start],
            is_apart=gaps[start - 1] > LEAST_GAP * word.height if start else word.is_apart,
            is_unspaced=word.is_unspaced or start > 0,
        )
        for start, end in pairwise([0, *cuts, len(edges)])
    ]


def torn_word(text: str, start: int, characters: Characters) -> Iterator[Word]:
    """Characters that PDFium gives without a space although they are on different lines."""
    word: Word | None = None
    places = range(start, start + len(text))
    boxes = characters.boxes(places)
    for letter, place, (left, right, top, bottom) in zip(text, places, boxes, strict=True):
        if (
            word is not None
            and abs(top - word.top) <= SAME_LINE * (bottom - top)
            and right >= word.right
        ):
            word.text += letter
            word.right = right
            continue
        if word is not None:
            yield word
        word = Word(letter, left, right, top, bottom, place, True)
    if word is not None:
        yield word
