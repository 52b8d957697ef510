"""Tables without ruling lines: lines with pieces in columns and free space between these."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from pipelines.readers.pdf.layout.elements import Table
from pipelines.readers.pdf.layout.lines import Extent, Fragment, Line, overlapped
from pipelines.readers.pdf.layout.paragraphs import SAME_SIZE, is_label
from pipelines.readers.pdf.layout.run_in_headings import is_run_in
from pipelines.readers.pdf.tables.figure_rows import Cut, cutter, is_spaceless
from pipelines.readers.pdf.tables.figure_tables import find_figure_tables
from pipelines.readers.pdf.tables.heads import is_line_of_years, lines_above, with_years_above
from pipelines.readers.pdf.tables.rows import EDGE, WRAP, table_of
from pipelines.readers.pdf.tables.side_by_side import part_tables

FEWEST_LINES = 2  # with several pieces: one alone is not a table
NARROWEST_GUTTER = 1.2  # points that stay free between two columns at the least
ROW_GAP = 1.6  # heights: lines further below belong to something else
WIDE_ROW_GAP = 2.5  # heights, where the columns are the same
REPEATED_GAP = 5.0  # heights, below the head that a page repeats, where the columns are the same
TYPICAL_GAPS = 1.7  # times the gap that nine tenths of the table's rows keep to
PADDED = 0.5  # heights: a wider gap is one between rows, a narrower one may be within a cell
LOOSE = 2.0  # points more: rows are rounded to whole points by some typesetters
SPANNING = 0.7  # share of the table's width up to which a line across columns is a label in it
FEWEST_STEPS = 3  # pieces of a line, and lines above, from which columns are compared
IN_STEP = 0.5  # share of the pieces that are placed like others above them


@dataclass(slots=True)
class _Band:
    """Lines that make a table, and its columns as far as they are known."""

    columns: list[Extent]
    is_carried: bool
    lines: list[Line] = field(default_factory=list)
    gaps: list[float] = field(default_factory=list)
    voters: int = 0
    largest: float = 0.0  # font size among the lines

    def add(self, line: Line) -> None:
        """Take a line below the others."""
        self.lines.append(line)
        self.largest = max(self.largest, line.font.size)


def find_tables(lines: Sequence[Line], carried: Sequence[Extent] = ()) -> list[Table | list[Line]]:
    """Tables and runs of other lines, from the top down.

    Args:
        lines: The lines of one flow.
        carried: The columns of a table that the page before ended with; empty if it did not.
    """
    found: list[Table | list[Line]] = []
    spaceless = is_spaceless(lines)
    cut = cutter(spaceless=spaceless)
    lines = part_tables(lines, cut)
    figures = find_figure_tables(lines, cut, goes_on=bool(carried))
    tables = {each.first: each for each in figures}
    lines = lines if spaceless else _with_cells_apart(lines, cut)
    position = 0
    while position < len(lines):
        if position in tables:
            found.append(tables[position].table)
            position = tables[position].end
            continue
        before = min((first for first in tables if first > position), default=len(lines))
        rest = lines[position:before]
        dated = _below_years(rest)
        if dated is not None:
            found.append(dated[0])
            position += dated[1]
            continue
        band = _band_of(rest, carried if position == 0 else ())
        last = found[-1] if found else None
        if band is not None:
            position += len(band.lines)
            above = lines_above(band.lines, band.columns, last) if isinstance(last, list) else []
            if isinstance(last, list) and above:
                del last[-len(above) :]
                if not last:
                    found.pop()
            found.append(table_of([*above, *band.lines], band.columns))
            continue
        if isinstance(last, list):
            last.append(lines[position])
        else:
            found.append([lines[position]])
        position += 1
    return found


def _below_years(lines: Sequence[Line]) -> tuple[Table, int] | None:
    """The table that a line of years heads, and its number of lines; None if it heads none."""
    band = _band_of(lines[1:], ()) if is_line_of_years(lines) else None
    table = with_years_above(table_of(band.lines, band.columns), lines[0]) if band else None
    return (table, 1 + len(band.lines)) if band and table else None


def _with_cells_apart(lines: Sequence[Line], cut: Cut) -> list[Line]:
    """The lines, those of tables cut where no space is printed: narrow cells may nearly touch."""
    tabular = [is_tabular(line) for line in lines]
    found = []
    for number, line in enumerate(lines):
        if any(tabular[max(0, number - 1) : number + 2]):
            cells = cut(line)
            if len(cells) > len(line.fragments):
                line = replace(line, fragments=cells)
        found.append(line)
    return found


def _band_of(lines: Sequence[Line], carried: Sequence[Extent]) -> _Band | None:
    """The table without ruling lines that some lines begin with."""
    head = lines[0]
    if carried and _fits(head, carried) and _first_fitting(lines, carried):
        band = _Band(list(carried), True)
    elif is_tabular(head) and not is_run_in(head, filter(is_tabular, lines[1:])):
        band = _Band(extents_of(head.fragments), False)
    else:
        return None
    band.add(head)
    band.voters = int(is_tabular(head))
    pending: list[Line] = []
    for line in lines[1:]:
        verdict = _verdict(band, pending[-1] if pending else band.lines[-1], line)
        if verdict == "stop":
            break
        pending.append(line)
        if _is_lone_head(band, line):
            band.columns = extents_of(line.fragments, band.columns)
        if verdict == "row":
            band.voters += 1
            _accept(band, pending)
            pending = []
    _accept(band, _tail(band, pending))
    is_table = band.is_carried or band.voters >= FEWEST_LINES or _is_one_row(band)
    return band if is_table else None


def _is_lone_head(band: _Band, line: Line) -> bool:
    """Whether a line right of a head is the rest of it: another line of the last column's head."""
    is_beside = len(band.lines) == 1 and line.top < band.lines[0].bottom
    return is_beside and len(line.fragments) == 1 and line.left > band.columns[-1].right


def _is_one_row(band: _Band) -> bool:
    """Whether a line's last piece is printed after lines below: those are of the cells before."""
    last = max(piece.start for piece in band.lines[0].fragments)
    return any(piece.start < last for line in band.lines[1:] for piece in line.fragments)


def _first_fitting(lines: Sequence[Line], carried: Sequence[Extent]) -> bool:
    """Whether a page continues a table: its first line with several pieces fits, too.

    A line that begins where a column but the first does continues a cell.
    """
    if any(abs(lines[0].left - column.left) <= EDGE for column in carried[1:]):
        return True
    for line in lines:
        if is_tabular(line):
            held = [len(overlapped(piece, carried)) for piece in line.fragments]
            return max(held) == 1 and sum(held) > 1 and _is_apart(line, carried)
        if not _fits(line, carried):
            return False
    return False


def _is_apart(line: Line, columns: Sequence[Extent]) -> bool:
    """Whether each piece has a column of its own, labels of list items left out."""
    places = [
        tuple(overlapped(piece, columns)) for piece in line.fragments if not is_label(piece.text)
    ]
    held = [place for place in places if place]
    return len(set(held)) == len(held)


def is_tabular(line: Line) -> bool:
    """Whether a line has several pieces that are not a list item's label and its words."""
    pieces = line.fragments
    return len(pieces) > 2 or (len(pieces) == 2 and not is_label(pieces[0].text))


def extents_of(fragments: Sequence[Fragment], columns: Sequence[Extent] = ()) -> list[Extent]:
    """Columns widened by fragments; those that touch become one."""
    edges = [(column.left, column.right) for column in columns]
    edges += [(piece.left, piece.right) for piece in fragments]
    merged: list[Extent] = []
    for left, right in sorted(edges):
        if merged and left - merged[-1].right < NARROWEST_GUTTER:
            merged[-1] = Extent(merged[-1].left, max(merged[-1].right, right))
        else:
            merged.append(Extent(left, right))
    return merged


def _fits(line: Line, columns: Sequence[Extent]) -> bool:
    """Whether each piece of a line is in one column, clear of its neighbours."""
    seen = set()
    for piece in line.fragments:
        over = overlapped(piece, columns)
        if len(over) > 1:
            return False
        if not over and not columns[0].left - EDGE <= piece.left <= columns[-1].right + EDGE:
            return False
        seen.update(over)
    return bool(seen)


def _verdict(band: _Band, above: Line, line: Line) -> str:
    """The role of a line below a table: `row`, `part` of a cell or label, or `stop`."""
    gap = line.top - above.bottom
    widened = extents_of(line.fragments, band.columns)
    is_clear = all(len(overlapped(piece, band.columns)) <= 1 for piece in line.fragments)
    is_clear = is_clear and _stay_apart(band.columns, widened)
    is_kin = is_clear and len(widened) == len(band.columns)
    is_row = (is_tabular(line) and is_kin) or _is_first_cell(band, line)
    if gap > _widest_gap(band, line, is_row=is_row):
        return "stop"
    if _is_other_print(band, line) or _stands_out(band, line):
        return "stop"
    if is_tabular(line):
        is_settled = band.is_carried or band.voters >= FEWEST_STEPS
        if not _is_in_step(band, line) or (is_settled and not _is_apart(line, band.columns)):
            return "stop"
        if is_kin or (is_clear and _may_widen(band, len(widened))):
            return "row"
        return "part" if _fits(line, band.columns) else "stop"
    if _fits(line, band.columns):
        return "row" if len(line.fragments) > 1 else "part"
    if is_clear and len(line.fragments) > 1 and _may_widen(band, len(widened)):
        return "row"
    width = band.columns[-1].right - band.columns[0].left
    is_short = line.right - line.left <= SPANNING * width
    return "part" if is_short and len(line.fragments) == 1 else "stop"


def _stands_out(band: _Band, line: Line) -> bool:
    """Whether a line begins left of the table: prose does, but not what is below a centred head."""
    first = band.columns[0]
    if len(line.fragments) > 1 or line.left >= first.left - EDGE or _is_centred(line, first):
        return False
    is_below_head = len(band.lines) == 1 and len(band.columns) > 1
    return not (is_below_head and line.right < band.columns[1].left - NARROWEST_GUTTER)


def _stay_apart(columns: Sequence[Extent], widened: Sequence[Extent]) -> bool:
    """Whether no two columns become one when a line widens them."""
    return all(
        sum(wide.left <= column.left and column.right <= wide.right for column in columns) <= 1
        for wide in widened
    )


def _is_centred(line: Line, column: Extent) -> bool:
    """Whether a line has the middle of a column: a longer one extends on both sides."""
    return abs(line.left + line.right - column.left - column.right) <= 2 * EDGE


def _is_first_cell(band: _Band, line: Line) -> bool:
    """Whether a line may be the first and only cell of a row, and not a heading."""
    is_settled = band.voters >= FEWEST_STEPS and not line.is_bold
    return is_settled and len(line.fragments) == 1 and abs(line.left - band.columns[0].left) <= EDGE


def _is_other_print(band: _Band, line: Line) -> bool:
    """Whether a line is larger than all above, or smaller than the one line above, a heading."""
    size = line.font.size
    is_below_heading = len(band.lines) == 1 and SAME_SIZE * size < band.largest
    return size > SAME_SIZE * band.largest or is_below_heading


def _is_in_step(band: _Band, line: Line) -> bool:
    """Whether the pieces of a line are aligned with pieces above: at the left, middle or right.

    Right below a table another one with its own columns may begin.
    """
    pieces = line.fragments[1:]
    if len(pieces) < FEWEST_STEPS or band.voters < FEWEST_STEPS:
        return True
    carried = band.columns if band.is_carried else ()
    in_step = sum(
        any(_is_under(piece, each) for line in band.lines for each in line.fragments)
        or any(_is_under(piece, column) for column in carried)
        for piece in pieces
    )
    return in_step >= IN_STEP * len(pieces)


def _is_under(piece: Fragment, above: Fragment | Extent) -> bool:
    return (
        abs(piece.left - above.left) <= EDGE
        or abs(piece.right - above.right) <= EDGE
        or abs(piece.left + piece.right - above.left - above.right) <= 2 * EDGE
    )


def _may_widen(band: _Band, count: int) -> bool:
    """Whether a row may add columns: any number to a head, one to a table with more rows."""
    added = count - len(band.columns)
    return added == 1 or (added > 1 and band.voters <= FEWEST_LINES and not band.is_carried)


def _widest_gap(band: _Band, line: Line, *, is_row: bool) -> float:
    height = max(line.height, line.font.size)
    if is_row and band.is_carried and len(band.lines) == 1:
        return REPEATED_GAP * height
    widest = (WIDE_ROW_GAP if is_row else ROW_GAP) * height
    wide = sorted(gap for gap in band.gaps if gap > PADDED * height)
    if wide:
        return min(widest, TYPICAL_GAPS * wide[len(wide) * 9 // 10] + LOOSE)
    return widest


def _accept(band: _Band, lines: Sequence[Line]) -> None:
    for line in lines:
        is_clear = all(len(overlapped(piece, band.columns)) <= 1 for piece in line.fragments)
        if len(line.fragments) > 1 and is_clear:
            band.columns = extents_of(line.fragments, band.columns)
        band.gaps.append(line.top - band.lines[-1].bottom)
        band.add(line)


def _tail(band: _Band, pending: Sequence[Line]) -> list[Line]:
    """The lines right below the last full row that are still its cells."""
    tail: list[Line] = []
    for line in pending:
        above = tail[-1] if tail else band.lines[-1]
        gap = line.top - above.bottom
        if not _fits(line, band.columns) or gap > _tail_gap(band, line):
            break
        tail.append(line)
    return tail


def _tail_gap(band: _Band, line: Line) -> float:
    """The greatest distance of a line below a table that it still belongs to.

    Prose that follows begins where the first column does; other columns hold nothing but cells.
    """
    if line.left > band.columns[0].right:
        return ROW_GAP * line.height
    usual = min(band.gaps, default=0.0)
    return usual + (line.height / 2 if band.is_carried else WRAP)
