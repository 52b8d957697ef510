"""Words across the print of a page, as on drafts: they are not part of the text."""

import math
from collections.abc import Sequence

from pipelines.readers.pdf.page.characters import Word
from pipelines.readers.pdf.page.words import PageText

TALLEST_PRINT = 26.0  # points: no line of text is this high, but headings of covers may be
MOST_SKEW = 0.05  # radians by which upright print may be turned: a page put in askew
CORE = 0.25  # share of a letter's height, above and below, that other lines may reach into
LEAST_CROSSED = 2  # words in front of a mark


def without_watermarks(page: PageText) -> list[Word]:
    """The words of a page without large ones that are askew, or behind other words."""
    tall = [word for word in page.words if word.bottom - word.top > TALLEST_PRINT]
    if not tall:
        return page.words
    small = [word for word in page.words if word.bottom - word.top <= TALLEST_PRINT]
    marks = {id(word) for word in tall if _is_askew(page.angle(word)) or _is_crossed(word, small)}
    return [word for word in page.words if id(word) not in marks]


def _is_askew(angle: float) -> bool:
    quarters = angle / (math.pi / 2)
    return abs(quarters - round(quarters)) * (math.pi / 2) > MOST_SKEW


def _is_crossed(mark: Word, words: Sequence[Word]) -> bool:
    margin = CORE * (mark.bottom - mark.top)
    crossed = [
        word
        for word in words
        if word.left < mark.right
        and mark.left < word.right
        and word.top < mark.bottom - margin
        and mark.top + margin < word.bottom
    ]
    return len(crossed) >= LEAST_CROSSED
