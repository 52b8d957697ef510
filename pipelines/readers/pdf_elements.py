"""What the reader finds on a PDF page before it has line numbers: prose and tables."""

from collections.abc import Sequence
from dataclasses import dataclass

from pipelines.documents import Kind
from pipelines.readers.pdf_lines import Line

CellLines = list[list[Line]]  # the paragraphs of a cell, each as its lines


@dataclass(frozen=True, slots=True)
class Prose:
    """A heading, paragraph or list item as its lines."""

    lines: list[Line]
    kind: Kind
    level: int = 0


@dataclass(frozen=True, slots=True)
class Extent:
    """Where a column stands, from the left of its words to their right."""

    left: float
    right: float


@dataclass(frozen=True, slots=True)
class Table:
    """A table as the lines of its cells; every row has a cell for each column."""

    rows: list[list[CellLines]]
    columns: Sequence[Extent]
    left: float
    right: float
    top: float
    bottom: float
    start: int
    is_ruled: bool


Element = Prose | Table
