"""Paragraphs of a PDF: lines that belong together, by gap, indent, font and room left."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from pipelines.readers.pdf.layout.lines import Extent, Line

# •, -, –, o, \uf0b7, 4., 2.3, (b), iv): the start of a list item or a numbered paragraph
BULLET = re.compile(r"^[-–*•·●▪■□◦‣➢►✓o§\uf000-\uf0ff\u2022\u25aa]$")
NUMBER = re.compile(
    r"^(?:\d{1,3}(?:\.\d{1,3})*[.)]|\(?(?:[a-z]|[ivx]{1,5})[.)]|\d{1,2}(?:\.\d{1,2})+)$", re.I
)
BARE_NUMBER = re.compile(r"^\d{1,3}$")
STOPS = (".", ")")
# 2021–: the year behind it is in the next line
CUT_YEARS = re.compile(r"(?:19|20)\d\d[-\u2013/]$")
LINE_GAP = 0.35  # heights beyond the usual distance of lines from which a paragraph ends
COMMON_GAP = 0.2  # heights between two lines of a paragraph, set somewhat wide
INDENT = 0.8  # heights by which a line may begin further left or right
ROOM = 2.0  # points more than the next word needs: less is a matter of rounding
SPACE = 0.25  # heights: the width of a space
FEWEST_NARROW = 3  # lines that may be a block set narrower than the rest
NARROW_FULL = 0.85  # share of such a block's width that all its lines but the last fill
LABELS_KEPT = 2_000  # words of a paper: most are asked for several times
SAME_SIZE = 1.08  # times: fonts closer than this are one size


@lru_cache(maxsize=LABELS_KEPT)
def is_label(text: str) -> bool:
    """Whether words are only the bullet or the number of a list item.

    >>> is_label("(b)"), is_label("4."), is_label("Item")
    (True, True, False)
    """
    if len(text) > 1 and text.isalpha():  # as most words
        return False
    return bool(BULLET.match(text) or NUMBER.match(text))


def opens_item(line: Line) -> bool:
    """Whether a line begins with the bullet or the number of a list item."""
    words = line.fragments[0].words
    first = words[0].text
    if len(words) == 1 and len(line.fragments) > 1:
        return is_label(first) or bool(BARE_NUMBER.match(first))
    if len(words) > 1 and words[1].text in STOPS:  # 5 . Tree works
        return bool(BARE_NUMBER.match(first))
    return is_label(first) and first not in ("o", "-", "–")


def paragraphs_of(
    lines: Sequence[Line], room: Extent, usual_gap: float | None = None
) -> list[list[Line]]:
    """Lines from the top down, cut into paragraphs.

    Args:
        lines: The lines of one column or cell.
        room: The extent of the lines of the column or cell, from left to right.
        usual_gap: The gap between lines of one paragraph; None for the least among the lines,
            or a common one if all are further apart.
    """
    if len(lines) <= 1:
        return [[line] for line in lines]
    gaps = [below.top - above.bottom for above, below in pairwise(lines)]
    usual = usual_gap
    if usual is None:
        usual = min([COMMON_GAP * lines[0].height, *gaps])
    found: list[list[Line]] = []
    for stretch in _stretches(lines, gaps, usual):
        own = _own_room(stretch, room)
        found.append([stretch[0]])
        for line in stretch[1:]:
            if _goes_on(found[-1], line, own):
                found[-1].append(line)
            else:
                found.append([line])
    return found


def _stretches(lines: Sequence[Line], gaps: Sequence[float], usual: float) -> Iterator[list[Line]]:
    """Lines without a wide gap between them."""
    stretch = [lines[0]]
    for line, gap in zip(lines[1:], gaps, strict=True):
        if gap - usual > LINE_GAP * min(stretch[-1].height, line.height):
            yield stretch
            stretch = []
        stretch.append(line)
    yield stretch


def _own_room(stretch: Sequence[Line], room: Extent) -> Extent:
    """The room of lines that are set narrower than the others around them, as in a box."""
    if len(stretch) < FEWEST_NARROW:
        return room
    own = room_of(stretch)
    least = NARROW_FULL * (own.right - own.left)
    is_block = all(line.right - line.left >= least for line in stretch[:-1])
    return own if is_block else room


def _goes_on(paragraph: list[Line], line: Line, room: Extent) -> bool:
    above = paragraph[-1]
    if not is_one_font(above, line) or opens_item(line):
        return False
    if line.text[:1].isdigit() and CUT_YEARS.search(above.text):
        return True
    # A heading may be set narrower than its column; none begins with a small letter.
    is_rest = line.is_bold and above.is_bold and line.text[:1].islower()
    return _is_aligned(paragraph, line) and (is_rest or not had_room(above, line, room))


def is_one_font(above: Line, below: Line) -> bool:
    """Whether two lines have one size, and one weight unless the lower one goes on a sentence."""
    # Words in bold may fill a line of a sentence; no sentence begins with a small letter.
    if above.is_bold != below.is_bold and not below.text[:1].islower():
        return False
    one, other = max(above.font.size, 0.1), max(below.font.size, 0.1)
    return one == other or max(one, other) <= SAME_SIZE * min(one, other)


def _is_aligned(paragraph: list[Line], line: Line) -> bool:
    """Whether a line begins at the left edge of the paragraph, apart from a first-line indent."""
    indent = INDENT * line.height
    first, above = paragraph[0], paragraph[-1]
    if opens_item(first):
        words = first.words
        starts = {words[0].left, words[1].left if len(words) > 1 else words[0].left}
        return any(abs(line.left - start) <= indent for start in starts | {above.left})
    if above is first:
        centre = abs((above.left + above.right) - (line.left + line.right)) / 2
        return line.left <= above.left + indent or centre <= indent
    centre = abs((above.left + above.right) - (line.left + line.right)) / 2
    return abs(line.left - above.left) <= indent or centre <= indent


def had_room(above: Line, line: Line, room: Extent) -> bool:
    """Whether the next line's first word would have fitted, so the line was ended on purpose.

    Lines may be indented, or set from the middle or the right: there must be room either way.
    """
    first = line.fragments[0].words[0]
    needed = SPACE * above.height + (first.right - first.left) + ROOM
    width = above.right - above.left
    return above.right + needed < room.right and width + needed < room.right - room.left


def room_of(lines: Iterable[Line], share: float = 1.0) -> Extent:
    """From where lines begin to where that share of them ends; the others stray further."""
    taken = list(lines)
    if not taken:
        return Extent(0.0, 0.0)
    rights = sorted(line.right for line in taken)
    return Extent(
        min(line.left for line in taken), rights[min(int(len(rights) * share), len(rights) - 1)]
    )
