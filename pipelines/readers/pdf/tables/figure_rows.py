"""Rows of figures without ruling lines: which lines are rows, and what columns their cells keep to.

A row is a label and figures behind it. The cells of one column overlap those of other rows, and
the cells of two columns never do: that is how columns are found, however figures are aligned.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache, partial
from itertools import pairwise

from pipelines.readers.note_marks import LIFTED
from pipelines.readers.pdf.layout.lines import Extent, Fragment, Line, fragment_of
from pipelines.readers.pdf.layout.paragraphs import CUT_YEARS

# 43, (1,250.50), -£60k, £(2.4)m, 60-, 43*, 58(a), 15[2]
FIGURE = re.compile(
    r"[(\[£$€+\-–−]*+\d[\d,.]*+(?:[%)\]\-–]|bn|[km]\b)*+"
    r"(?:[^\w\s/:.,()\[\]]{1,3}+|[⁰¹²³⁴-⁹ᵃ-ᵉ]++|[(\[]\w{1,2}+[)\]]|[a-f]\b)?+"
)
# Behind a figure in its cell: (47%), %, m, (a), [2], *, million
BEHIND = re.compile(
    r"\(\d[\d.,]*+%?\)|[%*†‡§#⁰¹²³⁴-⁹ᵃ-ᵉ]++|[(\[]\w{1,2}[)\]]|[km]|bn|million|per|cent\)?|\(?\d[\d.]*+",
    re.I,
)
NIL = re.compile(r"[-–—]{1,2}|nil|n/a|\.{2,3}", re.IGNORECASE)
UNIT = re.compile(r"£['\u2018\u2019]?000s?")  # over a column
YEAR = re.compile(r"(?:19|20)\d\d")
SPACELESS = 0.98  # share of words without a printed space before them: the page prints none
CELL_GAP = 0.55  # heights: a wider gap parts two cells of such a page
LEAST_GAP = 0.02  # heights: cells that touch have some rounding between them
WIDEST_SPACE = 1.1  # heights: a printed space is never wider within a cell
FEWEST_ROWS = 2
MOST_WHOLE = 0.4  # share of rows that have a label in each of several columns
ROW_GAP = 3.0  # heights: rows of one table are closer
WORDS_KEPT = 2_000  # last words of lines: each line is asked twice
TOUCH = 0.2  # points by which cells of two columns may overlap

Cut = Callable[[Line], list[Fragment]]


@dataclass(slots=True)
class FigureRow:
    """A line of a table: its label, and its figures; a line with a label alone has none."""

    line: Line
    label: list[Fragment]
    figures: list[Fragment]


@dataclass(frozen=True, slots=True)
class FigureRows:
    """Lines below each other that are rows of figures, from place `first` up to `end`.

    Attributes:
        columns: The extent of each column of figures.
        labels: The extent of each column of labels; none if no row has one.
    """

    first: int
    end: int
    rows: list[FigureRow]
    columns: list[Extent]
    labels: list[Extent]


def is_spaceless(lines: Sequence[Line]) -> bool:
    """Whether a page prints no spaces, so that gaps alone part its words."""
    unspaced = [word.is_unspaced for line in lines for word in line.words[1:]]
    return bool(unspaced) and sum(unspaced) >= SPACELESS * len(unspaced)


def cutter(*, spaceless: bool) -> Cut:
    """The way to cut the lines of a page into cells, which is done once a line."""
    return cache(partial(cells_of, spaceless=spaceless))


def cells_of(line: Line, *, spaceless: bool) -> list[Fragment]:
    """A line cut into cells: where no space is printed, or where the gap is no space."""
    found: list[Fragment] = []
    for piece in line.fragments:
        start = 0
        for place, (before, word) in enumerate(pairwise(piece.words), start=1):
            if word.is_stretched:
                continue
            gap = (word.left - before.right) / max(word.bottom - word.top, 1.0)
            if spaceless or not word.is_unspaced:
                is_cut = gap > (CELL_GAP if spaceless else WIDEST_SPACE)
            else:
                is_cut = gap > LEAST_GAP
            if is_cut:
                found.append(fragment_of(piece.words[start:place], piece.font))
                start = place
        found.append(fragment_of(piece.words[start:], piece.font) if start else piece)
    return found


def find_figure_rows(lines: Sequence[Line], cut: Cut, *, goes_on: bool) -> Iterator[FigureRows]:
    """Every stretch of rows of figures, from the top down; one row may go on from before."""
    may_be = [may_end_in_figures(line) for line in lines]
    if not any(may_be):
        return
    fewest = 1 if goes_on else FEWEST_ROWS

    @cache
    def read(place: int) -> FigureRow:
        return _row(lines[place], cut(lines[place]))

    place = 0
    while place < len(lines):
        if not may_be[place] or not read(place).figures or _ends_years(lines, place):
            place += 1
            continue
        found = _stretch(read, place, len(lines), fewest)
        fewest = FEWEST_ROWS
        if found is None:
            place += 1
            continue
        yield found
        place = found.end


def may_end_in_figures(line: Line) -> bool:
    """Whether a line may be a row of figures: a glance that spares most lines the reading."""
    return _may_end_figure(line.fragments[-1].words[-1].text)


@lru_cache(maxsize=WORDS_KEPT)
def _may_end_figure(word: str) -> bool:
    if word.isalpha():  # as at the end of most lines
        return word.casefold() in ("nil", "million")
    word = LIFTED.sub("", word)
    return not word or bool(FIGURE.fullmatch(word) or BEHIND.fullmatch(word) or NIL.fullmatch(word))


def _ends_years(lines: Sequence[Line], place: int) -> bool:
    """Whether a line ends the years of heads that wrap: 2018– in the line above, 19 in this."""
    above = lines[place - 1].fragments if place else []
    return any(
        CUT_YEARS.search(piece.text) and is_in(piece, Extent(each.left, each.right))
        for piece in above
        for each in lines[place].fragments
    )


def _row(line: Line, cells: Sequence[Fragment]) -> FigureRow:
    """The label and figures of a line; no figures if other words are behind them."""
    first = len(cells)
    while first and is_figure(cells[first - 1]):
        first -= 1
    figures = list(cells[first:])
    texts = [cell.text for cell in figures]
    is_years = any(map(YEAR.fullmatch, texts)) and all(
        YEAR.fullmatch(text) or NIL.fullmatch(text) for text in texts
    )
    if is_years and (len(figures) > 1 or not first):
        return FigureRow(line, list(cells), [])
    return FigureRow(line, list(cells[:first]), figures)


def is_figure(cell: Fragment) -> bool:
    """Whether a cell holds a figure, its share or marks beside it, or a sign for none."""
    start = cell.words[0].text
    if start.isalpha():  # as in most cells
        return len(cell.words) == 1 and start.casefold() == "nil"
    first, *others = [word.text for word in cell.words]
    if not cell.text.isascii():  # note marks are lifted out of ASCII
        first, *others = [LIFTED.sub("", word.text) for word in cell.words]
    if UNIT.fullmatch(cell.text):
        return False
    if NIL.fullmatch(first) and not others:
        return True
    if first in "£(-–−" and others:
        first, others = first + others[0], others[1:]
    return bool(FIGURE.fullmatch(first)) and all(
        not text or BEHIND.fullmatch(text) or FIGURE.fullmatch(text) for text in others
    )


def _stretch(
    read: Callable[[int], FigureRow], first: int, count: int, fewest: int
) -> FigureRows | None:
    """The rows from a place on; None if there are too few."""
    columns: list[Extent] = []
    labels: Extent | None = None
    end = first
    for place in range(first, count):
        row = _beside(read(place), columns)
        above = read(max(place - 1, first)).line
        height = max(row.line.height, above.height)
        if place > first and not 0 <= row.line.top - above.top <= ROW_GAP * height + height:
            break
        if row.figures:
            wider = merged([*columns, *map(_extent, row.figures)])
            longer = _widened(labels, row.label)
            if longer and longer.right > wider[0].left + TOUCH:
                break
            columns, labels, end = wider, longer, place + 1
        elif not _is_label(row, columns, labels):
            break
    if not columns:
        return None
    rows = [_beside(read(place), columns) for place in range(first, end)]
    # The rest of the last label is printed before the figures beside it.
    while end < count and _ends_label(last := _beside(read(end), columns), rows, columns, labels):
        rows.append(last)
        end += 1
    if sum(bool(row.figures) for row in rows) < fewest:
        return None
    return FigureRows(first, end, rows, _without_nils(columns, rows), _label_columns(rows))


def _beside(row: FigureRow, columns: Sequence[Extent]) -> FigureRow:
    """A row; one whose figures are all left of the columns is a label, or a mark behind one."""
    if not row.figures or not columns or row.figures[-1].right >= columns[0].left:
        return row
    return FigureRow(row.line, [*row.label, *row.figures], [])


def _without_nils(columns: Sequence[Extent], rows: Sequence[FigureRow]) -> list[Extent]:
    """The columns; one that holds nothing but signs for none is a part of its neighbour.

    Such a sign may be set to another edge than the figures, in rows that lack one.
    """
    held = [
        {n: piece for n, row in enumerate(rows) for piece in row.figures if is_in(piece, column)}
        for column in columns
    ]
    found: list[tuple[Extent, dict[int, Fragment]]] = []
    for column, cells in zip(columns, held, strict=True):
        before = found[-1] if found else None
        is_part = before is not None and not before[1].keys() & cells.keys()
        if before and is_part and (_are_nils(cells) or _are_nils(before[1])):
            found[-1] = (Extent(before[0].left, column.right), before[1] | cells)
        else:
            found.append((column, cells))
    return [column for column, _ in found]


def _are_nils(cells: Mapping[int, Fragment]) -> bool:
    return all(NIL.fullmatch(piece.text) for piece in cells.values())


def is_in(piece: Fragment, column: Extent) -> bool:
    """Whether a piece overlaps a column."""
    return piece.left < column.right and piece.right > column.left


def _label_columns(rows: Sequence[FigureRow]) -> list[Extent]:
    """One column for labels, or several such as number and name where most rows have all."""
    found = merged([_extent(piece) for row in rows for piece in row.label])
    whole = sum(len(row.label) == len(found) for row in rows if row.figures)
    if len(found) > 1 and whole < MOST_WHOLE * sum(bool(row.figures) for row in rows):
        return [Extent(found[0].left, found[-1].right)]
    return found


def _is_label(row: FigureRow, columns: Sequence[Extent], labels: Extent | None) -> bool:
    """Whether a line without figures is a label, or a part of one: in the labels' column alone."""
    if len(row.label) != 1 or row.label[0].right >= columns[0].left:
        return False
    # The label of the first row may wrap above and below its figures.
    return labels is None or is_in(row.label[0], labels)


def _ends_label(
    row: FigureRow, rows: Sequence[FigureRow], columns: Sequence[Extent], labels: Extent | None
) -> bool:
    last = max((each for each in rows if each.figures), key=lambda each: each.line.top)
    printed = min(piece.start for piece in last.figures)
    return (
        not row.figures
        and _is_label(row, columns, labels)
        and row.label[0].start < printed
        and row.line.top - rows[-1].line.bottom < row.line.height
    )


def _extent(piece: Fragment) -> Extent:
    return Extent(piece.left, piece.right)


def _widened(extent: Extent | None, pieces: Sequence[Fragment]) -> Extent | None:
    if not pieces:
        return extent
    left, right = pieces[0].left, pieces[-1].right
    if extent is None:
        return Extent(left, right)
    return Extent(min(left, extent.left), max(right, extent.right))


def merged(extents: Sequence[Extent]) -> list[Extent]:
    """Extents from left to right, those that overlap as one."""
    found: list[Extent] = []
    for each in sorted(extents, key=lambda extent: extent.left):
        if found and each.left < found[-1].right - TOUCH:
            found[-1] = Extent(found[-1].left, max(found[-1].right, each.right))
        else:
            found.append(each)
    return found
