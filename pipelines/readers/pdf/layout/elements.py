"""Elements of a PDF page before its lines are numbered: prose and tables."""

from collections.abc import Sequence
from dataclasses import dataclass

from pipelines.documents import Kind, Reading
from pipelines.readers.pdf.layout.lines import Extent, Line

CellLines = list[list[Line]]  # the paragraphs of a cell, each as its lines


@dataclass(frozen=True, slots=True)
class Prose:
    """A heading, paragraph or list item as its lines.

    `is_full` if its last line reaches the right edge and ends no sentence: more may follow
    in the next column or on the next page.
    """

    lines: list[Line]
    kind: Kind
    level: int = 0
    is_full: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table as the lines of its cells; every row has a cell for each column.

    Attributes:
        is_sure: Whether each head is clearly of one column: ruling lines part them, or nothing
            overlaps.
        rival: The rows of heads of another reading that is about as likely; empty if none is.
        head_rows: How many rows of heads the table begins with, which these would replace.
        spans: For the first rows, over how many columns each cell is; nothing if all are over one.
    """

    rows: list[list[CellLines]]
    columns: Sequence[Extent]
    left: float
    right: float
    top: float
    bottom: float
    start: int
    is_ruled: bool
    is_sure: bool = False
    rival: tuple[list[CellLines], ...] = ()
    head_rows: int = 0
    spans: tuple[tuple[int, ...], ...] = ()
    readings: tuple[Reading, ...] = (Reading("columns of words with room between them"),)


Element = Prose | Table
