"""Strokes and bars of a PDF page, as boxes; backgrounds are left out."""

import ctypes
from collections.abc import Iterator

import pypdfium2
import pypdfium2.raw as pdfium

from pipelines.readers.pdf_words import Turn

THICKEST = 3.0  # points: a thicker bar is a picture or a background
MOST_OBJECTS = 20_000  # path objects of one page: a drawing, not tables
MOST_SEGMENTS = 400  # of one path: a curve of a drawing has more
STROKE_SEGMENTS = 2  # points of a straight stroke: its box is the stroke
RECTANGLE_SEGMENTS = (4, 5, 6)  # points of a rectangle: its box is the rectangle
PATH, FORM = pdfium.FPDF_PAGEOBJ_PATH, pdfium.FPDF_PAGEOBJ_FORM
MOVE, LINE = pdfium.FPDF_SEGMENT_MOVETO, pdfium.FPDF_SEGMENT_LINETO
Box = tuple[float, float, float, float]
Point = tuple[float, float]


def read_boxes(page: pypdfium2.PdfPage, turn: Turn) -> Iterator[Box]:
    """Left, right, top and bottom of each stroke and rectangle, as the page is read.

    A filled shape without an outline is a line where it is thin, else the shade of rows or cells.
    """
    for shape, shift in _paths(page):
        is_stroked = _is_stroked(shape)
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


def _is_stroked(shape: object) -> bool:
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDFPath_GetDrawMode(shape, ctypes.byref(fill), ctypes.byref(stroke))
    return bool(stroke.value)


def _shapes(shape: object, is_stroked: bool) -> Iterator[Box]:
    """The boxes of a path's strokes, or of the areas that it fills."""
    count = pdfium.FPDFPath_CountSegments(shape)
    if count <= STROKE_SEGMENTS or count in RECTANGLE_SEGMENTS:
        yield from _bounds(shape)
    elif count <= MOST_SEGMENTS:
        points = list(_points(shape, count))
        yield from _strokes(points) if is_stroked else _areas(points)


def _bounds(shape: object) -> Iterator[Box]:
    numbers = [ctypes.c_float() for _ in range(4)]
    if pdfium.FPDFPageObj_GetBounds(shape, *(ctypes.byref(number) for number in numbers)):
        left, bottom, right, top = (number.value for number in numbers)
        yield left, right, bottom, top


def _points(shape: object, count: int) -> Iterator[tuple[int, Point]]:
    """The kind and the end of each segment of a path."""
    matrix = pdfium.FS_MATRIX()
    pdfium.FPDFPageObj_GetMatrix(shape, ctypes.byref(matrix))
    shift = _shift_of(matrix)
    x, y = ctypes.c_float(), ctypes.c_float()
    for number in range(count):
        segment = pdfium.FPDFPath_GetPathSegment(shape, number)
        pdfium.FPDFPathSegment_GetPoint(segment, ctypes.byref(x), ctypes.byref(y))
        yield pdfium.FPDFPathSegment_GetType(segment), shift(x.value, y.value)


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
