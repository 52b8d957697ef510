"""The content of a PDF page in reading order: headings, paragraphs, list items and tables."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from pipelines.documents import Kind
from pipelines.readers.pdf.layout.captions import with_whole_captions
from pipelines.readers.pdf.layout.columns import Item, split_flows
from pipelines.readers.pdf.layout.elements import Element, Prose, Table
from pipelines.readers.pdf.layout.lines import Extent, Fragment, Line, lines_of
from pipelines.readers.pdf.layout.list_columns import part_lists
from pipelines.readers.pdf.layout.paragraphs import (
    BULLET,
    SAME_SIZE,
    opens_item,
    paragraphs_of,
    room_of,
)
from pipelines.readers.pdf.layout.run_in_headings import part_run_in_headings
from pipelines.readers.pdf.tables.borderless import find_tables

LONGEST_HEADING = 160  # characters: longer bold print is emphasis
SIZES_OF_LEVELS = (1.6, 1.3, SAME_SIZE)  # times the body's: the levels of headings by size
RARE_GAP = 0.02  # share of the gaps of a paper that a slip may make
RARE_LINES = 2  # gaps that a slip may make in a short paper
WIDE_GAP = 0.4  # of the font's size: lines of one paragraph are seldom further apart
SHARE_WRAPPED = 0.2  # of the gaps of double spacing: the rest parts paragraphs or sentences
FULL_WIDTH = 0.95  # share of a flow's lines that end within its room
LABEL_LINES = 3  # of a label of rows that is wrapped in its column
LABEL_GAP = 1.6  # heights: the greatest distance of a label below the row before
FEWEST_HEADS = 3  # in the last line of a page: fewer may be anything
LABEL_GUTTER = 2.0  # points between labels and the first head
NARROWEST_LABELS = 30.0  # points left of the first head that may hold labels of rows
SLIP = 1.0  # points by which words may deviate from their column
RAGGED = 0.15  # of a flow's width: a line that ends further left than this ended on purpose
# 4 Harbour dues: the number and the title of an item
TITLED = re.compile(r"^\d{1,3}\s+[A-Z]")
# the end of a sentence or of the opening of a list
ENDED = re.compile(r"[.:;!?][\"”’')\]]*$")


@dataclass(frozen=True, slots=True)
class Body:
    """The paper's usual print: the font size in points, and the gap between two lines."""

    size: float
    gap: float


def usual_print(pages: Sequence[Sequence[Line]]) -> Body:
    """The font size that most characters have, and the usual gap between its lines."""
    sizes: Counter[float] = Counter()
    gaps: Counter[float] = Counter()
    wrapped: Counter[float] = Counter()
    for lines in pages:
        for line in lines:
            for piece in line.fragments:
                sizes[piece.font.size] += len(piece.text)
    size = max(sizes, key=lambda each: (sizes[each], each), default=0.0)
    for lines in pages:
        printed = [piece for line in lines for piece in line.fragments]
        printed.sort(key=lambda piece: piece.words[0].start)
        for above, below in pairwise(printed):
            if above.font.size == size == below.font.size and _is_below(above, below):
                gap = round((below.top - above.bottom) * 2) / 2
                gaps[gap] += 1
                wrapped[gap] += below.text[:1].islower()
    return Body(size, _line_gap(gaps, wrapped, size))


def _is_below(above: Fragment, below: Fragment) -> bool:
    return (
        below.top - above.top > above.height / 2
        and below.left < above.right
        and below.right > above.left
    )


def _line_gap(gaps: Counter[float], wrapped: Counter[float], size: float) -> float:
    """The smallest gap that is not rare: lines of one paragraph are closest.

    A wide one is that of a paper set in double spacing if lines go on in small letters across it;
    else most paragraphs have but one line, and it is the gap between paragraphs.
    """
    least = max(RARE_GAP * sum(gaps.values()), RARE_LINES)
    common = min((gap for gap, count in gaps.items() if count >= least), default=0.0)
    if common <= WIDE_GAP * size or wrapped[common] >= SHARE_WRAPPED * gaps[common]:
        return common
    return max((gap for gap in wrapped if 0 <= gap <= WIDE_GAP * size), default=WIDE_GAP * size / 2)


def lay_out(
    lines: list[Line], tables: Sequence[Table], body: Body, carried: Sequence[Extent]
) -> list[list[Element]]:
    """The elements of a page in reading order, a list for each column that goes on from another.

    Args:
        lines: Those outside ruled tables, running lines left out.
        tables: The ruled tables.
        body: The paper's usual print.
        carried: The columns of a table without ruling lines that the page before ended with.
    """
    columns: list[list[Element]] = [[]]
    flows = split_flows([*(piece for line in lines for piece in line.fragments), *tables])
    for flow in flows:
        if flow.is_next_column:
            carried = carried_columns(columns[-1])
            columns.append([])
        made = lines if len(flows) == 1 else _lines_in(flow.items)
        found = with_whole_captions(
            list(_flow_elements(flow.items, made, body, () if columns[-1] else carried))
        )
        if flow.is_next_column and columns[-2] and found and is_cut(columns[-2][-1], found[0]):
            columns[-2][-1] = _joined(columns[-2][-1], found.pop(0))
        columns[-1] += found
    return columns


def carried_columns(elements: Sequence[Element]) -> Sequence[Extent]:
    """The columns of the table without ruling lines that a page or column ends with.

    Right below it may be a label of the rows on the next page, wrapped in the first column. Of
    a table all of whose rows are on the next page, its heads may be the last line.
    """
    label: list[Line] = []
    for element in reversed(elements):
        if isinstance(element, Table):
            if label and not _is_label(label, element):
                break
            return () if element.is_ruled else element.columns
        label = [*element.lines, *label]
        if len(label) > LABEL_LINES:
            break
    return _columns_of_heads(elements)


def _columns_of_heads(elements: Sequence[Element]) -> Sequence[Extent]:
    """The columns below heads that are the last line, with one for labels left of them."""
    prose = [element for element in elements if isinstance(element, Prose)]
    heads = prose[-1].lines[-1].fragments if prose and prose[-1] is elements[-1] else []
    if len(heads) < FEWEST_HEADS:
        return ()
    margin = min(line.left for element in prose for line in element.lines)
    columns = [Extent(piece.left, piece.right) for piece in heads]
    if heads[0].left - margin < NARROWEST_LABELS:
        return columns
    return [Extent(margin, heads[0].left - LABEL_GUTTER), *columns]


def _is_label(lines: Sequence[Line], table: Table) -> bool:
    """Whether lines right below a table are only in its first column."""
    first = table.columns[0]
    is_near = lines[0].top - table.bottom <= LABEL_GAP * lines[0].height
    return is_near and all(
        line.left >= first.left - SLIP and line.right <= first.right + SLIP for line in lines
    )


def _lines_in(items: Sequence[Item]) -> list[Line]:
    return lines_of(item for item in items if isinstance(item, Fragment))


def _flow_elements(
    items: Sequence[Item], lines: list[Line], body: Body, carried: Sequence[Extent]
) -> Iterator[Element]:
    room = room_of(lines, FULL_WIDTH)
    has_tables = any(isinstance(item, Table) for item in items)
    for number, part in enumerate(_parts(items) if has_tables else (lines,)):
        if isinstance(part, Table):
            yield part
        else:
            yield from _elements(part, body, room, () if number else carried)


def _joined(head: Element, tail: Element) -> Element:
    """A paragraph that the break between two columns cut."""
    if isinstance(head, Prose) and isinstance(tail, Prose):
        return replace(head, lines=head.lines + tail.lines, is_full=tail.is_full)
    return head


def is_cut(head: Element, tail: Element) -> bool:
    """Whether the break of a column or page between two elements cut a sentence."""
    if not isinstance(head, Prose) or not isinstance(tail, Prose):
        return False
    first = tail.lines[0]
    return (
        head.kind is not Kind.HEADING
        and tail.kind is Kind.PARAGRAPH
        and not ENDED.search(head.lines[-1].text)
        and (head.is_full or first.text[0].islower())
        and not opens_item(first)
        and not TITLED.match(first.text)
        and first.font == head.lines[-1].font
    )


def _parts(flow: Sequence[Item]) -> Iterator[Table | list[Line]]:
    """Ruled tables and the lines between them."""
    tables = sorted((item for item in flow if isinstance(item, Table)), key=lambda item: item.top)
    rest = [item for item in flow if isinstance(item, Fragment)]
    for table in tables:
        middle = (table.top + table.bottom) / 2
        above = [piece for piece in rest if piece.top < min(table.top, middle)]
        rest = [piece for piece in rest if piece.top >= min(table.top, middle)]
        if above:
            yield lines_of(above)
        yield table
    if rest:
        yield lines_of(rest)


def _elements(
    lines: list[Line], body: Body, room: Extent, carried: Sequence[Extent]
) -> Iterator[Element]:
    for number, (stretch, is_column) in enumerate(part_lists(lines)):
        if is_column:
            yield from _prose_of(stretch, body, room_of(stretch))
            continue
        for part in find_tables(stretch, () if number else carried):
            if isinstance(part, Table):
                yield part
            else:
                yield from _prose_of(part, body, room)


def _prose_of(lines: list[Line], body: Body, room: Extent) -> Iterator[Prose]:
    for paragraph in part_run_in_headings(paragraphs_of(lines, room, body.gap)):
        yield _prose(paragraph, body, room)


def _prose(lines: list[Line], body: Body, room: Extent) -> Prose:
    level = _heading_level(lines, body)
    if level:
        return Prose(lines, Kind.HEADING, level)
    last = lines[-1]
    is_full = room.right - last.right <= RAGGED * (room.right - room.left)
    is_item = BULLET.match(lines[0].fragments[0].words[0].text) and opens_item(lines[0])
    kind = Kind.LIST_ITEM if is_item else Kind.PARAGRAPH
    return Prose(lines, kind, is_full=is_full and not ENDED.search(last.text))


def _heading_level(lines: Sequence[Line], body: Body) -> int:
    """The depth of a heading by its size; one deeper if it is only bold; 0 for no heading."""
    size = min([line.font.size for line in lines])
    level = None
    if size > SAME_SIZE * body.size:
        level = next(n for n, times in enumerate(SIZES_OF_LEVELS) if size > times * body.size)
    elif lines[0].is_bold and all(line.is_bold for line in lines):
        level = len(SIZES_OF_LEVELS)
    if level is None or not body.size:
        return 0
    text = "".join([line.text for line in lines])
    is_title = len(text) <= LONGEST_HEADING and any(map(str.isalpha, text))
    return level + 1 if is_title else 0
