"""The tables that count councillors on each leadership programme, cell by cell."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import get_args

from pipelines.documents import Block, Document, Kind, Row
from pipelines.printed.as_of import find_as_of
from pipelines.printed.dates import financial_year, find_year_pairs
from pipelines.printed.numbers import find_counts, parse_cell_count
from pipelines.printed.sentences import sentences
from pipelines.records import LeadershipStat, PaperRecord
from pipelines.reference.dimensions import DimensionKind
from pipelines.reference.registers import Registers
from pipelines.reference.slugs import slug

TOTAL = re.compile(r"^(?:grand |overall )?totals?\W*$", re.IGNORECASE)
THIS_YEAR = re.compile(r"\b(?:this|the current) (?:financial )?year\b", re.IGNORECASE)
# What a recognised header carries besides its code: "L P", "LE*", "(NG)"
NOISE = re.compile(r"[^A-Za-z]+")
LEAST_KNOWN = 2  # programmes: a header that names fewer belongs to some other table
LONGEST_TITLE = 120  # characters: a longer paragraph is prose, whose years are about something else
TITLE_REACH = 15  # blocks above a table among which its title stands
NEAR = 40  # blocks above a table in which a statement without its total may still date it


@dataclass(frozen=True, slots=True)
class _Column:
    """One column of counts: where it stands and whose it is."""

    number: int
    programme_id: str
    programme_code: str


@dataclass(slots=True)
class _Table:
    """One table: its header, its rows below, and the block it begins in."""

    position: int
    dimension: DimensionKind
    label_column: int
    columns: tuple[_Column, ...]
    rows: list[Row]

    @property
    def is_closed(self) -> bool:
        """Whether the total row has come: what follows is another table."""
        return any(TOTAL.match(_cell(row, self.label_column)) for row in self.rows)

    def goes_on_with(self, other: "_Table") -> bool:
        """Whether a header only repeats this table's on a new page."""
        same = (self.dimension, self.columns) == (other.dimension, other.columns)
        return same and not self.is_closed


def read_leadership_stats(
    document: Document, registers: Registers, paper: PaperRecord
) -> list[LeadershipStat]:
    """Read each count of the leadership programme tables, totals included.

    Source: tables whose header names a dimension (political group, region, type of council) and
    programmes by code or name. Rows that a page break parted from their header are theirs.

    Args:
        document: One paper.
        registers: Programmes and dimension values.
        paper: What the paper is; its meeting date tells which year is "this" one.

    Returns:
        One record per printed cell, in printed order; a cell that holds no number gives none.
        `programme_id` is `all` in the total column, `dimension_value` `total` in the total row.
        A value that is in no register stands as printed. `table_no` counts these tables alone;
        the header is row 1.
    """
    blocks = list(document.blocks)
    found: list[LeadershipStat] = []
    for table_no, table in enumerate(_tables(blocks, registers), start=1):
        as_of = _as_of(blocks, table)
        period = _period(blocks, table, as_of, paper)
        for row_no, row in enumerate(table.rows, start=2):
            label = _cell(row, table.label_column)
            value = _dimension_value(label, table.dimension, registers)
            for column, count in _counts(row, table):
                found.append(
                    LeadershipStat(
                        period=period,
                        as_of=as_of,
                        programme_id=column.programme_id,
                        programme_code=column.programme_code,
                        dimension=table.dimension,
                        dimension_value=value,
                        councillors=count,
                        is_total=value == "total" or column.programme_id == "all",
                        table_no=table_no,
                        row_no=row_no,
                        column_no=column.number + 1,
                        locator=row.passage.span.locator,
                        quote=row.passage.quote(),
                    )
                )
    return found


def _tables(blocks: list[Block], registers: Registers) -> Iterator[_Table]:
    """Every such table; blocks with nothing between them may hold one table or several."""
    table: _Table | None = None
    for position, block in enumerate(blocks):
        if table and block.kind is not Kind.TABLE:
            yield table
            table = None
        for number, row in enumerate(block.rows):
            opened = _open(row, block.rows[number + 1 :], position, registers)
            if opened is None:
                if table and _cell(row, table.label_column):
                    table.rows.append(row)
            elif table is None or not table.goes_on_with(opened):
                if table:
                    yield table
                table = opened
    if table:
        yield table


def _open(row: Row, below: tuple[Row, ...], position: int, registers: Registers) -> _Table | None:
    """The table that a header row opens; None where the row is no such header."""
    columns: list[_Column] = []
    unknown: list[_Column] = []
    dimension: DimensionKind | None = None
    label_column = 0
    for number, text in enumerate(row.texts):
        kind = registers.dimensions.kind_of(text)
        column = _column(number, text, registers)
        if kind and dimension is None:
            dimension, label_column = kind, number
        elif column:
            columns.append(column)
        elif text and parse_cell_count(text) is None:
            unknown.append(_Column(number, slug(text), text))
        elif text:
            return None
    known = [column for column in columns if column.programme_id != "all"]
    if len(known) < LEAST_KNOWN or len(unknown) > len(known):
        return None
    if dimension is None:
        dimension = _dimension_of(below, registers)
        unknown = [column for column in unknown if column.number != 0]
    if dimension is None:
        return None
    ordered = tuple(sorted([*columns, *unknown], key=lambda column: column.number))
    return _Table(position, dimension, label_column, ordered, [])


def _column(number: int, text: str, registers: Registers) -> _Column | None:
    """The programme that heads a column: by its code, by a damaged code, by its name."""
    if TOTAL.match(text):
        return _Column(number, "all", "Total")
    programme = registers.programmes.by_code(text)
    if programme:
        return _Column(number, programme.programme_id, text)
    programme = registers.programmes.by_code(NOISE.sub("", text))
    named = registers.programmes.find(text)
    if programme is None and len(named) == 1:
        programme = named[0][2]
    if programme is None:
        return None
    return _Column(number, programme.programme_id, programme.acronym or text)


def _dimension_of(rows: tuple[Row, ...], registers: Registers) -> DimensionKind | None:
    """The dimension that most labels below a header without one belong to."""
    labels = [_cell(row, 0) for row in rows]
    counted = Counter(
        kind
        for label in labels
        for kind in get_args(DimensionKind)
        if not TOTAL.match(label) and registers.dimensions.resolve(label, kind)
    )
    if not counted:
        return None
    kind, hits = counted.most_common(1)[0]
    return next(each for each in get_args(DimensionKind) if each == kind) if hits > 1 else None


def _counts(row: Row, table: _Table) -> Iterator[tuple[_Column, int]]:
    """The counts of a row; where blank cells have slipped in, in order if there are as many."""
    texts = row.texts
    by_place = [(column, _cell(row, column.number)) for column in table.columns]
    numbers = [text for text in texts if parse_cell_count(text) is not None]
    if any(not text for _, text in by_place) and len(numbers) == len(table.columns):
        by_place = list(zip(table.columns, numbers, strict=True))
    for column, text in by_place:
        count = parse_cell_count(text)
        if count is not None:
            yield column, count


def _cell(row: Row, number: int) -> str:
    return row.cells[number].text if number < len(row.cells) else ""


def _dimension_value(label: str, dimension: DimensionKind, registers: Registers) -> str:
    if TOTAL.match(label):
        return "total"
    return registers.dimensions.resolve(label, dimension) or label


def _grand_total(table: _Table) -> int | None:
    """The printed total of totals; else the sum of the total column."""
    totals = [
        (bool(TOTAL.match(_cell(row, table.label_column))), count)
        for row in table.rows
        for column, count in _counts(row, table)
        if column.programme_id == "all"
    ]
    if not totals:
        return None
    printed = [count for is_total, count in totals if is_total]
    return printed[0] if printed else sum(count for _, count in totals)


def _as_of(blocks: list[Block], table: _Table) -> date | None:
    """The day that a sentence with the table's total names; else that of one near above."""
    total = _grand_total(table)
    near: date | None = None
    for position in range(len(blocks) - 1, -1, -1):
        block = blocks[position]
        if block.kind is Kind.TABLE:
            continue
        for sentence in sentences(block.passage):
            day = find_as_of(sentence.text)
            if day is None:
                continue
            if total is not None and total in {count.value for count in find_counts(sentence.text)}:
                return day
            if near is None and 0 < table.position - position <= NEAR:
                near = day
    return near


def _period(
    blocks: list[Block], table: _Table, as_of: date | None, paper: PaperRecord
) -> str | None:
    """The year in the nearest title above; else that of `as_of`; else the paper's own."""
    above = blocks[max(0, table.position - TITLE_REACH) : table.position]
    for block in reversed(above):
        if block.kind is Kind.HEADING or len(block.text) <= LONGEST_TITLE:
            pairs = find_year_pairs(block.text) if block.kind is not Kind.TABLE else []
            if pairs:
                return pairs[0]
    if as_of:
        return financial_year(as_of)
    speaks_of_now = any(THIS_YEAR.search(block.text) for block in above)
    return financial_year(paper.meeting_date) if speaks_of_now and paper.meeting_date else None
