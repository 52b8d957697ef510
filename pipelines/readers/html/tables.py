"""Tables of a web page: cells that span, tables within tables, tables that only lay out a page."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from pipelines.documents import Block, Cell, Kind, Passage, Row
from pipelines.readers.html.visible_text import VisibleText

WIDEST_SPAN = 200  # columns: only a mistake in a colspan is wider
LONGEST_SPAN = 1000  # rows


@dataclass(frozen=True, slots=True)
class _OpenCell:
    """The blocks of a cell, and over how many columns it is."""

    blocks: list[Block]
    span: int


# One place of a row: a cell, or None if another cell spans it
Place: TypeAlias = _OpenCell | None


@dataclass(slots=True)
class OpenTable:
    """A table that is being read.

    Attributes:
        tag: `dl` for a definition list, which is read as a table of terms and descriptions.
        is_layout: Whether the page says that the table only lays it out.
        caption: Its caption, once that is read.
        cell: The blocks of the open cell; None if no cell is open.
        places: How many places all its rows have so far.
    """

    tag: Literal["table", "dl"]
    is_layout: bool = False
    caption: Passage | None = None
    cell: list[Block] | None = None
    places: int = 0
    _rows: list[tuple[list[Place], Passage]] = field(default_factory=list)
    _row: list[Place] | None = None
    _row_start: int = 0
    _below: dict[int, int] = field(default_factory=dict)

    @property
    def width(self) -> int:
        """How many places the open row has."""
        return len(self._row or ())

    def start_row(self, text: VisibleText) -> None:
        """Begin a row here; an open one ends."""
        self.end_row(text)
        self._row = []
        self._row_start = text.place

    def start_cell(self, text: VisibleText, columns: int = 1, rows: int = 1) -> None:
        """Begin a cell here that spans so many columns and rows; an open one ends."""
        if self._row is None:
            self.start_row(text)
        row = self._row = self._row or []
        self._fill(row)
        start = len(row)
        self.cell = []
        span = min(columns, WIDEST_SPAN)
        row += [_OpenCell(self.cell, span), *[None] * (span - 1)]
        self.places += len(row) - start
        if rows > 1:
            for column in range(start, len(row)):
                self._below[column] = min(rows, LONGEST_SPAN) - 1

    def end_cell(self) -> None:
        """End the open cell."""
        self.cell = None

    def end_row(self, text: VisibleText) -> None:
        """End the open row; one without any words is left out."""
        self.cell = None
        if self._row is None:
            return
        self._fill(self._row)
        passage = text.cut(self._row_start, text.place)
        if passage is not None:
            self._rows.append((self._row, passage))
        self._row = None

    def blocks(self) -> list[Block]:
        """The caption, then the table and the tables within it, or the content that it lays out."""
        caption = [Block(Kind.PARAGRAPH, self.caption)] if self.caption else []
        if self._is_grid():
            within = (block for block in self._contents() if block.kind is Kind.TABLE)
            return [*caption, self._block(), *within]
        return [*caption, *self._contents()]

    def _fill(self, row: list[Place]) -> None:
        """Leave a place blank wherever a cell above reaches down to this row."""
        while self._below.get(len(row), 0) > 0:
            self._below[len(row)] -= 1
            self.places += 1
            row.append(None)

    def _contents(self) -> Iterator[Block]:
        for places, _ in self._rows:
            for place in places:
                yield from place.blocks if place else ()

    def _is_grid(self) -> bool:
        """Whether the table has rows and columns, and is not a frame around other things."""
        widest = max((len(places) for places, _ in self._rows), default=0)
        if self.is_layout or widest <= 1:
            return False
        return len(self._rows) > 1 or all(b.kind is not Kind.TABLE for b in self._contents())

    def _block(self) -> Block:
        # Places beyond the last cell of any row come only from a colspan: they are not columns.
        width = max(
            column + 1
            for places, _ in self._rows
            for column, place in enumerate(places)
            if place is not None
        )
        rows = tuple(
            Row(tuple(_cell(place) for place in places[:width]), passage)
            for places, passage in self._rows
        )
        return Block(Kind.TABLE, rows[0].passage, rows)


def _cell(place: Place) -> Cell:
    if place is None:
        return Cell()
    words = tuple(block.passage for block in place.blocks if block.kind is not Kind.TABLE)
    return Cell(words, place.span)
