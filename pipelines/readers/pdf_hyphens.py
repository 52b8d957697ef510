"""Words that a typesetter divided at the end of a line, told from those that have a hyphen."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from pipelines.readers.pdf_elements import Element, Prose
from pipelines.readers.pdf_lines import Line

HYPHEN = "-"
# the Har-: letters and a hyphen at the end of a line; one letter alone is never parted
HEAD = re.compile(r"([^\W\d_]{2,})-$")
# bour: how the line below begins, in small letters
TAIL = re.compile(r"[^\W\d_A-Z][^\W\d_]+")
# harbour or self-help
WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
FEWEST_DIVIDED = 3  # words known to be divided, from which the paper is set with divided words
Division = tuple[str, str]  # the letters before and after a hyphen at the end of a line


def join_divided_words(pages: Sequence[Sequence[Element]]) -> list[list[Element]]:
    """Pages whose lines that end within a word, at a typesetter's hyphen, are marked as such.

    The rest of the paper tells: it prints the word whole, or with its hyphen. What it prints
    neither way is taken as divided where the paper divides others.
    """
    found = {
        division
        for elements in pages
        for element in elements
        for lines in _paragraphs(element)
        for division in _divisions(lines)
    }
    divided = _divided(found, pages) if found else frozenset()
    if not divided:
        return [list(elements) for elements in pages]
    return [[_marked(element, divided) for element in elements] for elements in pages]


def _paragraphs(element: Element) -> Iterator[list[Line]]:
    if isinstance(element, Prose):
        yield element.lines
        return
    for row in element.rows:
        for cell in row:
            yield from cell


def _divisions(lines: Sequence[Line]) -> Iterator[Division]:
    for number in range(len(lines) - 1):
        division = _division(lines[number], lines[number + 1])
        if division:
            yield division


def _division(line: Line, below: Line) -> Division | None:
    if not line.fragments[-1].text.endswith(HYPHEN):
        return None
    head, tail = HEAD.search(line.text), TAIL.match(below.text)
    return (head[1].casefold(), tail[0]) if head and tail else None


def _divided(found: set[Division], pages: Sequence[Sequence[Element]]) -> frozenset[Division]:
    printed = "\n".join(
        line.text
        for elements in pages
        for element in elements
        for lines in _paragraphs(element)
        for line in lines
    )
    known = set(WORD.findall(printed.casefold()))
    kept = {each for each in found if HYPHEN.join(each) in known}
    whole = {each for each in found - kept if "".join(each) in known}
    return frozenset(found - kept if len(whole) >= FEWEST_DIVIDED else whole)


def _marked(element: Element, divided: frozenset[Division]) -> Element:
    if isinstance(element, Prose):
        return replace(element, lines=_marked_lines(element.lines, divided))
    rows = [
        [[_marked_lines(lines, divided) for lines in cell] for cell in row] for row in element.rows
    ]
    return replace(element, rows=rows)


def _marked_lines(lines: Sequence[Line], divided: frozenset[Division]) -> list[Line]:
    marked = [
        replace(line, is_broken=True) if _division(line, below) in divided else line
        for line, below in pairwise(lines)
    ]
    return [*marked, *lines[-1:]]
