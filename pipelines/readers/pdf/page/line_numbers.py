"""Numbers in the margin that count the lines of a PDF paper, as drafts have."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from pipelines.readers.pdf.layout.lines import Fragment, Line

FEWEST_NUMBERS = 15  # of a page: an agenda whose items have a line each has fewer
NUMBERED = 0.85  # share of such a page's lines: the title of an agenda has no number
SLIP = 2.0  # points by which a number may deviate from the others


def without_line_numbers(pages: Sequence[list[Line]]) -> list[list[Line]]:
    """The lines of all pages without the numbers that count them.

    A page with a number for every line shows the position of the numbers. Numbers in that position
    are left out of all pages, including pages with tables, whose rows have no numbers.
    """
    edges = {edge for edge in map(_edge, pages) if edge is not None}
    if not edges:
        return list(pages)
    return [_without(lines, edges) for lines in pages]


def _edge(lines: Sequence[Line]) -> float | None:
    """The right edge of the line numbers of a page; None for pages without them."""
    numbers = [line.fragments[0] for line in lines if line.fragments[0].text.isdigit()]
    edge = numbers[0].right if numbers else 0.0
    # The page's own number is elsewhere.
    counted = [int(piece.text) for piece in numbers if abs(piece.right - edge) <= SLIP]
    if len(counted) < max(FEWEST_NUMBERS, NUMBERED * len(lines)):
        return None
    is_count = all(below == above + 1 for above, below in pairwise(counted))
    return edge if is_count else None


def _without(lines: Sequence[Line], edges: set[float]) -> list[Line]:
    kept: list[Line] = []
    for line in lines:
        number, *pieces = line.fragments
        if not _is_number(number, edges):
            kept.append(line)
        elif pieces:
            kept.append(_line_of(line, pieces))
    return kept


def _is_number(piece: Fragment, edges: set[float]) -> bool:
    return piece.text.isdigit() and any(abs(piece.right - edge) <= SLIP for edge in edges)


def _line_of(line: Line, pieces: list[Fragment]) -> Line:
    return replace(
        line,
        fragments=pieces,
        left=pieces[0].left,
        top=min(piece.top for piece in pieces),
        bottom=max(piece.bottom for piece in pieces),
    )
