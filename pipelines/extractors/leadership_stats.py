"""The tables that count councillors on each leadership programme, cell by cell."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from pipelines.documents import Block, Document, Kind
from pipelines.printed.as_of import find_as_of
from pipelines.printed.dates import financial_year, find_year_pairs
from pipelines.printed.numbers import find_counts
from pipelines.records import LeadershipStat, PaperRecord
from pipelines.reference.registers import Registers
from pipelines.reference.wordings import UptakeWording
from pipelines.structures.statements import Paragraph
from pipelines.structures.uptake_clauses import RANK, Uptake, find_uptakes
from pipelines.structures.uptake_tables import UptakeTable, find_uptake_tables

THIS_YEAR = re.compile(r"\b(?:this|the current) (?:financial )?year\b", re.IGNORECASE)
STANDINGS = ("planned", *RANK)  # of several in one paragraph the weakest stands for a table
LONGEST_TITLE = 120  # characters: a longer paragraph is prose, whose years are about something else
TITLE_REACH = 15  # blocks above a table among which its title stands
NEAR = 40  # blocks above a table in which a statement without its total may still date it


@dataclass(frozen=True, slots=True)
class _Told:
    """What the sentences of one block tell of tables: days with the counts beside, and uptakes."""

    position: int
    days: list[tuple[date, set[int]]]
    uptakes: list[Uptake]


def read_leadership_stats(
    document: Document,
    paragraphs: Sequence[Paragraph],
    registers: Registers,
    paper: PaperRecord,
) -> list[LeadershipStat]:
    """Read each count of the leadership programme tables, totals included.

    Source: tables of programmes, by code or name, against a dimension (political group, region,
    type of council), either way round. Rows that a page break parted from their header are theirs.

    Args:
        document: One paper.
        paragraphs: What stands outside its tables.
        registers: Programmes, dimension values and the words of uptake.
        paper: What the paper is; its meeting date tells which year is "this" one.

    Returns:
        One record per printed cell, in printed order; a cell that holds no number gives none.
        `programme_id` is `all` in a total of programmes, `dimension_value` `total` in a total of
        values. A value that is in no register stands as printed. `table_no` counts these tables
        alone; the header is row 1.
    """
    blocks = list(document.blocks)
    found: list[LeadershipStat] = []
    tables = list(find_uptake_tables(blocks, registers))
    told = _told(paragraphs, registers.uptake_wording) if tables else []
    for table_no, table in enumerate(tables, start=1):
        as_of = _as_of(told, table)
        period = _period(blocks, table, as_of, paper)
        status = _status(told, table)
        for row_no, row in enumerate(table.rows, start=2):
            for cell in row.cells:
                programme = cell.programme
                found.append(
                    LeadershipStat(
                        period=period,
                        as_of=as_of,
                        programme_id=programme.programme_id,
                        programme_code=programme.code,
                        dimension=table.dimension,
                        dimension_value=cell.value,
                        councillors=cell.count,
                        status=status,
                        is_total=cell.value == "total" or programme.programme_id == "all",
                        table_no=table_no,
                        row_no=row_no,
                        column_no=cell.column + 1,
                        locator=row.row.passage.span.locator,
                        quote=row.row.passage.quote(),
                    )
                )
    return found


def _told(paragraphs: Sequence[Paragraph], wording: UptakeWording) -> list[_Told]:
    """What the prose of a paper tells, from its last block to its first."""
    told: list[_Told] = []
    for paragraph in reversed(paragraphs):
        texts = [sentence.text for sentence in paragraph.sentences]
        dated = [(find_as_of(text), text) for text in texts]
        days = [(day, {count.value for count in find_counts(text)}) for day, text in dated if day]
        uptakes = [each for text in texts for each in find_uptakes(text, wording)]
        counted = [each for each in uptakes if each.unit == "councillors"]
        told.append(_Told(paragraph.position, days, counted))
    return told


def _as_of(told: Sequence[_Told], table: UptakeTable) -> date | None:
    """The day that a sentence with the table's total names; else that of one near above."""
    near: date | None = None
    for each in told:
        for day, counts in each.days:
            if table.grand_total in counts:
                return day
            if near is None and 0 < table.position - each.position <= NEAR:
                near = day
    return near


def _status(told: Sequence[_Told], table: UptakeTable) -> str:
    """How the counted stand, as a sentence with the table's total says; else the nearest above.

    Where no sentence tells, a table of participants counts those who took part.
    """
    near: str | None = None
    for each in told:
        for uptake in each.uptakes:
            if uptake.value == table.grand_total:
                return uptake.status
        if near is None and each.uptakes and 0 < table.position - each.position <= NEAR:
            near = min((uptake.status for uptake in each.uptakes), key=STANDINGS.index)
    return near or RANK[-1]


def _period(
    blocks: list[Block], table: UptakeTable, as_of: date | None, paper: PaperRecord
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
