"""Why the tables of a paper were read as they were: readings, roles, sums, what decided.

It reads the paper as a refresh does and keeps what that throws away. Nothing here decides.
"""

from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from pipelines.documents import Block, Document, Span
from pipelines.extraction.implausible_values import hold_back
from pipelines.extraction.subjects import read_subjects
from pipelines.privacy.contacts import mask_contacts, without_contacts
from pipelines.readers.reading import read_document
from pipelines.reference.registers import Registers, load_registers
from pipelines.runtime.limits import DEFAULT_LIMITS, Limits
from pipelines.runtime.places import REFERENCE
from pipelines.schema.records import PaperRecord, Record, WithheldReading
from pipelines.structures.figures.reading import ReadTable, read_tables

FORMAT = "cells of the format"
FACTS = (
    *("leadership_stats", "programme_participation", "peer_challenges", "budget_lines"),
    *("board_memberships", "attendance"),
)
MEETING_FACTS = (
    *("meetings", "agenda_items", "attendance", "officer_attendance", "board_memberships"),
    *("decisions", "actions"),
)
EXPLAINED = tuple(dict.fromkeys((*FACTS, *MEETING_FACTS)))  # tables whose rows are explained


@dataclass(frozen=True, slots=True)
class ReadingTold:
    """One way to part the cells of a table, with what speaks against it."""

    how: str
    cost: float
    costs: dict[str, float]
    is_taken: bool


@dataclass(frozen=True, slots=True)
class ColumnTold:
    """One column: its heads, and what it is for."""

    number: int
    heads: tuple[str, ...]
    role: str


@dataclass(frozen=True, slots=True)
class RowTold:
    """One row as it was read, and what became of it.

    Attributes:
        proofs: For each cell with a figure how its reading is proved.
        doubt: Why the row is not trusted; None if nothing speaks against it.
        other: The cells of the row in another reading.
        facts: The rows of the warehouse that it gave.
    """

    locator: str
    quote: str
    cells: tuple[str, ...]
    proofs: dict[str, str]
    doubt: str | None
    other: tuple[str, ...]
    facts: tuple[dict[str, str], ...]


@dataclass(frozen=True, slots=True)
class SumTold:
    """One printed total at one place, and what its parts make."""

    total: str
    parts: tuple[str, ...]
    gap: str


@dataclass(frozen=True, slots=True)
class TableTold:
    """One table of a paper.

    Attributes:
        locator: From its first row to its last.
        roles_cost: What the roles of its columns cost; the cheapest were taken.
        withheld: The readings of its rows that were set aside, with the reason.
    """

    locator: str
    title: str | None
    readings: tuple[ReadingTold, ...]
    columns: tuple[ColumnTold, ...]
    roles_cost: float
    rows: tuple[RowTold, ...]
    sums: tuple[SumTold, ...]
    withheld: tuple[dict[str, str], ...]


@dataclass(frozen=True, slots=True)
class PaperRead:
    """A paper as a refresh reads it, with all that a refresh throws away.

    Attributes:
        kept: The records of the tables that are explained, contact details included.
        withheld: The readings that were set aside, without contact details.
    """

    document: Document
    registers: Registers
    paper: PaperRecord
    kept: dict[str, list[Record]]
    withheld: tuple[WithheldReading, ...]


def read_again(
    data: bytes, name: str, reference: Path = REFERENCE, limits: Limits = DEFAULT_LIMITS
) -> PaperRead:
    """Read a paper as a refresh does.

    Args:
        data: The bytes of the paper.
        name: Its path, for messages.
        reference: Folder of the registers.
        limits: The limits for the paper.

    Raises:
        PaperError: The paper cannot be read; the message says why and what to do.
    """
    registers = load_registers(reference)
    document = read_document(data, name, limits)
    subjects = read_subjects(document, registers, "")
    (paper,) = (each for each in subjects["papers"] if isinstance(each, PaperRecord))
    kept: dict[str, list[Record]] = {}
    withheld: list[WithheldReading] = []
    for table, found in subjects.items():
        trusted, held = hold_back(table, found)
        withheld += held
        withheld += [each for each in trusted if isinstance(each, WithheldReading)]
        if table in EXPLAINED:
            kept[table] = trusted
    cleaned = tuple(filter(None, map(without_contacts, withheld)))
    return PaperRead(document, registers, paper, kept, cleaned)


def explain_tables(read: PaperRead, place: Span | None = None) -> list[TableTold]:
    """Every table of a paper, or those that reach into a place, with why it was read so."""
    blocks = read.document.blocks
    kept: dict[str, list[Record]] = {
        table: list(filter(None, map(without_contacts, records)))
        for table, records in read.kept.items()
    }
    return [
        _told(table, blocks, kept, read.withheld)
        for table in read_tables(read.document, read.registers)
        if table.table.body and (place is None or _reaches(table, place))
    ]


def is_at(span: Span, place: Span) -> bool:
    """Whether some lines reach into a place."""
    return (
        (place.page is None or span.page == place.page)
        and span.first_line <= place.last_line
        and place.first_line <= span.last_line
    )


def fact_values(table: str, record: Record) -> dict[str, str]:
    """A row of the warehouse as text: its table and its values, without its place and words."""
    values = {
        name: str(value)
        for name, value in asdict(record).items()
        if value is not None and name not in ("locator", "quote")
    }
    return {"table": table, **values}


def _reaches(table: ReadTable, place: Span) -> bool:
    return any(is_at(row.row.passage.span, place) for row in table.table.body)


def _told(
    read: ReadTable,
    blocks: Sequence[Block],
    kept: dict[str, list[Record]],
    withheld: Sequence[WithheldReading],
) -> TableTold:
    table = read.table
    locators = {row.row.passage.span.locator for row in table.body}
    first, last = table.body[0].row.passage.span, table.body[-1].row.passage.span
    return TableTold(
        locator=first.locator if first == last else f"{first.locator} to {last.locator}",
        title=table.title,
        readings=tuple(_readings(blocks[table.position])),
        columns=tuple(
            ColumnTold(column.number + 1, table.heads[column.number], column.role.value)
            for column in read.roles.columns
        ),
        roles_cost=read.roles.cost,
        rows=tuple(_row(read, number, kept) for number in range(len(table.body))),
        sums=tuple(_sums(read)),
        withheld=tuple(
            {"reason": each.reason, "values": each.values, "locator": each.locator or ""}
            for each in withheld
            if each.locator in locators
        ),
    )


def _readings(block: Block) -> Iterator[ReadingTold]:
    if not block.readings:
        yield ReadingTold(FORMAT, 0.0, {}, is_taken=True)
    for each in block.readings:
        costs = {name: round(cost, 2) for name, cost in each.costs}
        yield ReadingTold(each.how, round(each.cost, 2), costs, each.is_taken)


def _row(read: ReadTable, number: int, kept: dict[str, list[Record]]) -> RowTold:
    row = read.table.body[number]
    doubt = read.doubts.get(number)
    locator, quote = row.row.passage.span.locator, row.row.passage.quote()
    facts = tuple(
        fact_values(name, record)
        for name, records in kept.items()
        for record in records
        if getattr(record, "locator", None) == locator and getattr(record, "quote", "") in quote
    )
    proofs = {
        str(column + 1): read.proof(number, column)
        for column in range(len(row.texts))
        if read.table.figure(number, column) is not None
    }
    return RowTold(
        locator=locator,
        quote=mask_contacts(quote),
        cells=tuple(map(mask_contacts, row.texts)),
        proofs=proofs,
        doubt=doubt.reason if doubt else None,
        other=doubt.other if doubt else (),
        facts=facts,
    )


def _sums(read: ReadTable) -> Iterator[SumTold]:
    for each in read.sums.equations:
        parts = [place for place in each.terms if place != each.total]
        yield SumTold(
            total=_cell(read, each.total),
            parts=tuple(_cell(read, place) for place in parts),
            gap=f"{each.gap:f}",
        )


def _cell(read: ReadTable, place: tuple[int, int]) -> str:
    row, column = place
    names = (read.table.labels[row], read.table.headings[column])
    where = ", ".join(name for name in names if name) or f"row {row + 1}, column {column + 1}"
    return f"{where}: {read.table.body[row].text(column)}"
