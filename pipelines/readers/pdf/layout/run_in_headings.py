"""Headings on the first line of their paragraph, in bold and with a wide gap after them."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import takewhile

from pipelines.readers.pdf.layout.lines import Fragment, Line

GAPS = (0.75, 1.5)  # font sizes between heading and text: less is a space, more are columns
FEWEST_WORDS = 3  # of the text: fewer may be the value of a label
SLIP = 1.5  # points by which the cells of a column may begin off each other
LINE_GAP = 0.5  # heights: lines of one heading are closer


def part_run_in_headings(paragraphs: Iterable[list[Line]]) -> list[list[Line]]:
    """Paragraphs, cut after a heading at their start.

    Some typesetters set small headings so: bold, and the text a quad behind on the same line. A
    long one begins with bold lines.
    """
    found: list[list[Line]] = []
    for lines in paragraphs:
        heading, text = _parts(lines)
        if heading and found and _begins(found[-1], heading[0]):
            heading = [*found.pop(), *heading]
        found += filter(None, (heading, text))
    return found


def is_run_in(line: Line, rows: Iterator[Line]) -> bool:
    """Whether a line is a heading and its text, not a row: none below begins where the text does.

    Args:
        line: The line.
        rows: The lines below that have several pieces.
    """
    if not _opens_with_heading(line):
        return False
    row = next(rows, None)
    return row is None or not any(
        abs(piece.left - each.left) <= SLIP
        for piece in line.fragments[1:]
        for each in row.fragments[1:]
    )


def _opens_with_heading(line: Line) -> bool:
    """Whether a line begins in bold and continues after a quad in other print."""
    count = _bold_pieces(line)
    heading, text = line.fragments[:count], line.fragments[count:]
    return bool(heading and text) and _are_apart(heading[-1], text)


def _parts(lines: list[Line]) -> tuple[list[Line], list[Line]]:
    first = lines[0]
    if len(first.fragments) == 1 or not _opens_with_heading(first):
        return [], lines
    count = _bold_pieces(first)
    heading, text = first.fragments[:count], first.fragments[count:]
    words = sum(len(line.words) for line in lines) - sum(len(piece.words) for piece in heading)
    if words < FEWEST_WORDS:
        return [], lines
    return [_line_of(first, heading)], [_line_of(first, text), *lines[1:]]


def _bold_pieces(line: Line) -> int:
    """How many pieces a line begins with that are bold."""
    return len(list(takewhile(lambda piece: piece.font.is_bold, line.fragments)))


def _begins(above: Sequence[Line], heading: Line) -> bool:
    """Whether bold lines continue with a heading right below, at one left edge."""
    line = above[-1]
    gap = heading.top - line.bottom
    is_below = gap < LINE_GAP * heading.height and heading.words[0].left <= line.words[-1].left
    return line.is_bold and line.font == heading.font and is_below


def _are_apart(heading: Fragment, text: Sequence[Fragment]) -> bool:
    size = heading.font.size
    least, most = (times * size for times in GAPS)
    return (
        least <= text[0].left - heading.right <= most
        and not any(piece.font.is_bold for piece in text)
        and heading.text[-1:].isalnum()
        and any(map(str.isalpha, heading.text))
    )


def _line_of(line: Line, pieces: list[Fragment]) -> Line:
    left, right = pieces[0].left, pieces[-1].right
    return replace(line, fragments=pieces, left=left, right=right)
