"""Tables of figures: labels, headings and the number in each cell, with or without totals."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from pipelines.documents import Block, Document, Row
from pipelines.structures.tables import cell_text, column_of_labels, find_tables

# 12.50, (0.15), -3, £1,200, £1.5m, 18*
FIGURE = re.compile(
    r"^(?P<negative>[(\-−–])?\s?£?\s?(?P<figures>\d[\d,]*(?:\.\d+)?)\s?(?:m|k|bn)?\s?\)?\s?[*†‡]?$"
)
YEAR = re.compile(r"^(?:19|20)\d\d$")
# Columns and rows whose figures are never added up: per cents, averages, page numbers, years
NOT_ADDED = re.compile(
    r"%|\bper ?cent(?:age)?\b|\b(?:rate|ratio|average|mean|median|rank|change|page|item|para"
    r"|year|date|time|ref|phone|tel|per|target)\b",
    re.IGNORECASE,
)
# Figures may not sum due to rounding
ROUNDED = re.compile(r"\bround(?:ed|ing)\b", re.IGNORECASE)
NEAR = 3  # blocks beside a table that are searched for a note about it
HEADER_ROWS = 2  # rows of headings that together name a column


@dataclass(frozen=True, slots=True)
class NumberTable:
    """One table of figures.

    Attributes:
        rows: The rows below the header.
        labels: The label of each of them.
        headings: The heading of each column, the label column's among them.
        figures: For each row its figure in each column; None if none is printed or none is
            to be added up.
        is_rounded: Whether a note beside it says that figures are rounded.
    """

    title: str | None
    rows: tuple[Row, ...]
    labels: tuple[str, ...]
    headings: tuple[str, ...]
    figures: tuple[tuple[Decimal | None, ...], ...]
    is_rounded: bool


def find_number_tables(document: Document) -> Iterator[NumberTable]:
    """Every table that holds figures, in printed order."""
    blocks = list(document.blocks)
    for found in find_tables(blocks):
        rounded = _is_rounded(blocks, found.position)
        title = found.headings[0] if found.headings else None
        for header, body in _parted(found.rows):
            yield _read(title, header, body, rounded)


def figure(text: str) -> Decimal | None:
    """The number in a cell; None if it holds anything else.

    >>> figure("(1,200.5)")
    Decimal('-1200.5')
    """
    match = FIGURE.match(text.strip())
    if match is None:
        return None
    value = Decimal(match["figures"].replace(",", ""))
    return -value if match["negative"] else value


def _parted(rows: Sequence[Row]) -> Iterator[tuple[list[Row], list[Row]]]:
    """Header and body of each table; a header that a new page repeats opens no table."""
    header: list[Row] = []
    body: list[Row] = []
    pending: list[Row] = []
    for row in rows:
        if not _is_heading(row):
            if pending and not body:
                header, pending = pending, []
            elif pending and any(each.texts not in _texts(header) for each in pending):
                yield header, body
                header, body, pending = pending, [], []
            pending = []
            body.append(row)
        elif sum(bool(text) for text in row.texts) > 1 or not body:
            pending.append(row)
        else:
            body.append(row)
    if body:
        yield header, body


def _texts(rows: Sequence[Row]) -> set[tuple[str, ...]]:
    return {row.texts for row in rows}


def _is_heading(row: Row) -> bool:
    """Whether a row holds no figures; years head columns."""
    figures = [text for text in row.texts if figure(text) is not None]
    return all(YEAR.match(text) for text in figures)


def _read(title: str | None, header: list[Row], body: list[Row], rounded: bool) -> NumberTable:
    width = max(len(row.cells) for row in [*header, *body])
    label_column = column_of_labels(body)
    headings = tuple(
        " ".join(text for row in header[-HEADER_ROWS:] if (text := cell_text(row, number)))
        for number in range(width)
    )
    skipped = {
        number
        for number in range(width)
        if number == label_column
        or NOT_ADDED.search(headings[number])
        or any("%" in cell_text(row, number) for row in body)
    }
    labels = tuple(cell_text(row, label_column) for row in body)
    figures = tuple(
        tuple(
            None if number in skipped or NOT_ADDED.search(label) else figure(cell_text(row, number))
            for number in range(width)
        )
        for row, label in zip(body, labels, strict=True)
    )
    return NumberTable(title, tuple(body), labels, headings, figures, rounded)


def _is_rounded(blocks: Sequence[Block], position: int) -> bool:
    near = [
        *blocks[max(0, position - NEAR) : position],
        *blocks[position + 1 : position + 1 + NEAR],
    ]
    return any(ROUNDED.search(block.text) for block in near if not block.rows)
