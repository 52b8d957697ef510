"""Folds text to its visible form: one kind of blank, dash, digit and sign, nothing without width.

To a reader, a telephone number with non-breaking hyphens, or an address with a zero-width blank, is
the same number or address.
"""

import re
import unicodedata
from collections.abc import Sequence
from functools import cache
from itertools import chain
from typing import NamedTuple

# Blanks of no width, soft hyphens, joiners, marks of direction
_UNSEEN = re.compile(
    "[\u00ad\u034f\u061c\u115f\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]"
)
_DASHES_OF_OTHER_CLASSES = "\u2212\u02d7\u2043\u23af"
_DOTS = "\u00b7\u2022\u2024\u2027\u22c5\u30fb\uff0e\u2026"


class Folded(NamedTuple):
    """A text as the eye sees it.

    Attributes:
        text: The folded text.
        places: The position of each character in the printed text, and then that text's length;
            None if no position has changed.
    """

    text: str
    places: Sequence[int] | None

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Start and end, in the text as printed, of a stretch of the folded one."""
        if self.places is None:
            return start, end
        return self.places[start], self.places[end - 1] + 1


def fold(text: str) -> Folded:
    """The text as the eye sees it.

    >>> fold("020\u20117664\u200b 0000").text
    '020-7664 0000'
    """
    if text.isascii():
        return Folded(text, None)
    plain = text.translate(_plain_characters())
    if _UNSEEN.search(plain) is None:
        return Folded(plain, None)
    places = [place for place, each in enumerate(plain) if _UNSEEN.match(each) is None]
    return Folded("".join(plain[place] for place in places), [*places, len(plain)])


@cache
def _plain_characters() -> dict[int, str]:
    """One plain character for each lookalike. No character is dropped, so positions stay."""
    plain: dict[int, str] = {}
    for code in chain(range(0x80, 0x3100), range(0xFE00, 0x10000)):
        character = chr(code)
        category = unicodedata.category(character)
        if category == "Pd" or character in _DASHES_OF_OTHER_CLASSES:
            plain[code] = "-"
        elif category == "Zs":
            plain[code] = " "
        elif character in _DOTS:
            plain[code] = "."
        elif category == "Nd":
            plain[code] = str(unicodedata.digit(character))
        elif 0xFF01 <= code <= 0xFF5E or code in (0xFE6B, 0xFE62):
            plain[code] = unicodedata.normalize("NFKC", character)
    return plain
