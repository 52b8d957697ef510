"""Running headers and footers of a PDF: short lines at the same height of several pages."""

import re
from collections import Counter
from collections.abc import Sequence

from pipelines.readers.furniture import LONGEST_FURNITURE, PAGE_MARK
from pipelines.readers.pdf.layout.lines import Line

DIGITS = re.compile(r"\d+")
EDGE_LINES = 4  # lines at the head and at the foot of a page that may be furniture
EDGE_SHARE = 0.15  # of the page's height
SAME_HEIGHT = 4.0  # points
REPEATS = 3  # pages
CLEAR = 0.3  # heights that stay free between furniture and text


def find_running_lines(pages: Sequence[Sequence[Line]], heights: Sequence[float]) -> list[set[int]]:
    """For each page the positions of its running lines.

    Args:
        pages: The lines of each page from the top down, page by page.
        heights: The height of each page in points.
    """
    edges = [_edges(lines, height) for lines, height in zip(pages, heights, strict=True)]
    counted: Counter[tuple[str, int]] = Counter()
    for lines, (head, foot) in zip(pages, edges, strict=True):
        near = [lines[number] for number in (*head, *foot)]
        short = [line for line in near if len(line.text) <= LONGEST_FURNITURE]
        counted.update({key for line in short for key in _keys(line)})
    least = min(REPEATS, max(len(pages), 2))
    return [
        {*_running(lines, head, counted, least), *_running(lines, foot, counted, least)}
        for lines, (head, foot) in zip(pages, edges, strict=True)
    ]


def _edges(lines: Sequence[Line], height: float) -> tuple[list[int], list[int]]:
    """Positions of the lines near the head and near the foot, the outermost first."""
    if not lines:
        return [], []
    top = min(line.top for line in lines)
    count = len(lines)
    head = [n for n in range(count)[:EDGE_LINES] if lines[n].top - top <= EDGE_SHARE * height]
    bottom = max(line.bottom for line in lines)
    foot = [
        n
        for n in reversed(range(count)[-EDGE_LINES:])
        if bottom - lines[n].bottom <= EDGE_SHARE * height and n not in head
    ]
    return head, foot


def _keys(line: Line) -> list[tuple[str, int]]:
    """The key for equal running lines: words without digits, and approximate height."""
    words = DIGITS.sub("#", line.text.casefold())
    place = int(line.top // SAME_HEIGHT)
    return [(words, place), (words, place + 1)]


def _running(
    lines: Sequence[Line], edge: Sequence[int], counted: Counter[tuple[str, int]], least: int
) -> list[int]:
    found: list[int] = []
    for position, number in enumerate(edge):
        line = lines[number]
        if len(line.text) > LONGEST_FURNITURE:
            break
        is_mark = position == 0 and bool(PAGE_MARK.match(line.text))
        if not is_mark and max(counted[key] for key in _keys(line)) < least:
            break
        found.append(number)
    while found and not _is_clear(lines, found[-1], edge):
        found.pop()
    return found


def _is_clear(lines: Sequence[Line], number: int, edge: Sequence[int]) -> bool:
    """Whether there is a gap between a line and the text next to it."""
    is_head = bool(edge) and edge[0] < len(lines) / 2
    inner = number + 1 if is_head else number - 1
    if not 0 <= inner < len(lines):
        return True
    line, text = lines[number], lines[inner]
    gap = text.top - line.bottom if is_head else line.top - text.bottom
    return gap >= CLEAR * line.height
