"""Separates words divided at the end of a line from words with a real hyphen."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from pipelines.readers.pdf.layout.elements import Element, Prose
from pipelines.readers.pdf.layout.lines import Line

HYPHEN = "-"
# the Har-: letters and a hyphen at the end of a line; a single letter is never split off
HEAD = re.compile(r"(?<![^\W\d_])([^\W\d_]{2,}+)-$")
# bour: how the line below begins, in small letters
TAIL = re.compile(r"[^\W\d_A-Z][^\W\d_]+")
FEWEST_DIVIDED = 3  # number of known divided words that shows that the paper divides words
Division = tuple[str, str]  # the letters before and after a hyphen at the end of a line


def join_divided_words(pages: Sequence[Sequence[Element]]) -> list[list[Element]]:
    """Pages whose lines that end within a word, at a typesetter's hyphen, are marked as such.

    The rest of the paper decides, if it prints the word whole or with its hyphen. A word that it
    prints neither way counts as divided if the paper divides others.
    """
    held = [[_divisions(element) for element in elements] for elements in pages]
    found = {division for divisions in held for each in divisions for division in each}
    divided = _divided(found, pages) if found else frozenset()
    return [
        [
            element if divided.isdisjoint(divisions) else _marked(element, divided)
            for element, divisions in zip(elements, each, strict=True)
        ]
        for elements, each in zip(pages, held, strict=True)
    ]


def _paragraphs(element: Element) -> Iterator[list[Line]]:
    if isinstance(element, Prose):
        yield element.lines
        return
    for row in element.rows:
        for cell in row:
            yield from cell


def _divisions(element: Element) -> set[Division]:
    found = set()
    for lines in _paragraphs(element):
        for number in range(len(lines) - 1):
            if lines[number].fragments[-1].text[-1] == HYPHEN:
                division = _division(lines[number], lines[number + 1])
                if division:
                    found.add(division)
    return found


def _division(line: Line, below: Line) -> Division | None:
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
    printed = printed.casefold()
    kept = {each for each in found if _holds(printed, HYPHEN.join(each))}
    whole = {each for each in found - kept if _holds(printed, "".join(each))}
    return frozenset(found - kept if len(whole) >= FEWEST_DIVIDED else whole)


def _holds(printed: str, word: str) -> bool:
    """Whether a text has a word, and not only within a longer one."""
    # Each word is looked for once: a pattern of its own would cost more than the search.
    start = printed.find(word)
    while start >= 0:
        end = start + len(word)
        beside = printed[start - 1 : start] + printed[end : end + 1]
        if not any(character.isalnum() or character == HYPHEN for character in beside):
            return True
        start = printed.find(word, end)
    return False


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
