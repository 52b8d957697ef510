"""Rows of a table without ruling lines, from the order in which its cells are printed."""

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise

from pipelines.readers.pdf.layout.elements import Table
from pipelines.readers.pdf.layout.lines import Extent, Fragment, Line, fragment_of, lines_of
from pipelines.readers.pdf.layout.paragraphs import paragraphs_of, room_of

EDGE = 1.5  # points by which a word may begin off its column
WRAP = 1.0  # points by which lines of a cell are closer than rows
PARAGRAPH_GAP = 0.4  # heights: lines of one paragraph are closer
# The end of a sentence, or of the opening of a list
SENTENCE_END = re.compile(r"[a-z)][.:;?][\"”’')\]]*$")
# Har-: a word that continues on the next line
DIVIDED = re.compile(r"[^\W\d_]-$")
PROSE_SENTENCES = 2  # a column in which no more than one sentence ends may hold names
BLANK_LINE = 1.3  # heights: paragraphs of a cell are at most a blank line apart
BESIDE = 0.25  # heights between a piece in the middle of its row and the other lines


def table_of(lines: Sequence[Line], columns: Sequence[Extent]) -> Table:
    """The table that lines make in given columns."""
    rows = [_cells(row, columns) for row in _rows(lines, columns)]
    rooms = [room_of(line for row in rows for line in row[n]) for n in range(len(columns))]
    return Table(
        rows=[
            [paragraphs_of(cell, room) for cell, room in zip(row, rooms, strict=True)]
            for row in rows
        ],
        columns=columns,
        left=columns[0].left,
        right=columns[-1].right,
        top=lines[0].top,
        bottom=lines[-1].bottom,
        start=min(piece.start for line in lines for piece in line.fragments),
        is_ruled=False,
    )


def _rows(lines: Sequence[Line], columns: Sequence[Extent]) -> Iterator[list[Fragment]]:
    """The pieces of each row: a row is printed cell by cell, a cell with all its lines."""
    closest = closest_rows(lines)
    prose = _prose_columns(lines, columns)
    pieces = [part for line in lines for piece in line.fragments for part in _parts(piece, columns)]
    printed = sorted(pieces, key=lambda each: each.start)
    is_centred = any(_is_half_off(*pair) for pair in pairwise(printed))
    rows: list[list[Fragment]] = []
    for piece in printed:
        is_of_last = bool(rows) and (
            _goes_on(rows[-1], piece, columns, prose, closest)
            or (is_centred and _levels(rows[-1], piece, columns))
        )
        if not is_of_last:
            rows.append([piece])
            continue
        start = _row_start(rows[-1], piece, columns)
        if start:
            rows[-1:] = [rows[-1][:start], rows[-1][start:]]
        rows[-1].append(piece)
        while len(rows) > 1 and (
            _stands_above(rows[-2], rows[-1])
            or (is_centred and _is_in_middle(rows[-2], rows[-1], columns))
        ):
            rows[-2:] = [rows[-2] + rows[-1]]
    for row in rows:
        label = _label_above(row, columns) if is_centred else 0
        yield from filter(None, (row[:label], row[label:]))


def _levels(row: Sequence[Fragment], piece: Fragment, columns: Sequence[Extent]) -> bool:
    """Whether a line right below a cell brings the cell's middle nearer to that of its row."""
    first, beside = _ends(row, columns)
    is_below = 0 <= piece.top - row[-1].bottom < piece.height
    if first == beside or not is_below or _column(piece, columns) != _column(row[-1], columns):
        return False
    return any(
        abs(_middle(first[start:]) - _middle([*beside, piece]))
        < abs(_middle(first[start:]) - _middle(beside)) - BESIDE * piece.height
        for start in range(len(first))
    )


def _ends(
    row: Sequence[Fragment], columns: Sequence[Extent]
) -> tuple[list[Fragment], list[Fragment]]:
    """The pieces of the cell that a row begins with, and of the one that it ends with."""
    numbers = [_column(piece, columns) for piece in row]
    first = [piece for piece, number in zip(row, numbers, strict=True) if number == numbers[0]]
    last = [piece for piece, number in zip(row, numbers, strict=True) if number == numbers[-1]]
    return first, last


def _label_above(row: Sequence[Fragment], columns: Sequence[Extent]) -> int:
    """How many lines of a row are a row above: without them its cells have one middle."""
    first, beside = _ends(row, columns)
    slack = BESIDE * row[0].height
    if first == beside or abs(_middle(first) - _middle(beside)) <= slack:
        return 0
    offs = (abs(_middle(first[start:]) - _middle(beside)) for start in range(1, len(first)))
    return next((start for start, off in enumerate(offs, start=1) if off <= slack), 0)


def _middle(cell: Sequence[Fragment]) -> float:
    return (cell[0].top + cell[-1].bottom) / 2


def _is_half_off(before: Fragment, piece: Fragment) -> bool:
    """Whether a piece is half a line above the one before: its cell is set to the middle."""
    off = (before.top - piece.top) / piece.height
    return piece.left > before.right and BESIDE < off < 1 - BESIDE


def _row_start(row: Sequence[Fragment], piece: Fragment, columns: Sequence[Extent]) -> int:
    """The start, within a row, of the row of a piece: at the paragraph beside the piece.

    0 if that is the row's first line, or no paragraph of the cell before begins there.
    """
    writing = _column(row[-1], columns)
    if _column(piece, columns) <= writing:
        return 0
    for number in range(len(row) - 1, 0, -1):
        above, line = row[number - 1], row[number]
        if _column(above, columns) != writing or _column(line, columns) != writing:
            return 0
        if abs(line.top - piece.top) <= BESIDE * line.height:
            return number if line.top - above.bottom > PARAGRAPH_GAP * line.height else 0
    return 0


def closest_rows(lines: Sequence[Line]) -> float:
    """The least gap above a line that surely begins a row; else above one that may."""
    gaps = [
        (_may_go_on(above, line), line.top - above.bottom)
        for above, line in pairwise(lines)
        if len(line.fragments) > 1 and _first_print(line) > _last_print(above)
    ]
    default = (False, PARAGRAPH_GAP * lines[0].height + WRAP)
    return min(gaps, default=default)[1]


def _may_go_on(above: Line, line: Line) -> bool:
    """Whether a line may be of the row above, in which cells are set to the middle.

    It begins with the rest of the one cell above, or is half beside it.
    """
    first = line.fragments[0]
    is_below = above.left < first.right and first.left < above.right
    is_beside = line.top - above.bottom < -BESIDE * line.height
    return len(above.fragments) == 1 and (is_below or is_beside)


def _prose_columns(lines: Sequence[Line], columns: Sequence[Extent]) -> set[int]:
    """The columns but the first in which sentences end."""
    ends = Counter(
        _column(piece, columns)
        for line in lines
        for piece in line.fragments
        if SENTENCE_END.search(piece.text)
    )
    return {column for column, count in ends.items() if column > 0 and count >= PROSE_SENTENCES}


def _goes_on(
    row: Sequence[Fragment],
    piece: Fragment,
    columns: Sequence[Extent],
    prose: Collection[int],
    closest: float,
) -> bool:
    """Whether a piece is of the row that was printed last."""
    last = row[-1]
    column, writing = _column(piece, columns), _column(last, columns)
    if column > writing:
        return piece.top < max(each.bottom for each in row)
    if column < writing:
        return False
    gap = piece.top - last.bottom
    if gap < PARAGRAPH_GAP * piece.height:
        if DIVIDED.search(last.text) and piece.text[:1].islower():
            return True
        # No row begins in the last column if the one above has a label.
        if 0 < column == len(columns) - 1 and _column(row[0], columns) == 0:
            return True
    # Rows usually begin in the first column: print below prose in another column continues that.
    return gap < closest - WRAP or (column in prose and gap <= BLANK_LINE * piece.height)


def _stands_above(above: Sequence[Fragment], row: Sequence[Fragment]) -> bool:
    """Whether a row's last piece is beside the row above: that is where the row begins.

    If rows are as close as lines, lines of one cell were taken for rows.
    """
    last = row[-1]
    lowest = max(piece.bottom for piece in above)
    off = (1 - BESIDE) * last.height
    return row[0].top - last.top > off and lowest - last.top > BESIDE * last.height


def _is_in_middle(
    above: Sequence[Fragment], row: Sequence[Fragment], columns: Sequence[Extent]
) -> bool:
    """Whether lines above must be of a row, so that its last piece is in the row's middle.

    Lines of one cell were taken for rows; the cell beside them is set to their middle.
    """
    first = _column(row[0], columns)
    if any(_column(piece, columns) != first for piece in above):
        return False
    cell = [piece for piece in row if _column(piece, columns) == first]
    last = row[-1]
    off = (cell[0].top + cell[-1].bottom) / 2 - (last.top + last.bottom) / 2
    return off > BESIDE * last.height


def _first_print(line: Line) -> int:
    return min(piece.start for piece in line.fragments)


def _last_print(line: Line) -> int:
    return max(piece.start for piece in line.fragments)


def _column(piece: Fragment, columns: Sequence[Extent]) -> int:
    """The column that a piece begins in, or the nearest to its left edge."""
    for number, column in enumerate(columns):
        if column.left - EDGE <= piece.left < column.right:
            return number
    return min(range(len(columns)), key=lambda number: abs(columns[number].left - piece.left))


def _cells(row: Sequence[Fragment], columns: Sequence[Extent]) -> list[list[Line]]:
    cells: list[list[Fragment]] = [[] for _ in columns]
    for piece in row:
        cells[_column(piece, columns)].append(piece)
    return [lines_of(cell) for cell in cells]


def _parts(piece: Fragment, columns: Sequence[Extent]) -> list[Fragment]:
    """A piece cut where a word begins at the edge of a column without a printed space before."""
    cuts = [
        number
        for number, word in enumerate(piece.words)
        if number
        and word.is_apart
        and not word.is_stretched
        and any(abs(word.left - column.left) <= EDGE for column in columns[1:])
    ]
    if not cuts:
        return [piece]
    bounds = [0, *cuts, len(piece.words)]
    return [fragment_of(piece.words[start:end], piece.font) for start, end in pairwise(bounds)]
