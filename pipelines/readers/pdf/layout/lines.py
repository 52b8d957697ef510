"""Lines of a PDF page: words side by side, cut where a column may begin."""

import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from pipelines.readers.pdf.page.characters import Font, Word

SAME_LINE = 0.5  # share of the lower height by which two pieces of one line overlap
BACKWARDS = 0.5  # heights: letters may be set this far back into the ones before
WORD_GAP = 0.5  # heights: a wider gap that no printed space fills may part two columns
WIDEST_GAP = 1.4  # heights: justified text stretches no printed space further
FEWEST_APART = 0.3  # share of the words of a page without printed spaces, line ends left out
SPACELESS = 0.7  # share of such a page's words beside others, that no space parts from them
USUAL_GAPS = 1.3  # times the usual gap of such a page: columns are further apart
GAP_STEP = 0.05  # heights: gaps that differ by less are one width
FEWEST_JUSTIFIED = 4  # gaps of a line that are needed to see that they are alike
EVEN_GAPS = 1.5  # times: the widest gap of a justified line against its narrowest
STRETCHED_GAPS = 1.1  # times, if the last line of a paragraph is stretched like the others
PROSE = 0.7  # share of the words of prose that hold a small letter
# quay. or quay.": some typesetters leave more room behind it
POINT = re.compile(r"[.?!][\"\u201d\u2019')\]]*$")
WIDER_AFTER_POINT = 1.6  # times the widest of the other gaps, at the most


@dataclass(frozen=True, slots=True)
class Extent:
    """The extent of a column, from the left of its words to their right."""

    left: float
    right: float


@dataclass(slots=True, eq=False)
class Fragment:
    """Words of one line without a wide gap between them; `text` has one space between words.

    It is equal to nothing but itself, as a line is.
    """

    words: list[Word]
    left: float
    right: float
    top: float
    bottom: float
    font: Font
    text: str

    @property
    def start(self) -> int:
        """Its place in the order of print."""
        return self.words[0].start

    @property
    def width(self) -> float:
        """From its first letter to its last."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """From the top of its tallest letters to the bottom of its deepest."""
        return self.bottom - self.top


@dataclass(slots=True, eq=False)
class Line:
    """Fragments at one height, from left to right; `is_broken` if it ends within a word."""

    fragments: list[Fragment]
    left: float
    right: float
    top: float
    bottom: float
    is_broken: bool = False

    @property
    def text(self) -> str:
        """All its words with one space between."""
        if len(self.fragments) == 1:
            return self.fragments[0].text
        return " ".join([fragment.text for fragment in self.fragments])

    @property
    def height(self) -> float:
        """The height of its tallest letters."""
        return self.bottom - self.top

    @property
    def width(self) -> float:
        """From its first letter to its last."""
        return self.right - self.left

    @property
    def font(self) -> Font:
        """The font of its longest fragment."""
        if len(self.fragments) == 1:
            return self.fragments[0].font
        return max(self.fragments, key=lambda fragment: len(fragment.words)).font

    @property
    def is_bold(self) -> bool:
        """Whether all of it is bold."""
        if len(self.fragments) == 1:
            return self.fragments[0].font.is_bold
        return all(fragment.font.is_bold for fragment in self.fragments)

    @property
    def words(self) -> list[Word]:
        """Its words from left to right."""
        return [word for fragment in self.fragments for word in fragment.words]


def overlapped(piece: Fragment, columns: Sequence[Extent]) -> list[int]:
    """The columns of a piece."""
    return [
        number
        for number, column in enumerate(columns)
        if piece.left < column.right and piece.right > column.left
    ]


def fragment_of(words: Sequence[Word], font: Font) -> Fragment:
    """A fragment of words that are side by side."""
    first = words[0]
    left, right, top, bottom = first.left, first.right, first.top, first.bottom
    for word in words:  # comparisons cost less than calls of min and max
        if word.left < left:
            left = word.left
        if word.right > right:
            right = word.right
        if word.top < top:
            top = word.top
        if word.bottom > bottom:
            bottom = word.bottom
    text = " ".join([word.text for word in words])
    return Fragment(list(words), left, right, top, bottom, font, text)


def word_gap(words: Sequence[Word]) -> float:
    """In heights, the widest gap without a printed space between words of one column.

    Some typesetters print no spaces at all: there the usual gap of the page decides.
    """
    if sum([word.is_apart for word in words]) < FEWEST_APART * len(words):
        return WORD_GAP
    beside = [pair for pair in pairwise(words) if _goes_on(*pair, WIDEST_GAP)]
    apart = [(before, word) for before, word in beside if word.is_apart]
    if len(apart) < max(SPACELESS * len(beside), FEWEST_JUSTIFIED):
        return WORD_GAP
    gaps = Counter(
        round((word.left - before.right) / (GAP_STEP * (word.bottom - word.top)))
        for before, word in apart
    )
    usual, _ = max(gaps.items(), key=lambda each: (each[1], -each[0]))
    return max(WORD_GAP, USUAL_GAPS * GAP_STEP * usual)


def runs_of(words: Iterable[Word], widest: float = WORD_GAP) -> list[list[Word]]:
    """Words in printed order, cut where the line or the column ends.

    Args:
        words: The words of a page or of a cell.
        widest: In heights, the widest gap without a printed space between words of one column.
    """
    words = list(words)
    if len(words) == 1:
        return [words]
    starts = [
        number
        for number, (before, word) in enumerate(pairwise(words), start=1)
        if not _goes_on(before, word, WIDEST_GAP)
    ]
    found: list[list[Word]] = []
    for start, end in pairwise([0, *starts, len(words)]):
        found += _cut(words[start:end], widest)
    return list(_with_stretched(found))


def _with_stretched(runs: Iterable[list[Word]]) -> Iterator[list[Word]]:
    """The runs, with single words joined if even stretching has set them far apart."""
    apart: list[Word] = []
    for run in runs:
        if apart and not (len(run) == 1 and _goes_on(apart[-1], run[0], math.inf)):
            yield from _stretched(apart)
            apart = []
        if len(run) == 1:
            apart.append(run[0])
        else:
            yield run
    yield from _stretched(apart)


def _stretched(words: list[Word]) -> list[list[Word]]:
    is_one = len(words) > FEWEST_JUSTIFIED and _is_justified(words, STRETCHED_GAPS)
    return [words] if is_one else [[word] for word in words]


def _goes_on(before: Word, word: Word, widest: float) -> bool:
    if before.top == word.top and before.bottom == word.bottom:  # as most neighbours are
        height = word.bottom - word.top
    elif _is_level(before, word):
        height = min(before.bottom - before.top, word.bottom - word.top)
    else:
        return False
    return -BACKWARDS * height <= word.left - before.right <= widest * height


def _is_level(before: Word | Fragment, beside: Word | Fragment) -> bool:
    """Whether two are beside each other, not one below the other."""
    # Asked of every two neighbours of a paper: comparisons cost less than calls of min and max.
    top, bottom = before.top, before.bottom
    other_top, other_bottom = beside.top, beside.bottom
    if top == other_top and bottom == other_bottom:
        return True
    height, other_height = bottom - top, other_bottom - other_top
    overlap = (bottom if bottom < other_bottom else other_bottom) - (
        top if top > other_top else other_top
    )
    return overlap >= SAME_LINE * (height if height < other_height else other_height)


def _cut(run: list[Word], gap: float) -> list[list[Word]]:
    """A run cut at wide gaps that no printed space fills; justified prose is left whole."""
    apart = [number for number, word in enumerate(run) if word.is_apart and number]
    # If boxes hold only ink, a word of low letters says little about the font.
    widest = gap * max(word.bottom - word.top for word in run) if apart else 0.0
    cuts = [number for number in apart if run[number].left - run[number - 1].right > widest]
    if not cuts or _is_justified(run):
        return [run] if run else []
    bounds = [0, *cuts, len(run)]
    return [run[start:end] for start, end in pairwise(bounds)]


def _is_justified(run: list[Word], even: float = EVEN_GAPS) -> bool:
    """Whether the gaps of a run are alike and its words are those of prose."""
    gaps = [
        word.left - before.right for before, word in pairwise(run) if not POINT.search(before.text)
    ]
    if len(gaps) < FEWEST_JUSTIFIED or max(gaps) > even * min(gaps):
        return False
    widest = WIDER_AFTER_POINT * max(gaps)
    if any(word.left - before.right > widest for before, word in pairwise(run)):
        return False
    small = sum(any(character.islower() for character in word.text) for word in run)
    return small >= PROSE * len(run)


def lines_of(fragments: Iterable[Fragment]) -> list[Line]:
    """Lines from the top down, each with its fragments from left to right."""
    fragments = list(fragments)
    if len(fragments) == 1:  # as in most cells
        return [_line_of(fragments[0])]
    fragments.sort(key=lambda each: (each.top + each.bottom, each.left))
    lines: list[Line] = []
    for fragment in fragments:
        line = lines[-1] if lines else None
        if line is not None and _is_level(line.fragments[-1], fragment):
            line.fragments.append(fragment)
            line.left = min(line.left, fragment.left)
            line.right = max(line.right, fragment.right)
            line.top = min(line.top, fragment.top)
            line.bottom = max(line.bottom, fragment.bottom)
        else:
            lines.append(_line_of(fragment))
    for line in lines:
        if len(line.fragments) > 1:
            line.fragments.sort(key=lambda each: each.left)
    return lines


def _line_of(piece: Fragment) -> Line:
    return Line([piece], piece.left, piece.right, piece.top, piece.bottom)
