"""Tables that count councillors by programme and by a dimension, either of them across.

One header row names the programmes and each row below a region, a group or a type of council; in
a turned table the header names those, and each row below a programme.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from pipelines.documents import Block, Kind, Row
from pipelines.notation.numbers import parse_cell_count
from pipelines.reference.dimensions import DimensionKind
from pipelines.reference.registers import Registers
from pipelines.reference.slugs import slug
from pipelines.structures.tables import cell_text

TOTAL = re.compile(r"^(?:grand |overall )?totals?\W*$", re.IGNORECASE)
# Extra marks in a recognised header besides its code: "L P", "LE*", "(NG)"
NOISE = re.compile(r"[^A-Za-z]+")
LEAST_KNOWN = 2  # programmes, or values: a header that names fewer belongs to some other table


@dataclass(frozen=True, slots=True)
class Programme:
    """A programme as a table names it; `all` for a total."""

    programme_id: str
    code: str


@dataclass(frozen=True, slots=True)
class UptakeCell:
    """One printed count. `value` is canonical, `total`, or as printed if no register has it."""

    programme: Programme
    value: str
    column: int
    count: int


@dataclass(frozen=True, slots=True)
class UptakeRow:
    """One row of counts with its cells from left to right, columns counted from 0."""

    row: Row
    cells: tuple[UptakeCell, ...]


@dataclass(frozen=True, slots=True)
class UptakeTable:
    """One table: the block it begins in, its dimension, its rows below the header."""

    position: int
    dimension: DimensionKind
    rows: tuple[UptakeRow, ...]

    @property
    def grand_total(self) -> int | None:
        """The printed total of totals; else the sum of the totals by value, None without any."""
        totals = [
            cell
            for each in self.rows
            for cell in each.cells
            if cell.programme.programme_id == "all"
        ]
        printed = [cell.count for cell in totals if cell.value == "total"]
        if printed:
            return printed[0]
        return sum(cell.count for cell in totals) if totals else None


@dataclass(frozen=True, slots=True)
class _Heading:
    """The heading of a column: a programme, or in a turned table a value of the dimension."""

    number: int
    programme: Programme | None
    value: str | None


@dataclass(slots=True)
class _Open:
    """A table whose rows are being collected."""

    position: int
    dimension: DimensionKind
    label_column: int
    headings: tuple[_Heading, ...]
    rows: list[Row]

    @property
    def is_closed(self) -> bool:
        """Whether the total row has been read: later rows belong to another table."""
        return any(TOTAL.match(cell_text(row, self.label_column)) for row in self.rows)

    def goes_on_with(self, other: "_Open") -> bool:
        """Whether a header only repeats this table's on a new page."""
        same = (self.dimension, self.headings) == (other.dimension, other.headings)
        return same and not self.is_closed


def find_uptake_tables(blocks: Sequence[Block], registers: Registers) -> Iterator[UptakeTable]:
    """Every such table; blocks with nothing between them may hold one table or several."""
    table: _Open | None = None
    for position, block in enumerate(blocks):
        if table and block.kind is not Kind.TABLE:
            yield _finished(table, registers)
            table = None
        for number, row in enumerate(block.rows):
            below = block.rows[number + 1 :]
            opened = _open(row, below, position, registers)
            opened = opened or _open_turned(row, below, position, registers)
            if opened is None:
                if table and cell_text(row, table.label_column):
                    table.rows.append(row)
            elif table is None or not table.goes_on_with(opened):
                if table:
                    yield _finished(table, registers)
                table = opened
    if table:
        yield _finished(table, registers)


def _open(row: Row, below: Sequence[Row], position: int, registers: Registers) -> _Open | None:
    """The table opened by a header of programmes; None if the row is not such a header."""
    if _holds_count(row.texts):
        return None
    programmes = [_programme(text, registers) for text in row.texts]
    if sum(each is not None for each in programmes) < LEAST_KNOWN:
        return None
    headings: list[_Heading] = []
    unknown: list[_Heading] = []
    dimension: DimensionKind | None = None
    label_column = 0
    for number, (text, programme) in enumerate(zip(row.texts, programmes, strict=True)):
        kind = registers.dimensions.kind_of(text)
        if kind and dimension is None:
            dimension, label_column = kind, number
        elif programme:
            headings.append(_Heading(number, programme, None))
        elif text:
            unknown.append(_Heading(number, Programme(slug(text), text), None))
    known = [each for each in headings if each.programme and each.programme.programme_id != "all"]
    if len(known) < LEAST_KNOWN or len(unknown) > len(known):
        return None
    if dimension is None:
        dimension = _commonest([cell_text(each, 0) for each in below], registers)
        unknown = [each for each in unknown if each.number != 0]
    if dimension is None:
        return None
    ordered = tuple(sorted([*headings, *unknown], key=lambda each: each.number))
    return _Open(position, dimension, label_column, ordered, [])


def _open_turned(
    row: Row, below: Sequence[Row], position: int, registers: Registers
) -> _Open | None:
    """The table that a header of values opens, with programmes below in its first column."""
    if _holds_count(row.texts[1:]):
        return None
    dimension = _commonest(row.texts[1:], registers)
    if dimension is None:
        return None
    labels = [_programme(cell_text(each, 0), registers) for each in below]
    known = {each.programme_id for each in labels if each} - {"all"}
    if len(known) < LEAST_KNOWN:
        return None
    headings = tuple(
        _Heading(number, None, _value(text, dimension, registers))
        for number, text in enumerate(row.texts[1:], start=1)
        if text
    )
    return _Open(position, dimension, 0, headings, [])


def _holds_count(texts: Sequence[str]) -> bool:
    """Whether any of some cells is a count; headers hold no counts."""
    return any(parse_cell_count(text) is not None for text in texts)


def _programme(text: str, registers: Registers) -> Programme | None:
    """The programme that a heading names: by its code, by a damaged code, by its name."""
    if TOTAL.match(text):
        return Programme("all", "Total")
    programme = registers.programmes.by_code(text)
    if programme:
        return Programme(programme.programme_id, text)
    programme = registers.programmes.by_code(NOISE.sub("", text))
    named = registers.programmes.find(text)
    if programme is None and len(named) == 1:
        programme = named[0][2]
    if programme is None:
        return None
    return Programme(programme.programme_id, programme.acronym or text)


def _commonest(labels: Sequence[str], registers: Registers) -> DimensionKind | None:
    """The dimension of most of some labels; None if fewer than two have it."""
    named = [label for label in labels if label and not TOTAL.match(label)]
    if len(named) < LEAST_KNOWN:
        return None
    counted = Counter(kind for label in named for kind in registers.dimensions.kinds_with(label))
    kind, hits = next(iter(counted.most_common(1)), (None, 0))
    return kind if hits >= LEAST_KNOWN else None


def _value(label: str, dimension: DimensionKind, registers: Registers) -> str:
    if TOTAL.match(label):
        return "total"
    return registers.dimensions.resolve(label, dimension) or label


def _finished(table: _Open, registers: Registers) -> UptakeTable:
    labels = _labels(table, registers)
    rows = tuple(
        UptakeRow(row, tuple(_cells(row, label, table, registers)))
        for row, label in zip(table.rows, labels, strict=True)
    )
    return UptakeTable(table.position, table.dimension, rows)


def _labels(table: _Open, registers: Registers) -> list[str]:
    """The label of each row: a page break may set the rest of one in a row of its own."""
    labels = [cell_text(row, table.label_column) for row in table.rows]
    for number, (label, rest) in enumerate(pairwise(labels)):
        is_known = TOTAL.match(label) or registers.dimensions.resolve(label, table.dimension)
        if is_known or any(_counts(table.rows[number + 1], table.headings)):
            continue
        for whole in (f"{label} {rest}", label + rest):
            if registers.dimensions.resolve(whole, table.dimension):
                labels[number] = whole
    return labels


def _cells(row: Row, label: str, table: _Open, registers: Registers) -> Iterator[UptakeCell]:
    for heading, count in _counts(row, table.headings):
        programme, value = heading.programme, heading.value
        if programme is None:
            programme = _programme(label, registers) or Programme(slug(label), label)
        if value is None:
            value = _value(label, table.dimension, registers)
        yield UptakeCell(programme, value, heading.number, count)


def _counts(row: Row, headings: Sequence[_Heading]) -> Iterator[tuple[_Heading, int]]:
    """The counts of a row; if blank cells have slipped in, in order, provided the number fits."""
    by_place = [(heading, cell_text(row, heading.number)) for heading in headings]
    numbers = [text for text in row.texts if parse_cell_count(text) is not None]
    if any(not text for _, text in by_place) and len(numbers) == len(headings):
        by_place = list(zip(headings, numbers, strict=True))
    for heading, text in by_place:
        count = parse_cell_count(text)
        if count is not None:
            yield heading, count
