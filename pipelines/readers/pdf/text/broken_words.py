"""Joins words and dates that a narrow cell broke in two without a hyphen."""

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from pipelines.readers.pdf.layout.elements import CellLines, Element, Prose, Table
from pipelines.readers.pdf.layout.lines import Extent, Line

# harbourm: a word that may continue, and its continuation
HEAD = re.compile(r"^\W*[^\W\d_][\w'’@./-]*[^\W\d_]$")
TAIL = re.compile(r"^[^\W\d_A-Z]")
# North harbour, and an s below it: no word has that one letter
LETTER = re.compile(r"^[b-z]$")
LETTERS = re.compile(r"[^\W\d_]{2}$")
# 09/03/2, and a 017 below it
DATE = re.compile(r"^\d{1,2}([/.])\d{1,2}\1(?:\d{2}|(?:19|20)\d{2})$")
SHORTEST_WORD = 5  # letters: two parts as long as this are two words, unless the paper joins them
WORD = re.compile(r"[^\W\d_][\w'’@./-]*")


def mend_broken_words(pages: Sequence[Sequence[Element]]) -> list[list[Element]]:
    """Pages whose cells have lines that end within a word marked as such, in one paragraph.

    A word that is wider than its cell is cut at the end of the cell. The rest of the paper decides
    between one word and two, if it prints the whole word or its parts; else the room left decides.
    """
    if not any(_may_hold_broken_words(element) for elements in pages for element in elements):
        return [list(elements) for elements in pages]
    printed = "\n".join(
        line.text
        for elements in pages
        for element in elements
        for line in _lines_of_whole_words(element)
    )
    known = set(WORD.findall(printed.casefold()))
    return [[_mended(element, known) for element in elements] for elements in pages]


def _may_hold_broken_words(element: Element) -> bool:
    return isinstance(element, Table) and any(
        _may_be_broken(*pair)
        for row in element.rows
        for cell in row
        if _has_lines(cell)
        for pair in pairwise(line for paragraph in cell for line in paragraph)
    )


def _has_lines(cell: CellLines) -> bool:
    """Whether a cell has several lines, which few have."""
    return len(cell) > 1 or (bool(cell) and len(cell[0]) > 1)


def _lines_of_whole_words(element: Element) -> Iterator[Line]:
    if isinstance(element, Prose):
        yield from element.lines
        return
    for row in element.rows:
        for cell in row:
            lines = [line for paragraph in cell for line in paragraph]
            if len(lines) < 2:  # as in most cells
                yield from lines
                continue
            doubtful = {n for n, pair in enumerate(pairwise(lines)) if _may_be_broken(*pair)}
            yield from (
                line for n, line in enumerate(lines) if n not in doubtful and n - 1 not in doubtful
            )


def _may_be_broken(line: Line, below: Line) -> bool:
    """Whether a line is one word and the next begins with a small letter, or both are one word."""
    return bool(HEAD.match(line.text) and TAIL.match(below.text)) or _is_torn(line, below)


def _is_torn(line: Line, below: Line) -> bool:
    """Whether two lines are a word and its last letter, or a date."""
    if LETTER.match(below.text):
        return bool(LETTERS.search(line.text))
    return below.text[:1].isdigit() and bool(DATE.match(line.text + below.text))


def _mended(element: Element, known: set[str]) -> Element:
    if isinstance(element, Prose):
        return element
    rooms = [_room(element, number, column) for number, column in enumerate(element.columns)]
    rows = [
        [
            _mended_cell(cell, room, known) if _has_lines(cell) else cell
            for cell, room in zip(row, rooms, strict=True)
        ]
        for row in element.rows
    ]
    return replace(element, rows=rows)


def _room(table: Table, number: int, column: Extent) -> float:
    """The width that words may have between ruling lines; without these nothing limits them."""
    if not table.is_ruled:
        return math.inf
    lefts = [line.left for row in table.rows for lines in row[number] for line in lines]
    width = column.right - column.left
    return width - 2 * (min(lefts) - column.left) if lefts else width


def _mended_cell(cell: CellLines, room: float, known: set[str]) -> CellLines:
    mended: CellLines = []
    for paragraph in cell:
        for number, line in enumerate(paragraph):
            above = mended[-1][-1] if mended else None
            if above is not None and _is_broken(above, line, room, known):
                mended[-1][-1] = replace(above, is_broken=True)
            elif number == 0:
                mended.append([])
            mended[-1].append(line)
    return mended


def _is_broken(line: Line, below: Line, room: float, known: set[str]) -> bool:
    if not _may_be_broken(line, below):
        return False
    if _is_torn(line, below):
        return True
    head, tail = line.text.casefold(), below.text.split()[0].casefold()
    whole = WORD.findall(head + tail)
    if whole and whole[-1] in known:
        return True
    if known.intersection(WORD.findall(head)) or known.intersection(WORD.findall(tail)):
        return False
    if min(len(head), len(tail)) >= SHORTEST_WORD:
        return False
    letter = line.width / len(line.text)
    return line.width + letter > room
