"""Titles of an agenda that were damaged, made whole with the words of the rest of the paper.

A false column cuts a title over two cells; a poor text layer loses letters. The report of the item
prints the title again, below a line such as "Item 3".
"""

import re
from bisect import bisect
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from functools import cached_property

from pipelines.documents import Block, Document, Passage, Span

# Item 3, Agenda item 4b: the mark above the report of an item
MARK = re.compile(r"^(?:agenda )?item\s+(?P<number>\d{1,3}[a-z]?)$", re.IGNORECASE)
WORD = re.compile(r"[A-Za-z][A-Za-z'’-]*")
SAME_TITLE = 0.85  # share of like letters from which a heading is the same title, undamaged
LONGEST_TITLE = 200  # characters
LINES_BELOW = 4  # of a mark, among which the title of its report is
FEWEST_LETTERS = 3  # of a damaged word, with which the whole one begins
FEWEST_OF_WORD = 4  # letters of a word that tells titles apart


class WholeTitles:
    """Mends titles by the lines of a paper that are not those of its agenda."""

    def __init__(self, document: Document, agenda: Sequence[Passage]) -> None:
        """Take a paper and the passages that print the items of its agenda."""
        printed = {(passage.span, passage.text) for passage in agenda}
        self._blocks = [block for block in document.blocks if not _prints(block, printed)]
        self._furniture = document.furniture

    @cached_property
    def _words(self) -> set[str]:
        return {word.casefold() for block in self._blocks for word in WORD.findall(block.text)}

    @cached_property
    def _headings(self) -> dict[str, str]:
        """Each short line of the paper, and its words as they are compared."""
        lines = (block.text for block in self._blocks if not block.rows)
        return {line: line.casefold() for line in lines if len(line) <= LONGEST_TITLE}

    @cached_property
    def _reports(self) -> dict[str, list[str]]:
        """The lines below the mark of each item, which may be a running line of its pages."""
        found: dict[str, list[str]] = {}
        marks = [(number + 1, block.text) for number, block in enumerate(self._blocks)]
        places = [_place(block.passage) for block in self._blocks]
        marks += [(bisect(places, _place(line)), line.text) for line in self._furniture]
        for first, text in marks:
            mark = MARK.match(text)
            if mark:
                below = _titles(self._blocks[first : first + LINES_BELOW])
                found.setdefault(mark["number"].lower(), []).extend(below)
        return found

    def joined(self, cells: Sequence[str]) -> tuple[str, bool]:
        """The title of a row, and whether a heading of the paper replaced a damaged one."""
        title = cells[0]
        is_damaged = False
        for cell in cells[1:]:
            left, right = _last_word(title), _first_word(cell)
            if (left + right).casefold() in self._words:
                title += cell
            else:
                is_damaged = is_damaged or not {left.casefold(), right.casefold()} <= self._words
                title = f"{title} {cell}"
        if not is_damaged:
            return title, False
        heading = self._like_heading("".join(cells)) or self._like_heading(title)
        return (heading, True) if heading else (title, False)

    def of_report(self, item_no: str, title: str) -> str | None:
        """The title above the report of an item, if that in the agenda is a damaged form of it."""
        headings = self._reports.get(item_no.lower(), ())
        if not headings or title in headings:
            return None
        words = [word.casefold() for word in WORD.findall(title)]
        unknown = [word for word in words if word not in self._words]
        if not unknown:
            return None
        return next((each for each in headings if _is_damaged(title, words, unknown, each)), None)

    def _like_heading(self, title: str) -> str | None:
        scored: list[tuple[float, str]] = []
        one = title.casefold()
        for heading, other in self._headings.items():
            # Lengths and letters bound the likeness of two titles and rule out most pairs.
            if 2 * min(len(one), len(other)) / (len(one) + len(other)) < SAME_TITLE:
                continue
            matcher = SequenceMatcher(None, one, other)
            if matcher.quick_ratio() >= SAME_TITLE:
                scored.append((matcher.ratio(), heading))
        score, heading = max(scored, default=(0.0, ""))
        return heading if score >= SAME_TITLE else None


def _prints(block: Block, printed: set[tuple[Span, str]]) -> bool:
    passages = [row.passage for row in block.rows] or [block.passage]
    return any((passage.span, passage.text) in printed for passage in passages)


def _place(passage: Passage) -> tuple[int, int]:
    return passage.span.page or 1, passage.span.first_line


def _titles(blocks: Sequence[Block]) -> Iterator[str]:
    """The lines below a mark that may be a title, up to the first sentence."""
    for block in blocks:
        if block.rows or len(block.text) > LONGEST_TITLE or block.text.endswith("."):
            return
        yield block.text


def _is_damaged(title: str, words: list[str], unknown: list[str], heading: str) -> bool:
    """Whether a title is what damage left of a heading.

    Its sound words are in the heading, and each damaged word begins as one there.
    """
    if SequenceMatcher(None, title.casefold(), heading.casefold()).ratio() >= SAME_TITLE:
        return True
    whole = [word.casefold() for word in WORD.findall(heading)]
    sound = [word for word in words if word not in unknown and len(word) >= FEWEST_OF_WORD]
    beginnings = [word[:FEWEST_LETTERS] for word in unknown if len(word) >= FEWEST_LETTERS]
    return (
        len(beginnings) == len(unknown)
        and set(sound) <= set(whole)
        and all(any(word.startswith(each) for word in whole) for each in beginnings)
    )


def _last_word(text: str) -> str:
    words = WORD.findall(text)
    return words[-1] if words else ""


def _first_word(text: str) -> str:
    words = WORD.findall(text)
    return words[0] if words else ""
