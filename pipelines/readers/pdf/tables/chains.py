"""Tables that continue over a page break: one set of columns, and the header once."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

from pipelines.readers.pdf.layout.elements import CellLines, Element, Prose, Table
from pipelines.readers.pdf.layout.lines import Extent, Line, overlapped
from pipelines.readers.pdf.tables.borderless import extents_of, is_tabular
from pipelines.readers.pdf.tables.figure_tables import with_columns
from pipelines.readers.pdf.tables.rows import table_of

HEADER_ROWS = 3  # rows of a header at the most
LOST_LINES = 6  # lines of a table at the foot of a page that are too few to recognise it
LABELS = 12  # rows with only a first cell at the foot of a page
ROW_GAP = 1.3  # heights: the greatest distance between rows
LABEL_GAP = 0.7  # heights: the greatest distance of a label below the rows of its table
ROUNDING = 0.5  # points by which the gaps of a table differ
EDGE = 1.0  # points by which columns between ruling lines touch


@dataclass(slots=True)
class LaidOutPage:
    """The elements of a page, and the repeated headers of tables, which are set aside."""

    elements: list[Element]
    repeated: list[Line]


def chain_tables(pages: Sequence[Sequence[Element]]) -> list[LaidOutPage]:
    """Pages whose last table continues at the top of the next one, as one table in parts.

    A header alone at the foot of a page becomes the first part of its table. The parts get the
    same columns in the same order, blank where a part has nothing. A header that the next page
    repeats is set aside.
    """
    chained = [LaidOutPage(list(elements), []) for elements in pages]
    for before, after in pairwise(chained):
        if not after.elements or not isinstance(after.elements[0], Table):
            continue
        if not after.elements[0].is_ruled:
            before.elements = _with_foot(before.elements, after.elements[0])
    first = 0
    while first < len(chained):
        end = first + 1
        while end < len(chained) and _goes_on(chained[end - 1], chained[end], end - 1 > first):
            end += 1
        if end - first > 1:
            _chain(chained[first:end])
        first = max(end - 1, first + 1)
    return chained


def _goes_on(before: LaidOutPage, after: LaidOutPage, is_middle: bool) -> bool:
    """Whether a table ends one page and begins the next; a page between holds nothing else."""
    if not before.elements or not after.elements or (is_middle and len(before.elements) > 1):
        return False
    head, tail = before.elements[-1], after.elements[0]
    return isinstance(head, Table) and isinstance(tail, Table) and head.is_ruled == tail.is_ruled


def _with_foot(elements: list[Element], table: Table) -> list[Element]:
    """The elements of a page, its last lines made a table if they fit the next page's first."""
    kept = list(elements)
    foot: list[Prose] = []
    while kept and len(foot) < LOST_LINES:
        last = kept[-1]
        if not isinstance(last, Prose) or not all(
            _may_stand_in(line, table) or _heads(line, table) for line in last.lines
        ):
            break
        foot.insert(0, last)
        kept.pop()
    while foot and not any(is_tabular(line) for line in foot[0].lines):
        kept.append(foot.pop(0))
    if not foot:
        return _with_labels(list(elements), table)
    lines = [line for prose in foot for line in prose.lines]
    columns = list(table.columns)
    for line in lines:
        columns = extents_of(line.fragments, columns)
    return [*kept, table_of(lines, columns)]


def _with_labels(elements: list[Element], table: Table) -> list[Element]:
    """The elements of a page, lines right below its last table taken as that table's last rows.

    The next page continues the table: a line is the label of the rows there. Several are rows
    with nothing but a first cell, if the next page repeats the table's header.
    """
    places = [n for n, element in enumerate(elements) if isinstance(element, Table)]
    head = elements[places[-1]] if places else None
    if not isinstance(head, Table) or head.is_ruled or places[-1] == len(elements) - 1:
        return elements
    below = [element for element in elements[places[-1] + 1 :] if isinstance(element, Prose)]
    lines = [line for prose in below for line in prose.lines]
    is_repeated = list(filter(None, _texts(head.rows[0]))) == list(
        filter(None, _texts(table.rows[0]))
    )
    widest = ROW_GAP if is_repeated else LABEL_GAP
    usual = _row_gap(head)
    bottoms = [head.bottom, *(line.bottom for line in lines)]
    are_near = all(
        line.top - bottom <= max(widest * line.height, usual)
        for bottom, line in zip(bottoms, lines, strict=False)
    )
    rows = table_of(lines, head.columns).rows
    if len(rows) > (LABELS if is_repeated else 1) or not are_near:
        return elements
    if not all(_may_stand_in(line, head) and line.left >= head.left - EDGE for line in lines):
        return elements
    if len(_one_shape([head, table])[0].columns) > max(len(head.columns), len(table.columns)):
        return elements
    whole = replace(head, rows=[*head.rows, *rows], bottom=lines[-1].bottom)
    return [*elements[: places[-1]], whole]


def _row_gap(table: Table) -> float:
    """The usual gap between two rows of a table, in points; 0 if it has one row."""
    rows = [[line for cell in row for lines in cell for line in lines] for row in table.rows]
    gaps = [
        min(line.top for line in below) - max(line.bottom for line in above)
        for above, below in pairwise(filter(None, rows))
    ]
    return median(gaps) + ROUNDING if gaps else 0.0


def _may_stand_in(line: Line, table: Table) -> bool:
    """Whether each piece of a line is in one column of a table, or beside all of them."""
    columns = table.columns
    is_within = all(len(overlapped(piece, columns)) <= 1 for piece in line.fragments)
    return is_within and len(extents_of(line.fragments, columns)) <= len(columns) + 1


def _heads(line: Line, table: Table) -> bool:
    """Whether a line has a piece of its own over each column of a table, and maybe over others.

    Over the labels of rows there may be none.
    """
    columns = extents_of(line.fragments, table.columns)
    missing = 0 if overlapped(line.fragments[0], columns[:1]) else 1
    return len(table.columns) <= len(columns) == len(line.fragments) + missing


def _chain(pages: Sequence[LaidOutPage]) -> None:
    """Give the parts of a table, the last of one page and the first of the others, one shape."""
    parts: list[Table] = []
    for number, page in enumerate(pages):
        part = page.elements[0 if number else -1]
        if isinstance(part, Table):
            parts.append(part)
    widest = max(parts, key=lambda part: len(part.columns))
    if parts[0].head_rows and len(widest.columns) > len(parts[0].columns):
        parts[0] = with_columns(parts[0], widest.columns)
    shaped = _one_shape(parts)
    header = [_texts(row) for row in shaped[0].rows[:HEADER_ROWS]]
    for number, (page, part) in enumerate(zip(pages, shaped, strict=True)):
        if number == 0:
            page.elements[-1] = part
            continue
        repeats = _repeated(part, header)
        page.repeated += [
            line for row in part.rows[:repeats] for cell in row for lines in cell for line in lines
        ]
        page.elements[0] = replace(part, rows=part.rows[repeats:], rival=(), head_rows=0, spans=())


def _repeated(part: Table, header: Sequence[list[str]]) -> int:
    """How many rows of the header a part begins with; it must have more rows than those."""
    count = 0
    for row, wanted in zip(part.rows[:-1], header, strict=False):
        if _texts(row) != wanted or not any(wanted):
            break
        count += 1
    return count


def _texts(row: Sequence[CellLines]) -> list[str]:
    return [" ".join(line.text for lines in cell for line in lines) for cell in row]


def _one_shape(parts: Sequence[Table]) -> list[Table]:
    """The parts with all columns that any of them has; unchanged if these do not agree."""
    columns: list[Extent] = []
    for part in parts:
        columns = _union(columns, part.columns)
    most = max(len(part.columns) for part in parts)
    places = [[_place(column, columns) for column in part.columns] for part in parts]
    if len(columns) > most + 1 or any(len(set(each)) < len(each) for each in places):
        return list(parts)
    return [
        replace(
            part,
            columns=columns,
            rows=[_moved(row, place, len(columns)) for row in part.rows],
            rival=tuple(_moved(row, place, len(columns)) for row in part.rival),
            spans=tuple(_spans(row, place, len(columns)) for row in part.spans),
        )
        for part, place in zip(parts, places, strict=True)
    ]


def _union(columns: Sequence[Extent], more: Sequence[Extent]) -> list[Extent]:
    merged: list[Extent] = []
    for column in sorted((*columns, *more), key=lambda each: each.left):
        if merged and column.left < merged[-1].right - EDGE:
            merged[-1] = Extent(merged[-1].left, max(merged[-1].right, column.right))
        else:
            merged.append(column)
    return merged


def _place(column: Extent, columns: Sequence[Extent]) -> int:
    middle = (column.left + column.right) / 2
    return next(n for n, each in enumerate(columns) if each.left <= middle <= each.right)


def _moved(row: Sequence[CellLines], places: Sequence[int], count: int) -> list[CellLines]:
    moved: list[CellLines] = [[] for _ in range(count)]
    for place, cell in zip(places, row, strict=True):
        moved[place] = cell
    return moved


def _spans(row: Sequence[int], places: Sequence[int], count: int) -> tuple[int, ...]:
    """Over how many columns each cell is, once there are more columns among its own."""
    moved = [1] * count
    for number, (place, span) in enumerate(zip(places, row, strict=True)):
        moved[place] = places[number + span - 1] - place + 1
    return tuple(moved)
