"""Headings that stand on the first line of their paragraph, bold and a wide gap before it."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from pipelines.readers.pdf_lines import Fragment, Line

GAPS = (0.75, 1.5)  # font sizes between heading and text: less is a space, more are columns
FEWEST_WORDS = 3  # of the text: fewer may be the value of a label
LINE_GAP = 0.5  # heights: lines of one heading stand closer


def part_run_in_headings(paragraphs: Iterable[list[Line]]) -> list[list[Line]]:
    """Paragraphs, those that begin with a heading cut behind it.

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


def _parts(lines: list[Line]) -> tuple[list[Line], list[Line]]:
    first = lines[0]
    count = sum(_are_bold(first.fragments[: end + 1]) for end in range(len(first.fragments)))
    heading, text = first.fragments[:count], first.fragments[count:]
    words = sum(len(line.words) for line in lines) - sum(len(piece.words) for piece in heading)
    if not heading or not text or words < FEWEST_WORDS or not _is_run_in(heading[-1], text):
        return [], lines
    return [_line_of(first, heading)], [_line_of(first, text), *lines[1:]]


def _begins(above: Sequence[Line], heading: Line) -> bool:
    """Whether bold lines go on with a heading right below, at one left edge."""
    line = above[-1]
    gap = heading.top - line.bottom
    is_below = gap < LINE_GAP * heading.height and heading.words[0].left <= line.words[-1].left
    return line.is_bold and line.font == heading.font and is_below


def _are_bold(pieces: Sequence[Fragment]) -> bool:
    return all(piece.font.is_bold for piece in pieces)


def _is_run_in(heading: Fragment, text: Sequence[Fragment]) -> bool:
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
