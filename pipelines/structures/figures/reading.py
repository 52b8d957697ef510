"""Every table of a paper as it is understood: roles, counts, sums and doubts, for all extractors.

If the form of a table allows several readings, the printed sums decide; if they do not, the rows
that differ are doubted.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from pipelines.documents import Block, Document, Kind, Row
from pipelines.reference.registers import Registers
from pipelines.structures.figures.doubts import (
    DISPUTED,
    LEFT_OVER,
    NO_SUM,
    TORN,
    Doubt,
    find_doubts,
)
from pipelines.structures.figures.facts.counts import Count, CountTable, read_counts
from pipelines.structures.figures.figure_tables import (
    FigureTable,
    is_rounded_at,
    tables_in,
)
from pipelines.structures.figures.roles import Column, Role, TableRoles, read_roles
from pipelines.structures.figures.table_sums import Equation, Place, TableSums, read_sums
from pipelines.structures.tables import FoundTable, find_tables

SUMS_HOLD, AGREED, SINGLE = "sums_hold", "agreed", "single"
NOT_ADDED = (Role.PERCENTAGE, Role.RANK, Role.ROW_NUMBER, Role.DAY)

Told = tuple[tuple[str, str], ...]


class LeftOver(NamedTuple):
    """A row of which nothing was made: its label, why, its cells, its place and words."""

    label: str
    reason: str
    cells: tuple[str, ...]
    locator: str
    quote: str


@dataclass(frozen=True, slots=True)
class ReadTable:
    """One table as it is understood.

    Attributes:
        counts: Its counts of participants; None if it has none.
        doubts: The rows that are not trusted, by their place in the body.
        proved: The cells that printed sums prove.
    """

    table: FigureTable
    roles: TableRoles
    counts: CountTable | None
    sums: TableSums
    doubts: dict[int, Doubt]
    proved: frozenset[Place]

    def left_over(self, told: Collection[int]) -> Iterator[LeftOver]:
        """The rows with figures that no column can hold, and of which nothing was told."""
        for number, doubt in self.doubts.items():
            if number not in told and doubt.reason == LEFT_OVER:
                row = self.table.body[number]
                span, quote = row.row.passage.span, row.row.passage.quote()
                label = row.text(self.table.stub)
                yield LeftOver(label, doubt.reason, row.texts, span.locator, quote)

    def doubt_of(self, count: Count) -> Doubt | None:
        """Why a count is not trusted; None if nothing speaks against it."""
        return Doubt(TORN) if count.is_torn else self.doubts.get(count.row)

    def proof(self, row: int, column: int) -> str:
        """How the reading of a cell is proved."""
        if (row, column) in self.proved:
            return SUMS_HOLD
        return AGREED if self.table.body[row].row.is_agreed else SINGLE


def read_tables(document: Document, registers: Registers) -> list[ReadTable]:
    """Every table of a paper in printed order."""
    blocks = document.blocks
    found: list[ReadTable] = []
    for run in find_tables(blocks):
        rounded = is_rounded_at(blocks, run.position)
        chosen, disputed = _decide(run, blocks, rounded)
        for table in tables_in(chosen, is_rounded=rounded):
            found.append(_understood(table, registers, disputed))
    return found


def _understood(
    table: FigureTable, registers: Registers, disputed: dict[str, tuple[str, ...]]
) -> ReadTable:
    roles = read_roles(table, registers)
    left_out = _numbers(roles, NOT_ADDED)
    wholes = _numbers(roles, (Role.DENOMINATOR,))
    sums = read_sums(table, left_out, wholes)
    counts = read_counts(roles, registers)
    counted = [
        column
        for column in range(len(table.heads))
        if column not in left_out | wholes and any(row[column] is not None for row in sums.figures)
    ]
    doubts = find_doubts(
        table,
        sums,
        counted,
        is_counts=counts is not None,
        lacks_figures=any(_is_blank(table, column) for column in roles.columns),
    )
    sums = replace(sums, equations=_kept(sums.equations, doubts))
    for number, row in enumerate(table.body):
        if _key(row.row) in disputed:
            doubts.setdefault(number, Doubt(DISPUTED, disputed[_key(row.row)]))
    return ReadTable(table, roles, counts, sums, doubts, sums.proved())


def _is_blank(table: FigureTable, column: Column) -> bool:
    """Whether a head that names what is counted has no cell below it."""
    words = column.words
    names = words.programme is not None or bool(words.values) or words.is_total
    return names and not any(row.text(column.number) for row in table.body)


def _kept(equations: Sequence[Equation], doubts: dict[int, Doubt]) -> tuple[Equation, ...]:
    """Sums that fail over a row which is not trusted say nothing about the paper."""
    rows = {row for row, doubt in doubts.items() if doubt.reason != NO_SUM}
    return tuple(
        each
        for each in equations
        if not each.gap or not any(min(each.terms)[0] <= row <= max(each.terms)[0] for row in rows)
    )


def _numbers(roles: TableRoles, wanted: Sequence[Role]) -> frozenset[int]:
    return frozenset(column.number for role in wanted for column in roles.with_role(role))


def _decide(
    run: FoundTable, blocks: Sequence[Block], rounded: bool
) -> tuple[FoundTable, dict[str, tuple[str, ...]]]:
    """The reading whose sums hold, and the rows on which readings differ if none decides."""
    disputed: dict[str, tuple[str, ...]] = {}
    parts = [block.rows for block in _blocks_of(run, blocks)]
    for number, block in enumerate(_blocks_of(run, blocks)):
        if not block.others:
            continue
        readings = [
            (*parts[:number], rows, *parts[number + 1 :]) for rows in (block.rows, *block.others)
        ]
        tables = [_tables(run, reading, rounded) for reading in readings]
        holding = [place for place, each in enumerate(tables) if _holds(each)]
        if len(holding) == 1:
            parts = list(readings[holding[0]])
            continue
        own = _told(tables[holding[0] if holding else 0])
        parts = list(readings[holding[0] if holding else 0])
        for place in holding[1:] if holding else range(1, len(readings)):
            other = _told(tables[place])
            differing = [key for key in own if own[key] != other.get(key)]
            disputed |= {key: tuple(text for _, text in other.get(key, ())) for key in differing}
    rows = tuple(row for part in parts for row in part)
    return replace(run, rows=rows), disputed


def _blocks_of(run: FoundTable, blocks: Sequence[Block]) -> list[Block]:
    found: list[Block] = []
    count = 0
    for block in blocks[run.position :]:
        if block.kind is not Kind.TABLE or count >= len(run.rows):
            break
        found.append(block)
        count += len(block.rows)
    return found


def _tables(run: FoundTable, parts: Sequence[tuple[Row, ...]], rounded: bool) -> list[FigureTable]:
    rows = tuple(row for part in parts for row in part)
    return list(tables_in(replace(run, rows=rows), is_rounded=rounded))


def _holds(tables: Sequence[FigureTable]) -> bool:
    """Whether printed sums exist and all of them hold."""
    sums = [read_sums(table) for table in tables]
    equations = [each for one in sums for each in one.equations]
    return (
        bool(equations)
        and not any(each.gap for each in equations)
        and not any(one.slid for one in sums)
    )


def _told(tables: Sequence[FigureTable]) -> dict[str, Told]:
    """For each row its cells under their heads, blank ones left out."""
    return dict(_cells(tables))


def _cells(tables: Sequence[FigureTable]) -> Iterator[tuple[str, Told]]:
    for table in tables:
        for row in table.body:
            told = tuple(
                (heading, text)
                for heading, text in zip(table.headings, row.texts, strict=False)
                if text
            )
            yield _key(row.row), told


def _key(row: Row) -> str:
    return f"{row.passage.span.locator} {row.passage.raw}"
