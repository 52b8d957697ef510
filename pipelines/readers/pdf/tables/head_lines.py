"""Which lines above rows of figures are heads, and which head the first section."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from pipelines.readers.pdf.layout.lines import Extent, Fragment, Line
from pipelines.readers.pdf.layout.paragraphs import SAME_SIZE, SPACE
from pipelines.readers.pdf.tables.figure_rows import Cut, FigureRow, FigureRows, is_in

HEAD_GAP = 2.2  # heights: lines of heads are closer
BODY_GAP = 3.0  # heights between the heads and the rows below them
WRAP_GAP = 0.6  # heights: a line in the label's column alone is a head only if it is this close
INDENTED = 2.0  # heights right of the labels: there begin other heads
MOST_HEADS = 9  # lines of heads
WRAP = 1.0  # points by which lines of a label are closer than rows


def sections_above(lines: Sequence[Line], rows: FigureRows, cut: Cut) -> list[FigureRow]:
    """Labels between the heads and the first row: they head its section, and end no head.

    The label of the first row may begin above its figures.
    """
    found: list[FigureRow] = []
    start = _start_of_label(lines, rows)
    usual = row_gap(rows.rows)
    for place in range(rows.first - 1 - len(start), 0, -1):
        line, above = lines[place], lines[place - 1]
        cells = cut(line)
        column = next((each for each in rows.labels if is_in(cells[0], each)), None)
        if len(cells) > 1 or column is None or cells[0].right > rows.columns[0].left:
            break
        heads = cut(above)
        head = next((each for each in heads if is_in(each, column)), None)
        is_far = cells[0].top - above.bottom > usual - WRAP
        if _goes_on(cells[0], above) or (
            head and not is_far and not _had_room(head, cells[0], column)
        ):
            break
        found.insert(0, FigureRow(line, cells, []))
        if len(heads) > 1:
            return [*found, *start]
    return start


def _start_of_label(lines: Sequence[Line], rows: FigureRows) -> list[FigureRow]:
    """The line above the first figures, if the label that they lack is around them."""
    if rows.first == 0 or rows.rows[0].label or len(rows.rows) < 2 or rows.rows[1].figures:
        return []
    line, rest = lines[rows.first - 1], rows.rows[1].line
    is_one = len(line.fragments) == 1 and any(is_in(line.fragments[0], c) for c in rows.labels)
    is_wrapped = is_one and rest.top - line.bottom < WRAP_GAP * line.height
    return [FigureRow(line, line.fragments, [])] if is_wrapped else []


def lines_of_heads(
    lines: Sequence[Line], body: Line, rows: FigureRows, cut: Cut
) -> list[list[Fragment]]:
    """The lines above a body, as their cells, that may be heads; up to a caption or a sentence."""
    found: list[list[Fragment]] = []
    wraps = any(not row.figures for row in rows.rows)
    for place in range(len(lines) - 1, max(-1, len(lines) - 1 - MOST_HEADS), -1):
        line, below = lines[place], lines[place + 1] if place + 1 < len(lines) else body
        widest = (HEAD_GAP if found else BODY_GAP) * max(line.height, below.height)
        cells = cut(line)
        if not -line.height < below.top - line.bottom <= widest:
            break
        above = _start_of_head(lines, place)
        if len(cells) == 1 and not _may_head_alone(
            line, cells[0], below, above, rows, is_last=not found, wraps=wraps or len(found) > 1
        ):
            break
        found.insert(0, cells)
    return found


def _start_of_head(lines: Sequence[Line], place: int) -> Line | None:
    """The line above, or the one in which the head begins that goes on there in its column alone.

    Its gap is that of the line above.
    """
    start = place - 1
    while start > 0 and len(lines[start].fragments) == 1:
        gap = lines[start].top - lines[start - 1].bottom
        if gap > WRAP_GAP * lines[start].height:
            break
        start -= 1
    if place == 0 or len(lines[start].fragments) == 1:
        start = place - 1
    return replace(lines[start], bottom=lines[place - 1].bottom) if place else None


def _may_head_alone(
    line: Line,
    cell: Fragment,
    below: Line,
    above: Line | None,
    rows: FigureRows,
    *,
    is_last: bool,
    wraps: bool,
) -> bool:
    """Whether a line of one piece may be of heads."""
    if line.font.size > SAME_SIZE * below.font.size:
        return False
    column = next((each for each in rows.labels if is_in(cell, each)), None)
    if column is None or (rows.labels and cell.left > rows.labels[0].left + INDENTED * line.height):
        return is_last or line.is_bold == below.is_bold
    if cell.right > rows.columns[0].left:
        return False
    is_between = above is not None and not is_last and len(above.fragments) > 1
    if above is not None and (is_between or _goes_on(cell, above)):
        return line.top - above.bottom <= HEAD_GAP * line.height
    if below.top - line.bottom > WRAP_GAP * line.height or line.is_bold != below.is_bold:
        return False
    return is_last or (wraps and not _had_room(cell, below.fragments[0], column))


def _goes_on(cell: Fragment, above: Line) -> bool:
    """Whether a piece is printed before one of the line above: it is of the same row."""
    return cell.start < max(piece.start for piece in above.fragments)


def _had_room(above: Fragment, below: Fragment, column: Extent) -> bool:
    """Whether the first word of a line would have fitted in its column, in the line above."""
    if above.left > column.right or below.top - above.bottom > BODY_GAP * below.height:
        return True
    word = below.words[0]
    return above.right + SPACE * above.height + word.right - word.left <= column.right


def row_gap(rows: Sequence[FigureRow]) -> float:
    """The least gap between two rows that have label and figures on one line."""
    gaps = [
        below.line.top - above.line.bottom
        for above, below in pairwise(rows)
        if above.figures and below.figures and above.label and below.label
    ]
    return min(gaps, default=max(row.line.height for row in rows) * 0.4 + WRAP)
