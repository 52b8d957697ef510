"""The tables of a paper: title, heads, sections and rows, with the figure in each cell.

What columns and rows mean is decided in `roles`. Parts that a page break split are one table.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cached_property, lru_cache
from itertools import compress, pairwise

from pipelines.documents import Block, Row
from pipelines.notation.figures import Figure, is_crowded, read_figure
from pipelines.structures.figures.heads import Levels, read_heads
from pipelines.structures.figures.row_kinds import (
    columns_of_figures,
    is_figures,
    is_section,
    lacks_figures,
    words_of_section,
)
from pipelines.structures.figures.sums import PLAIN_TOTAL, TOTAL
from pipelines.structures.tables import FoundTable, cell_text, column_of_labels

# Columns and rows whose figures are never added up: per cents, averages, page numbers, years
NOT_ADDED = re.compile(
    r"%|\bper ?cent(?:age)?\b|\b(?:rate|ratio|average|mean|median|rank|change|page|item|para"
    r"|year|date|time|ref|phone|tel|per|target)\b",
    re.IGNORECASE,
)
# Figures may not sum due to rounding
ROUNDED = re.compile(r"\bround(?:ed|ing)\b", re.IGNORECASE)
DASHES = ("-", "–", "—", "nil")  # nothing, as opposed to what is not known
LINES_KEPT = 2_000  # heads and labels: several readings of a table ask for the same
NEAR = 3  # blocks beside a table that are searched for a note about it


@dataclass(frozen=True, slots=True)
class BodyRow:
    """One row below the heads.

    Attributes:
        number: Its place in the table, from 1; repeated heads do not count.
        texts: The words of its cells, each under its head.
        section: The row of one cell above it that names its part of the table, such as Income.
        is_left_over: Whether it prints figures that no column can hold.
        spaced: The columns whose figure may be two unless a sum proves it: `43 120`, and a blank.
    """

    row: Row
    number: int
    texts: tuple[str, ...]
    section: str = ""
    is_left_over: bool = False
    spaced: tuple[int, ...] = ()

    def text(self, column: int) -> str:
        """The words of a cell; empty if the row is too short."""
        return self.texts[column] if column < len(self.texts) else ""


@dataclass(frozen=True)
class FigureTable:
    """One table.

    Attributes:
        position: The block in which it begins.
        titles: The short lines right above it, nearest first, and lines across it.
        heads: For each column its heads from top to bottom.
        stub: The column of labels.
        is_rounded: Whether a note beside it says that figures are rounded.
        lead_in: The paragraph right above it, if that is no short line.
    """

    position: int
    titles: tuple[str, ...]
    heads: tuple[Levels, ...]
    stub: int
    body: tuple[BodyRow, ...]
    is_rounded: bool = False
    lead_in: str = ""

    @property
    def title(self) -> str | None:
        """The line right above the table."""
        return self.titles[0] if self.titles else None

    @cached_property
    def headings(self) -> tuple[str, ...]:
        """The heads of each column in one line."""
        return tuple(" ".join(levels) for levels in self.heads)

    @cached_property
    def labels(self) -> tuple[str, ...]:
        """The label of each row."""
        return tuple(self._label(row) for row in self.body)

    def _label(self, row: BodyRow) -> str:
        """The words in the column of labels, or those of a total to the left of it."""
        label = row.text(self.stub)
        if label:
            return label
        before = (text for text in row.texts[: self.stub] if PLAIN_TOTAL.match(text))
        return next(before, "")

    @cached_property
    def has_figures(self) -> bool:
        """Whether any cell below the heads holds a figure."""
        return any(read_figure(text) for row in self.body for text in row.texts)

    def figure(self, row: int, column: int) -> Figure | None:
        """The figure in a cell."""
        return read_figure(self.body[row].text(column))

    def figures_to_add(
        self, left_out: frozenset[int] = frozenset()
    ) -> tuple[tuple[Decimal | None, ...], ...]:
        """For each row its figure in each column; None for those that nobody adds up."""
        headings = self.headings
        totals = {column for column, heading in enumerate(headings) if _is_total(heading)}
        skipped = {
            column
            for column, heading in enumerate(headings)
            if column == self.stub
            or column in left_out
            or _is_not_added(heading)
            or any(row.text(column).endswith("%") for row in self.body)
        }

        def added(row: BodyRow, label: str) -> tuple[Decimal | None, ...]:
            is_left_out = _is_not_added(label)
            is_total = _is_total(label)
            return tuple(
                None
                if is_left_out or column in skipped
                else _added(row.text(column), is_total=is_total or column in totals)
                for column in range(len(headings))
            )

        return tuple(map(added, self.body, self.labels))


@dataclass(slots=True)
class _Part:
    """Rows that are collected for one table."""

    header: list[Row]
    body: list[tuple[Row, int]]
    number: int = 0


def tables_in(found: FoundTable, *, is_rounded: bool) -> Iterator[FigureTable]:
    """The tables of rows with nothing between them."""
    bounds = [0, *_starts_of_other_columns(found), len(found.rows)]
    for first, end in pairwise(bounds):
        starts = frozenset(start - first for start in found.starts if first < start < end)
        for part in _parts(replace(found, rows=found.rows[first:end], starts=starts)):
            yield _table(found, part, is_rounded)


def _parts(found: FoundTable) -> Iterator[_Part]:
    """Header and body of each table; a header that a new page repeats opens no table."""
    part = _Part([], [])
    pending: list[Row] = []
    hold_figures = [is_figures(row) for row in found.rows]
    rows_of_figures = list(compress(found.rows, hold_figures))
    stub = column_of_labels(rows_of_figures)
    held = columns_of_figures(rows_of_figures)
    for number, row in enumerate(found.rows):
        if number in found.starts and pending and len(pending[-1].cells) != len(row.cells):
            pending = []  # heads of other columns than these
        if hold_figures[number] or lacks_figures(
            row, held, is_in_body=bool(part.body), is_below_heads=bool(pending)
        ):
            if pending and not _repeats(part, pending, stub):
                if part.body:
                    yield part
                    part = _Part([], [])
                sections = _trailing_sections(pending, stub)
                part.header += pending[: len(pending) - len(sections)]
                part.number += len(part.header)
                for section in sections:
                    _add(part, section)
            pending = []
            _add(part, row)
        elif is_section(row, stub) and (part.body or part.header) and not pending:
            _add(part, row)
        else:
            pending.append(row)
    if part.body and any(is_figures(row) for row, _ in part.body):
        yield part
        part = _Part([], [])
    rest = [row for row in pending if row.texts not in {each.texts for each in part.header}]
    if len(rest) > 1:
        yield _words_alone(rest)


def _starts_of_other_columns(found: FoundTable) -> Iterator[int]:
    """The rows that begin a part with other columns than the part before: its heads are not theirs.

    A part whose rows are all of one length has the columns that they have.
    """
    bounds = [0, *sorted(found.starts), len(found.rows)]
    lengths = [{len(row.cells) for row in found.rows[first:end]} for first, end in pairwise(bounds)]
    for start, (before, after) in zip(bounds[1:], pairwise(lengths), strict=False):
        are_whole = len(before) == len(after) == 1
        if max(after) > max(before) or (are_whole and before != after):
            yield start


def _trailing_sections(pending: Sequence[Row], stub: int) -> list[Row]:
    """The rows of one cell below the heads: they name the first part of the body."""
    heads = [number for number, row in enumerate(pending) if not is_section(row, stub)]
    return list(pending[heads[-1] + 1 :]) if heads else []


def _add(part: _Part, row: Row) -> None:
    part.number += 1
    part.body.append((row, part.number))


def _repeats(part: _Part, pending: Sequence[Row], stub: int) -> bool:
    """Whether a header repeats that of a table which goes on."""
    known = {row.texts for row in part.header}
    is_closed = bool(part.body) and bool(PLAIN_TOTAL.match(part.body[-1][0].texts[0]))
    same = all(row.texts in known or is_section(row, stub) for row in pending)
    return bool(part.body) and same and not is_closed


def _words_alone(rows: Sequence[Row]) -> _Part:
    """A table without figures: its first row with several cells is its header."""
    first = next((n for n, row in enumerate(rows) if not is_section(row)), 0)
    body = [row for row in rows[first + 1 :] if row.texts != rows[first].texts]
    part = _Part(list(rows[: first + 1]), [], first + 1)
    for row in body:
        _add(part, row)
    return part


def _table(found: FoundTable, part: _Part, rounded: bool) -> FigureTable:
    across = [row for row in part.header if is_section(row) and not _names_stub(row, part)]
    header = [row for row in part.header if row not in across]
    rows = [row for row, _ in part.body]
    width = max(len(row.texts) for row in [*header, *rows]) if rows else 0
    stub = column_of_labels([row for row in rows if not is_section(row)] or rows)
    heads = read_heads(header, width, stub)
    titles = (*(row.texts[0] for row in reversed(across)), *found.headings)
    body = _body(part, heads, stub)
    return FigureTable(found.position, titles, heads, stub, body, rounded, found.lead_in)


def _names_stub(row: Row, part: _Part) -> bool:
    """Whether one cell above the labels is the rest of a head that wraps."""
    return row.texts[0][:1].islower() and row is not part.header[0]


def _body(part: _Part, heads: Sequence[Levels], stub: int) -> tuple[BodyRow, ...]:
    headed = [column for column, levels in enumerate(heads) if levels and column != stub]
    rows = [(row, number) for row, number in part.body]
    loose = _loose_columns([row for row, _ in rows], heads, stub)
    found: list[BodyRow] = []
    section = ""
    for row, number in rows:
        if is_section(row, stub):
            section = words_of_section(row)
        texts = _aligned(row, headed)
        extra = any(texts[c] and read_figure(texts[c]) for c in loose if c < len(texts))
        crowded = any(is_crowded(text) for text in texts)
        is_full = all(cell for c, cell in enumerate(texts) if c in headed)
        left_over = crowded or (extra and is_full)
        spaced = tuple(_that_hide_a_figure(texts, headed))
        found.append(BodyRow(row, number, texts, section, left_over, spaced))
    return tuple(found)


def _loose_columns(rows: Sequence[Row], heads: Sequence[Levels], stub: int) -> set[int]:
    """Columns without a head in which only a few rows hold a figure."""
    if not any(heads):
        return set()
    bare = [column for column, levels in enumerate(heads) if not levels and column != stub]
    held = {
        column: sum(read_figure(cell_text(row, column)) is not None for row in rows)
        for column in bare
    }
    return {column for column, count in held.items() if 0 < 2 * count < len(rows)}


def _aligned(row: Row, headed: Sequence[int]) -> tuple[str, ...]:
    """The cells of a row under their heads; blanks that slipped in between are taken out.

    Only if the row prints one figure for each head, so that their order says which is which.
    """
    by_place = [cell_text(row, column) for column in headed]
    figures = [text for text in row.texts if read_figure(text) is not None]
    if all(by_place) or len(figures) != len(headed) or not headed:
        return row.texts
    width = max(len(row.texts), headed[-1] + 1)
    moved = dict(zip(headed, figures, strict=True))
    return tuple(
        moved.get(column, "" if cell_text(row, column) in figures else cell_text(row, column))
        for column in range(width)
    )


def _that_hide_a_figure(texts: Sequence[str], headed: Sequence[int]) -> Iterator[int]:
    """The columns in which `43 120` may be two figures: a cell beside it is blank."""
    for column in headed:
        figure = read_figure(texts[column]) if column < len(texts) else None
        if figure is None or not figure.is_spaced:
            continue
        beside = [each for each in (column - 1, column + 1) if each in headed]
        if any(each >= len(texts) or not texts[each] for each in beside):
            yield column


def _added(text: str, *, is_total: bool) -> Decimal | None:
    """The figure of a cell as it is added up; a dash adds nothing, but totals nothing either."""
    figure = read_figure(text)
    if figure is None:
        return Decimal(0) if text in DASHES and not is_total else None
    return figure.value.scaleb(len(str(figure.scale)) - 1) if figure.scale else figure.value


@lru_cache(maxsize=LINES_KEPT)
def _is_not_added(text: str) -> bool:
    return NOT_ADDED.search(text) is not None


@lru_cache(maxsize=LINES_KEPT)
def _is_total(text: str) -> bool:
    return TOTAL.search(text) is not None


def is_rounded_at(blocks: Sequence[Block], position: int) -> bool:
    """Whether a note near a table says that its figures are rounded."""
    near = [
        *blocks[max(0, position - NEAR) : position],
        *blocks[position + 1 : position + 1 + NEAR],
    ]
    return any(ROUNDED.search(block.text) for block in near if not block.rows)
