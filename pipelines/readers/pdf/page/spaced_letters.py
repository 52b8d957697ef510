"""Headings of a PDF whose letters are set apart, each as if it were a word: H A R B O U R."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median

from pipelines.readers.pdf.page.characters import Word

FEWEST_LETTERS = 6
TWO_ALONE = b"\1\1"  # some of such a line are beside each other
SHARE_ALONE = 0.6  # of the words of such a line: two letters that touch are one word
LETTER_GAP = 0.4  # heights: letters are closer, marks in the columns of a table are not
WORD_GAP = 1.7  # times the gap between two letters: a wider one parts words


def join_letters(words: Sequence[Word]) -> list[Word]:
    """The words of a page in printed order, with spaced letters joined."""
    alone = bytes([len(word.text) == 1 for word in words])
    if alone.count(1) < FEWEST_LETTERS or TWO_ALONE not in alone:
        return list(words)
    return [word for line in _lines(words) for word in _joined(line)]


def _lines(words: Sequence[Word]) -> Iterator[list[Word]]:
    """Words that follow each other to the right at one height."""
    line: list[Word] = []
    for word in words:
        if line and (word.left < line[-1].right - 1 or word.top > line[-1].bottom):
            yield line
            line = []
        line.append(word)
    yield line


def _joined(line: list[Word]) -> list[Word]:
    if len(line) < FEWEST_LETTERS:
        return line
    alone = [len(word.text) for word in line].count(1)
    if alone < FEWEST_LETTERS or alone < SHARE_ALONE * len(line):
        return line
    gaps = [word.left - before.right for before, word in pairwise(line)]
    usual = median(gaps)
    if usual > LETTER_GAP * (line[0].bottom - line[0].top):
        return line
    found: list[list[Word]] = [[line[0]]]
    for gap, word in zip(gaps, line[1:], strict=True):
        if gap > WORD_GAP * usual:
            found.append([])
        found[-1].append(word)
    return [_one(letters) for letters in found]


def _one(letters: Sequence[Word]) -> Word:
    first = letters[0]
    return Word(
        "".join(letter.text for letter in letters),
        first.left,
        letters[-1].right,
        min(letter.top for letter in letters),
        max(letter.bottom for letter in letters),
        first.start,
        first.is_apart,
    )
