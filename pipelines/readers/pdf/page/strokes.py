"""Strokes and bars of a PDF page, as boxes; backgrounds are left out."""

import ctypes
from collections.abc import Iterator

import pypdfium2
import pypdfium2.raw as pdfium

from pipelines.readers.pdf.page.calls import Address, address_of, unchecked
from pipelines.readers.pdf.page.characters import Turn

THICKEST = 3.0  # points: a thicker bar is a picture or a background
MOST_OBJECTS = 20_000  # path objects of one page: a drawing, not tables
MOST_SEGMENTS = 400  # of one path: a curve of a drawing has more
STROKE_SEGMENTS = 2  # points of a straight stroke: its box is the stroke
RECTANGLE_SEGMENTS = (4, 5, 6)  # points of a rectangle: its box is the rectangle
PATH, FORM = pdfium.FPDF_PAGEOBJ_PATH, pdfium.FPDF_PAGEOBJ_FORM
GET_OBJECT = unchecked(pdfium.FPDFPage_GetObject, Address)
GET_FORM_OBJECT = unchecked(pdfium.FPDFFormObj_GetObject, Address)
COUNT_FORM_OBJECTS = unchecked(pdfium.FPDFFormObj_CountObjects)
GET_TYPE = unchecked(pdfium.FPDFPageObj_GetType)
GET_MATRIX = unchecked(pdfium.FPDFPageObj_GetMatrix)
GET_BOUNDS = unchecked(pdfium.FPDFPageObj_GetBounds)
GET_DRAW_MODE = unchecked(pdfium.FPDFPath_GetDrawMode)
COUNT_SEGMENTS = unchecked(pdfium.FPDFPath_CountSegments)
GET_SEGMENT = unchecked(pdfium.FPDFPath_GetPathSegment, Address)
GET_POINT = unchecked(pdfium.FPDFPathSegment_GetPoint)
GET_SEGMENT_TYPE = unchecked(pdfium.FPDFPathSegment_GetType)
MOVE, LINE = pdfium.FPDF_SEGMENT_MOVETO, pdfium.FPDF_SEGMENT_LINETO
Box = tuple[float, float, float, float]
Point = tuple[float, float]


def read_boxes(page: pypdfium2.PdfPage, turn: Turn) -> Iterator[Box]:
    """Left, right, top and bottom of each stroke and rectangle, as the page is read.

    A filled shape without an outline is a line if it is thin, else the shade of rows or cells.
    """
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    modes = ctypes.byref(fill), ctypes.byref(stroke)
    for shape, shift in _paths(page):
        GET_DRAW_MODE(shape, *modes)
        is_stroked = bool(stroke.value)
        for left, right, bottom, top in _shapes(shape, is_stroked):
            if not is_stroked and min(right - left, top - bottom) > THICKEST:
                continue
            first, second = turn(*shift(left, bottom)), turn(*shift(right, top))
            yield (
                min(first[0], second[0]),
                max(first[0], second[0]),
                min(first[1], second[1]),
                max(first[1], second[1]),
            )


def _paths(page: pypdfium2.PdfPage) -> Iterator[tuple[Address, Turn]]:
    """Each path of the page, and of the forms on it, with the shift from its places."""
    matrix = pdfium.FS_MATRIX()
    handle = address_of(page.raw)
    for number in range(min(pdfium.FPDFPage_CountObjects(page.raw), MOST_OBJECTS)):
        shape = GET_OBJECT(handle, number)
        kind = GET_TYPE(shape)
        if kind == PATH:
            yield shape, _stay
        elif kind == FORM and GET_MATRIX(shape, ctypes.byref(matrix)):
            shift = _shift_of(matrix)
            for inner in range(min(COUNT_FORM_OBJECTS(shape), MOST_OBJECTS)):
                part = GET_FORM_OBJECT(shape, inner)
                if GET_TYPE(part) == PATH:
                    yield part, shift


def _shapes(shape: Address, is_stroked: bool) -> Iterator[Box]:
    """The boxes of a path's strokes, or of the areas that it fills."""
    count = COUNT_SEGMENTS(shape)
    if count <= STROKE_SEGMENTS or count in RECTANGLE_SEGMENTS:
        yield from _bounds(shape)
    elif count <= MOST_SEGMENTS:
        points = list(_points(shape, count))
        yield from _strokes(points) if is_stroked else _areas(points)


def _bounds(shape: Address) -> Iterator[Box]:
    numbers = [ctypes.c_float() for _ in range(4)]
    if GET_BOUNDS(shape, *(ctypes.byref(number) for number in numbers)):
        left, bottom, right, top = (number.value for number in numbers)
        yield left, right, bottom, top


def _points(shape: Address, count: int) -> Iterator[tuple[int, Point]]:
    """The kind and the end of each segment of a path."""
    matrix = pdfium.FS_MATRIX()
    GET_MATRIX(shape, ctypes.byref(matrix))
    shift = _shift_of(matrix)
    x, y = ctypes.c_float(), ctypes.c_float()
    for number in range(count):
        segment = GET_SEGMENT(shape, number)
        GET_POINT(segment, ctypes.byref(x), ctypes.byref(y))
        yield GET_SEGMENT_TYPE(segment), shift(x.value, y.value)


def _strokes(points: list[tuple[int, Point]]) -> Iterator[Box]:
    """Each straight stroke of a path that holds several."""
    before: Point | None = None
    for kind, point in points:
        if before and kind == LINE:
            yield before[0], point[0], before[1], point[1]
        before = point


def _areas(points: list[tuple[int, Point]]) -> Iterator[Box]:
    """The box around each closed part of a path."""
    part: list[Point] = []
    for kind, point in [*points, (MOVE, (0.0, 0.0))]:
        if kind == MOVE:
            if len(part) > 1:
                across, along = zip(*part, strict=True)
                yield min(across), max(across), min(along), max(along)
            part = []
        part.append(point)


def _stay(x: float, y: float) -> Point:
    return x, y


def _shift_of(matrix: pdfium.FS_MATRIX) -> Turn:
    a, b, c, d, e, f = matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f
    return lambda x, y: (a * x + c * y + e, b * x + d * y + f)
