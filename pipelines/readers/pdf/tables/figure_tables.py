"""Tables of figures without ruling lines: rows, the heads above them, and labels that wrap."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from pipelines.documents import Reading
from pipelines.readers.pdf.layout.elements import CellLines, Table
from pipelines.readers.pdf.layout.lines import Extent, Fragment, Line, lines_of
from pipelines.readers.pdf.tables.figure_heads import (
    NO_HEADS,
    Heads,
    hull,
    match_heads,
    rows_of_heads,
)
from pipelines.readers.pdf.tables.figure_rows import (
    FEWEST_ROWS,
    YEAR,
    Cut,
    FigureRow,
    FigureRows,
    find_figure_rows,
    is_figure,
    merged,
)
from pipelines.readers.pdf.tables.head_costs import Head, extent_of
from pipelines.readers.pdf.tables.head_lines import (
    WRAP,
    WRAP_GAP,
    lines_of_heads,
    row_gap,
    sections_above,
)

# Costs of a line that may be one of heads and is left above: of several pieces, and of one alone
LEFT_OUT, ALONE = 0.8, 0.3
FIGURE_ABOVE = 3.0  # cost of a figure among the heads: its line is a row that was not read
NARROW = 1.0  # points
# Share of lines that hold figures, below heads and without any: labels seldom wrap over more.
LEAST_SHARE, SURE_SHARE = 0.3, 0.6
RIVAL = 0.5  # cost by which another match is about as likely
DEAREST = 6.0  # cost of heads above which they are taken for something else


@dataclass(frozen=True, slots=True)
class FoundTable:
    """A table, and its lines: from place `first` up to `end`."""

    first: int
    end: int
    table: Table


@dataclass(frozen=True, slots=True)
class _Match:
    """One match of heads and columns: how, and how many lines above the rows it takes."""

    how: str
    taken: int
    heads: Heads


NO_MATCH = _Match("columns of figures without heads", 0, NO_HEADS)


def find_figure_tables(lines: Sequence[Line], cut: Cut, *, goes_on: bool) -> Iterator[FoundTable]:
    """Every table of figures among lines, from the top down.

    Args:
        lines: The lines of one flow.
        cut: Cuts a line into cells.
        goes_on: Whether the lines may go on with a table of the page before, with one row or more.
    """
    before = 0
    for rows in find_figure_rows(lines, cut, goes_on=goes_on):
        found = _table(lines, rows, before, cut)
        if found is not None:
            yield found
            before = found.end


def _table(lines: Sequence[Line], rows: FigureRows, before: int, cut: Cut) -> FoundTable | None:
    if sum(bool(row.figures) for row in rows.rows) < FEWEST_ROWS and len(rows.columns) < 2:
        return None  # one figure says nothing of the columns of a table that goes on
    columns = [*(rows.labels or [_left_of(rows.columns[0])]), *rows.columns]
    sections = sections_above(lines, rows, cut)
    body = rows.first - len(sections)
    above = lines_of_heads(lines[before:body], lines[body], rows, cut)
    matches = list(_matches(above, columns, lines[rows.first].height))
    best = min(matches, key=lambda match: (match.heads.cost, -match.taken), default=None)
    if best is None or best.heads.cost > DEAREST:
        best = NO_MATCH
    heads, taken = best.heads, best.taken
    share = sum(bool(row.figures) for row in rows.rows) / len(rows.rows)
    if share < (LEAST_SHARE if taken else SURE_SHARE) or (not taken and len(rows.columns) < 2):
        return None
    if not taken:
        sections, body = [], rows.first
    first = body - taken
    whole = _whole_rows([*sections, *rows.rows])
    table = _built(lines[first : rows.end], whole, columns, heads)
    rival = next((match.heads for match in matches if _rivals(match, best)), NO_HEADS)
    table = replace(table, rival=tuple(_head_rows(rival, len(columns))))
    readings = tuple(
        Reading(match.how, match.heads.costs, match is best) for match in (matches or [best])
    )
    return FoundTable(first, rows.end, replace(table, readings=readings))


def with_columns(table: Table, columns: Sequence[Extent]) -> Table:
    """A table read again, with more columns than its own rows show; as it was if they do not fit.

    A part at the foot of a page may have blank columns, so that their heads have nothing below.
    """
    made = [[_pieces(cell) for cell in row] for row in table.rows]
    body = [
        FigureRow(lines_of(chain.from_iterable(row))[0], [], list(chain.from_iterable(row)))
        for row in made[table.head_rows :]
        if any(row)
    ]
    above = lines_of(piece for row in made[: table.head_rows] for cell in row for piece in cell)
    wide = merged([*columns, *(Extent(p.left, p.right) for row in body for p in row.figures)])
    if len(wide) != len(columns) or not body or not above:
        return table
    found = match_heads([line.fragments for line in above], wide, above[-1].height)
    heads = min((each for _, each in found), key=lambda each: each.cost, default=NO_HEADS)
    if heads.cost > DEAREST or len(heads.lower) <= len(table.columns):
        return table
    return replace(_built(above, body, wide, heads), readings=table.readings)


def _pieces(cell: CellLines) -> list[Fragment]:
    return [piece for paragraph in cell for line in paragraph for piece in line.fragments]


def _left_of(column: Extent) -> Extent:
    """A column for the labels of rows that have none."""
    return Extent(column.left - 2 * NARROW, column.left - NARROW)


def _matches(
    above: Sequence[Sequence[Fragment]],
    columns: Sequence[Extent],
    height: float,
) -> Iterator[_Match]:
    """Every match of the lines above, or of the lowest of them, with the columns."""
    for count in range(1, len(above) + 1):
        taken, left_out = above[len(above) - count :], above[: len(above) - count]
        figures = sum(map(_is_plain_figure, chain.from_iterable(taken)))
        for split, heads in match_heads(taken, columns, height):
            how = f"{count} lines of heads" if count > 1 else "one line of heads"
            yield _Match(
                f"{how}, {split} of them over several columns each" if split else how,
                count,
                heads.plus(
                    ("figures among the heads", FIGURE_ABOVE * figures),
                    (
                        "lines above that may be heads",
                        sum(LEFT_OUT if len(cells) > 1 else ALONE for cells in left_out),
                    ),
                ),
            )


def _is_plain_figure(cell: Fragment) -> bool:
    return is_figure(cell) and not YEAR.fullmatch(cell.text)


def _built(
    lines: Sequence[Line], rows: Sequence[FigureRow], columns: Sequence[Extent], heads: Heads
) -> Table:
    count = len(columns)
    made = list(_head_rows(heads, count))
    head_rows = len(made)
    made += [_as_lines(_cells(row, columns)) for row in rows]
    pieces = [
        piece
        for row in made
        for cell in row
        for paragraph in cell
        for line in paragraph
        for piece in line.fragments
    ]
    widened = [
        hull([column, *(extent_of(head.pieces) for head in heads.lower if head.first == n)])
        for n, column in enumerate(columns)
    ]
    return Table(
        rows=made,
        columns=widened if len(merged(widened)) == count else list(columns),
        left=min(piece.left for piece in pieces),
        right=max(piece.right for piece in pieces),
        top=lines[0].top,
        bottom=max(line.bottom for line in lines),
        start=min(piece.start for piece in pieces),
        is_ruled=False,
        head_rows=head_rows,
        spans=(_spans(heads.upper, count),) if heads.upper else (),
        is_sure=heads.is_sure and len(heads.lower) >= count - 1,
    )


def _head_rows(heads: Heads, count: int) -> Iterator[list[CellLines]]:
    """The rows of heads: those over several columns, and those of each column."""
    for level in filter(None, (heads.upper, heads.lower)):
        yield _as_lines(rows_of_heads(level, count))


def _spans(heads: Sequence[Head], count: int) -> tuple[int, ...]:
    """Over how many columns the head of each is."""
    over = {head.first: head.last - head.first + 1 for head in heads}
    return tuple(over.get(number, 1) for number in range(count))


def _as_lines(row: Sequence[Sequence[Fragment]]) -> list[CellLines]:
    return [[lines_of(cell)] if cell else [] for cell in row]


def _rivals(match: _Match, best: _Match) -> bool:
    """Whether a match of the same lines is about as cheap and heads some column otherwise."""
    is_as_likely = match.taken == best.taken and match.heads.cost < best.heads.cost + RIVAL
    return is_as_likely and match.heads.names != best.heads.names


def _cells(row: FigureRow, columns: Sequence[Extent]) -> list[list[Fragment]]:
    cells: list[list[Fragment]] = [[] for _ in columns]
    for piece in [*row.label, *row.figures]:
        cells[_column_of(piece, columns)].append(piece)
    return cells


def _column_of(piece: Fragment, columns: Sequence[Extent]) -> int:
    """The column that most of a piece is in; the first if it is in none."""
    found, most = 0, 0.0
    for number, column in enumerate(columns):
        if column.left < piece.right and piece.left < column.right:
            shared = min(piece.right, column.right) - max(piece.left, column.left)
            if shared > most:
                found, most = number, shared
    return found


def _whole_rows(rows: Sequence[FigureRow]) -> list[FigureRow]:
    """The rows, lines with a part of a label taken into the row beside them."""
    usual = row_gap(rows)
    owners = [_owner(rows, place, usual) for place in range(len(rows))]
    owned: dict[int, list[FigureRow]] = {}
    for row, owner in zip(rows, owners, strict=True):
        while owners[owner] != owner:  # a part of a part, as in a cell of three lines
            owner = owners[owner]
        owned.setdefault(owner, []).append(row)
    return [
        FigureRow(
            rows[place].line,
            [piece for each in parts for piece in each.label],
            [piece for each in parts for piece in each.figures],
        )
        for place, parts in sorted(owned.items())
    ]


def _is_printed_within(row: FigureRow, above: FigureRow) -> bool:
    """Whether each figure of a line is printed right behind one above it: that cell wraps."""
    starts = sorted(piece.start for piece in above.figures)
    for piece in row.figures:
        before = max((start for start in starts if start < piece.start), default=None)
        over = [each for each in above.figures if each.start == before]
        if not over or over[0].left >= piece.right or over[0].right <= piece.left:
            return False
    return row.line.top - above.line.bottom <= WRAP_GAP * row.line.height


def _owner(rows: Sequence[FigureRow], place: int, usual: float) -> int:
    """The row that a line is of: its own, or the one whose label it is a part of."""
    row = rows[place]
    if row.figures:
        goes_on = place > 0 and not row.label and _is_printed_within(row, rows[place - 1])
        return place - 1 if goes_on else place
    if place + 1 < len(rows) and not rows[place + 1].figures:
        # Labels below each other: the first line of one that wraps, or the name of a section.
        is_first = rows[place + 1].line.top - row.line.bottom < usual - WRAP
        later = _owner(rows, place + 1, usual) if is_first else place
        if later > place:
            return later
    above = next((n for n in range(place - 1, -1, -1) if rows[n].figures), None)
    below = next((n for n in range(place + 1, len(rows)) if rows[n].figures), None)
    start = row.label[0].start
    if above is not None and start < min(piece.start for piece in rows[above].figures):
        return above
    if below is None:
        return place if above is None else above
    if not rows[below].label:
        return below
    gap = rows[place + 1].line.top - row.line.bottom
    return below if gap < usual - WRAP else place
