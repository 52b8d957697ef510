"""Ruling lines of a PDF page and the grids that they make."""

import ctypes
import math
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import pypdfium2
import pypdfium2.raw as pdfium

from pipelines.readers.pdf_words import Turn

THICKEST = 3.0  # points: a thicker bar is a picture or a background
SHORTEST = 4.0  # points
TOUCH = 2.5  # points by which the ends of two lines may miss each other
MOST_OBJECTS = 20_000  # path objects of one page: a drawing, not tables
MOST_SEGMENTS = 400  # of one path: a curve of a drawing has more
STROKE_SEGMENTS = 2  # points of a straight stroke: its box is the stroke
RECTANGLE_SEGMENTS = (4, 5, 6)  # points of a rectangle: its box is the rectangle
OPEN_UPRIGHTS = 3  # upright lines that end at one height where no level line need close them
SAME_COLUMNS = 0.5  # share of inner borders that two rows of one table have in common
PATH, FORM = pdfium.FPDF_PAGEOBJ_PATH, pdfium.FPDF_PAGEOBJ_FORM
Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Ruling:
    """A straight line: at `place`, from `start` to `end`; y for a level one, x for an upright."""

    place: float
    start: float
    end: float


@dataclass(frozen=True, slots=True)
class Rulings:
    """The level and the upright lines of a page."""

    level: tuple[Ruling, ...]
    upright: tuple[Ruling, ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """Lines that make a table: the places of its columns and rows, and its inner borders.

    `has_border[row][column]` tells whether a line closes that cell on the right.
    """

    columns: tuple[float, ...]
    rows: tuple[float, ...]
    has_border: tuple[tuple[bool, ...], ...]
    has_floor: tuple[tuple[bool, ...], ...]

    def cell_at(self, x: float, y: float) -> tuple[int, int] | None:
        """Row and column of a place; None outside the grid."""
        row = bisect_right(self.rows, y) - 1
        column = bisect_right(self.columns, x) - 1
        if not (0 <= row < len(self.rows) - 1 and 0 <= column < len(self.columns) - 1):
            return None
        while column > 0 and not self.has_border[row][column - 1]:
            column -= 1
        while row > 0 and not self.has_floor[row - 1][column]:
            row -= 1
        return row, column


def read_rulings(page: pypdfium2.PdfPage, turn: Turn) -> Rulings:
    """The straight level and upright lines of a page, rectangles as their four sides."""
    level: list[Ruling] = []
    upright: list[Ruling] = []
    for left, right, top, bottom in _boxes(page, turn):
        width, height = right - left, bottom - top
        if height <= THICKEST and width >= SHORTEST:
            level.append(Ruling((top + bottom) / 2, left, right))
        elif width <= THICKEST and height >= SHORTEST:
            upright.append(Ruling((left + right) / 2, top, bottom))
        elif width > THICKEST and height > THICKEST:
            level += [Ruling(top, left, right), Ruling(bottom, left, right)]
            upright += [Ruling(left, top, bottom), Ruling(right, top, bottom)]
    joined = tuple(_merged(upright))
    closed = tuple(_merged(level))
    return Rulings(tuple(_merged([*closed, *_open_ends(joined, closed)])), joined)


def _open_ends(uprights: Sequence[Ruling], level: Sequence[Ruling]) -> Iterator[Ruling]:
    """A level line where several upright ones end at one height and none closes them.

    A row that a page break cuts is left open there by some typesetters.
    """
    ends = sorted(
        (
            (height, upright)
            for upright in uprights
            for height in (upright.start, upright.end)
            if not any(
                abs(each.place - height) <= TOUCH
                and each.start - TOUCH <= upright.place <= each.end + TOUCH
                for each in level
            )
        ),
        key=lambda end: end[0],
    )
    group: list[tuple[float, Ruling]] = []
    for end in [*ends, (math.inf, Ruling(0.0, 0.0, 0.0))]:
        if group and end[0] - group[0][0] > TOUCH:
            places = [ruling.place for _, ruling in group]
            if len(places) >= OPEN_UPRIGHTS:
                yield Ruling(group[0][0], min(places), max(places))
            group = []
        group.append(end)


def _boxes(page: pypdfium2.PdfPage, turn: Turn) -> Iterator[Box]:
    """Left, right, top and bottom of each stroke and rectangle, as the page is read."""
    for shape, shift in _paths(page):
        count = pdfium.FPDFPath_CountSegments(shape)
        if count <= STROKE_SEGMENTS or count in RECTANGLE_SEGMENTS:
            boxes = _bounds(shape)
        elif count <= MOST_SEGMENTS:
            boxes = _strokes(shape, count)
        else:
            continue
        for left, right, bottom, top in boxes:
            first, second = turn(*shift(left, bottom)), turn(*shift(right, top))
            yield (
                min(first[0], second[0]),
                max(first[0], second[0]),
                min(first[1], second[1]),
                max(first[1], second[1]),
            )


def _bounds(shape: object) -> Iterator[Box]:
    numbers = [ctypes.c_float() for _ in range(4)]
    if pdfium.FPDFPageObj_GetBounds(shape, *(ctypes.byref(number) for number in numbers)):
        left, bottom, right, top = (number.value for number in numbers)
        yield left, right, bottom, top


def _strokes(shape: object, count: int) -> Iterator[Box]:
    """Each straight stroke of a path that holds several."""
    matrix = pdfium.FS_MATRIX()
    pdfium.FPDFPageObj_GetMatrix(shape, ctypes.byref(matrix))
    shift = _shift_of(matrix)
    x, y = ctypes.c_float(), ctypes.c_float()
    before: tuple[float, float] | None = None
    for number in range(count):
        segment = pdfium.FPDFPath_GetPathSegment(shape, number)
        pdfium.FPDFPathSegment_GetPoint(segment, ctypes.byref(x), ctypes.byref(y))
        point = shift(x.value, y.value)
        if before and pdfium.FPDFPathSegment_GetType(segment) == pdfium.FPDF_SEGMENT_LINETO:
            yield before[0], point[0], before[1], point[1]
        before = point


def _paths(page: pypdfium2.PdfPage) -> Iterator[tuple[object, Turn]]:
    """Each path of the page, and of the forms on it, with the shift from its places."""
    matrix = pdfium.FS_MATRIX()
    for number in range(min(pdfium.FPDFPage_CountObjects(page.raw), MOST_OBJECTS)):
        shape = pdfium.FPDFPage_GetObject(page.raw, number)
        kind = pdfium.FPDFPageObj_GetType(shape)
        if kind == PATH:
            yield shape, _stay
        elif kind == FORM and pdfium.FPDFPageObj_GetMatrix(shape, ctypes.byref(matrix)):
            shift = _shift_of(matrix)
            for inner in range(min(pdfium.FPDFFormObj_CountObjects(shape), MOST_OBJECTS)):
                part = pdfium.FPDFFormObj_GetObject(shape, inner)
                if pdfium.FPDFPageObj_GetType(part) == PATH:
                    yield part, shift


def _stay(x: float, y: float) -> tuple[float, float]:
    return x, y


def _shift_of(matrix: pdfium.FS_MATRIX) -> Turn:
    a, b, c, d, e, f = matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f
    return lambda x, y: (a * x + c * y + e, b * x + d * y + f)


def _merged(rulings: Sequence[Ruling]) -> Iterator[Ruling]:
    """Lines at one place that touch, as one."""
    current: Ruling | None = None
    for ruling in sorted(rulings, key=lambda each: (round(each.place), each.start)):
        if (
            current is not None
            and abs(ruling.place - current.place) <= TOUCH
            and ruling.start <= current.end + TOUCH
            and ruling.end >= current.start - TOUCH
        ):
            start = min(current.start, ruling.start)
            current = Ruling(current.place, start, max(current.end, ruling.end))
            continue
        if current is not None:
            yield current
        current = ruling
    if current is not None:
        yield current


def find_grids(rulings: Rulings) -> list[Grid]:
    """The tables that lines make, from the top down; a single box is no table."""
    grids = [
        part
        for level, upright in _connected(rulings)
        if (grid := _grid(level, upright))
        for part in _parted(grid)
    ]
    return sorted(grids, key=lambda grid: grid.rows[0])


def _parted(grid: Grid) -> Iterator[Grid]:
    """A grid cut where its columns change: there one table stands right below another."""
    shapes = [
        frozenset(n for n, closes in enumerate(row[:-1]) if closes) for row in grid.has_border
    ]
    first, shape = 0, shapes[0]
    for number in range(1, len(shapes)):
        common = shape & shapes[number]
        is_other = len(common) < SAME_COLUMNS * min(len(shape), len(shapes[number]))
        if shape and shapes[number] and is_other:
            yield _rows_of(grid, first, number)
            first, shape = number, shapes[number]
        else:
            shape |= shapes[number]
    yield _rows_of(grid, first, len(shapes))


def _rows_of(grid: Grid, first: int, end: int) -> Grid:
    """Some rows of a grid, with the columns that any of them closes."""
    if first == 0 and end == len(grid.has_border):
        return grid
    borders = grid.has_border[first:end]
    used = [n for n in range(len(grid.columns) - 1) if any(row[n] for row in borders)]
    return Grid(
        (grid.columns[0], *(grid.columns[n + 1] for n in used)),
        grid.rows[first : end + 1],
        tuple(tuple(row[n] for n in used) for row in borders),
        tuple(tuple(row[n] for n in used) for row in grid.has_floor[first:end]),
    )


def _connected(rulings: Rulings) -> Iterator[tuple[list[Ruling], list[Ruling]]]:
    """Groups of lines that cross or touch each other."""
    group_of = list(range(len(rulings.upright)))
    touching: list[list[int]] = []
    for level in rulings.level:
        crossed = [
            number for number, upright in enumerate(rulings.upright) if _cross(level, upright)
        ]
        touching.append(crossed)
        if crossed:
            groups = {group_of[number] for number in crossed}
            least = min(groups)
            group_of = [least if group in groups else group for group in group_of]
    for group in sorted(set(group_of)):
        members = {number for number, each in enumerate(group_of) if each == group}
        yield (
            [
                level
                for level, crossed in zip(rulings.level, touching, strict=True)
                if members.intersection(crossed)
            ],
            [rulings.upright[number] for number in sorted(members)],
        )


def _cross(level: Ruling, upright: Ruling) -> bool:
    return (
        level.start - TOUCH <= upright.place <= level.end + TOUCH
        and upright.start - TOUCH <= level.place <= upright.end + TOUCH
    )


def _grid(level: Sequence[Ruling], upright: Sequence[Ruling]) -> Grid | None:
    columns = _places(upright)
    rows = _places(level)
    if len(columns) < 2 or len(rows) < 2 or (len(columns) == 2 and len(rows) == 2):
        return None
    has_border = tuple(
        tuple(_covers(upright, x, (above + below) / 2) for x in columns[1:])
        for above, below in pairwise(rows)
    )
    has_floor = tuple(
        tuple(_covers(level, y, (left + right) / 2) for left, right in pairwise(columns))
        for y in rows[1:]
    )
    return Grid(columns, rows, has_border, has_floor)


def _places(rulings: Sequence[Ruling]) -> tuple[float, ...]:
    """The places of parallel lines, those closer than a line is thick taken as one."""
    places: list[float] = []
    for place in sorted(ruling.place for ruling in rulings):
        if not places or place - places[-1] > THICKEST:
            places.append(place)
    return tuple(places)


def _covers(rulings: Sequence[Ruling], place: float, along: float) -> bool:
    return any(
        abs(ruling.place - place) <= THICKEST and ruling.start <= along <= ruling.end
        for ruling in rulings
    )
