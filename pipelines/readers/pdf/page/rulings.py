"""Ruling lines of a PDF page and the grids that they make."""

import math
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import pypdfium2

from pipelines.readers.pdf.page.characters import Turn
from pipelines.readers.pdf.page.strokes import THICKEST, read_boxes

SHORTEST = 4.0  # points
TOUCH = 2.5  # points by which the ends of two lines may miss each other
OPEN_UPRIGHTS = 2  # upright lines that end at one height without a level line to close them
NARROWEST_SIDE = 10.0  # points by which level lines reach beyond the outer upright ones of a table
FEWEST_EDGES = 3  # of columns: a box, or a stack of boxes, is a frame around what it holds
SAME_COLUMNS = 0.5  # share of inner borders that two rows of one table have in common


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

    `has_border[row][column]` is true if a line closes that cell on the right.
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
    for left, right, top, bottom in read_boxes(page, turn):
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
    """A level line for several upright ones that end at one height without one.

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
    """The tables that lines make, from the top down; boxes are not tables."""
    grids = [
        part
        for level, upright in _connected(rulings)
        if (grid := _grid(level, upright))
        for part in _parted(grid)
    ]
    return sorted(grids, key=lambda grid: grid.rows[0])


def _parted(grid: Grid) -> Iterator[Grid]:
    """A grid cut where its columns change: there one table is right below another."""
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
    columns = _with_open_sides(_places(upright), level)
    rows = _places(level)
    if len(columns) < FEWEST_EDGES or len(rows) < 2:
        return None
    heights, middles = _middles(rows), _middles(columns)
    borders = [_covered(upright, x, heights) for x in columns[1:]]
    floors = [_covered(level, y, middles) for y in rows[1:]]
    return Grid(columns, rows, tuple(zip(*borders, strict=True)), tuple(floors))


def _with_open_sides(columns: tuple[float, ...], level: Sequence[Ruling]) -> tuple[float, ...]:
    """The places of columns, those beside the outer lines added where level lines reach further."""
    if not columns or not level:
        return columns
    left, right = min(each.start for each in level), max(each.end for each in level)
    first = (left,) if left < columns[0] - NARROWEST_SIDE else ()
    last = (right,) if right > columns[-1] + NARROWEST_SIDE else ()
    return (*first, *columns, *last)


def _places(rulings: Sequence[Ruling]) -> tuple[float, ...]:
    """The places of parallel lines, those closer than a line is thick taken as one."""
    places: list[float] = []
    for place in sorted(ruling.place for ruling in rulings):
        if not places or place - places[-1] > THICKEST:
            places.append(place)
    return tuple(places)


def _middles(edges: Sequence[float]) -> list[float]:
    return [(first + second) / 2 for first, second in pairwise(edges)]


def _covered(rulings: Sequence[Ruling], place: float, middles: Sequence[float]) -> tuple[bool, ...]:
    """Whether a line at a place covers each of the middles between neighbouring edges."""
    near = [ruling for ruling in rulings if abs(ruling.place - place) <= THICKEST]
    return tuple(any(ruling.start <= middle <= ruling.end for ruling in near) for middle in middles)
