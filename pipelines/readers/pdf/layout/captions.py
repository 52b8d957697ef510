"""Captions of tables: one that is set as narrow as its table wraps, though its column has room."""

from collections.abc import Sequence
from dataclasses import replace

from pipelines.documents import Kind
from pipelines.readers.pdf.layout.elements import Element, Prose, Table
from pipelines.readers.pdf.layout.lines import Extent
from pipelines.readers.pdf.layout.paragraphs import had_room, is_one_font

LINE_GAP = 0.4  # heights: lines of one caption are closer
TABLE_GAP = 2.5  # heights: a caption is that close to its table
BESIDE = 6.0  # points by which a caption may reach over the edges of its table


def with_whole_captions(elements: Sequence[Element]) -> list[Element]:
    """The elements, headings right above a table that are lines of its caption joined."""
    found: list[Element] = []
    for element in elements:
        if isinstance(element, Table):
            while len(found) > 1 and _is_one_caption(found[-2], found[-1], element):
                last = found.pop()
                found[-1] = _joined(found[-1], last)
        found.append(element)
    return found


def _joined(above: Element, below: Element) -> Element:
    if isinstance(above, Prose) and isinstance(below, Prose):
        return replace(above, lines=above.lines + below.lines)
    return above


def _is_one_caption(above: Element, below: Element, table: Table) -> bool:
    """Whether two headings are lines of one caption: the table's width left no room."""
    if not (isinstance(above, Prose) and isinstance(below, Prose)):
        return False
    if above.kind is not Kind.HEADING or below.kind is not Kind.HEADING:
        return False
    line, next_line = above.lines[-1], below.lines[0]
    room = Extent(table.left - BESIDE, table.right + BESIDE)
    return (
        is_one_font(line, next_line)
        and next_line.top - line.bottom <= LINE_GAP * line.height
        and table.top - below.lines[-1].bottom <= TABLE_GAP * line.height
        and all(room.left <= each.left and each.right <= room.right for each in (line, next_line))
        and not had_room(line, next_line, Extent(table.left, table.right))
    )
