"""The tables that count councillors on each leadership programme, cell by cell."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from pipelines.documents import Block, Document, Kind
from pipelines.notation.as_of import find_as_of
from pipelines.notation.dates import financial_year, find_year_pairs
from pipelines.notation.numbers import find_counts
from pipelines.reference.registers import Registers
from pipelines.reference.statement_words import STANDINGS
from pipelines.schema.records import LeadershipStat, PaperRecord, WithheldReading
from pipelines.schema.withholding import withhold, withhold_row
from pipelines.structures.figures.doubts import Doubt
from pipelines.structures.figures.facts.counts import Count, CountTable, is_leadership
from pipelines.structures.figures.line_words import EVERY, TOTAL_VALUE
from pipelines.structures.figures.reading import ReadTable
from pipelines.structures.prose.statements import Paragraph, is_heading
from pipelines.structures.told.sentences import Sentence
from pipelines.structures.told.uptake import find_standing, standing_of

THIS_YEAR = re.compile(r"\b(?:this|the current) (?:financial )?year\b", re.IGNORECASE)
LONGEST_TITLE = 120  # characters: a longer paragraph is prose, whose years are about something else
TITLE_REACH = 15  # blocks above a table that are searched for its title
NEAR = 40  # blocks above a table in which a statement without its total may still date it


@dataclass(frozen=True, slots=True)
class _Told:
    """Facts about tables from the sentences of one block.

    Attributes:
        days: Days, each with the counts beside it.
        uptakes: Numbers of councillors, and their status.
        paragraph: The block itself, which may be the caption of a table.
    """

    position: int
    days: list[tuple[date, set[int]]]
    uptakes: list[tuple[int, str]]
    paragraph: Paragraph


def read_leadership_stats(
    document: Document,
    tables: Sequence[ReadTable],
    paragraphs: Sequence[Paragraph],
    sentences: Sequence[Sentence],
    registers: Registers,
    paper: PaperRecord,
) -> list[LeadershipStat | WithheldReading]:
    """Read each count of the leadership programme tables, totals included.

    Source: tables of programmes, by code or name, against a dimension (political group, region,
    type of council), either way round, or of one programme. Rows that a page break cut off are
    included.

    Args:
        document: One paper.
        tables: Its tables.
        paragraphs: The text outside them.
        sentences: Its sentences, as they were read.
        registers: The words of uptake.
        paper: What the paper is; its meeting date gives the meaning of "this" year.

    Returns:
        One record per printed cell, in printed order; a cell that holds no number gives none.
        `programme_id` is `all` in a total of programmes, `dimension_value` `total` in a total of
        values. A value in no register is kept as printed. `table_no` counts these tables
        alone; the header is row 1. A count in a row that is not trusted is withheld.
    """
    blocks = document.blocks
    counted = [each for each in tables if each.counts and each.counts.is_leadership]
    told = _told(paragraphs, sentences) if counted else []
    found: list[LeadershipStat | WithheldReading] = []
    for table_no, read in enumerate(counted, start=1):
        assert read.counts is not None
        status = _status(_nearest_first(told, read.counts), read.counts, registers)
        found += _records(read, read.counts, table_no, blocks, told, status, paper)
    return found


def _records(
    read: ReadTable,
    table: CountTable,
    table_no: int,
    blocks: Sequence[Block],
    told: Sequence[_Told],
    status: str,
    paper: PaperRecord,
) -> Iterator[LeadershipStat | WithheldReading]:
    as_of = _as_of(told, table)
    printed = next((line.period for line in table.roles.captions if line.period), None)
    period = printed or _period(blocks, table, as_of, paper)
    for count in filter(is_leadership, table.counts):
        row = read.table.body[count.row]
        day = count.as_of or (None if count.period else as_of)
        record = LeadershipStat(
            period=count.period or (financial_year(count.as_of) if count.as_of else period),
            as_of=day,
            programme_id=count.programme.programme_id,
            programme_code=count.programme.code,
            dimension=count.dimension,
            dimension_value=count.value,
            councillors=count.count,
            status=count.status or status,
            is_total=count.value == TOTAL_VALUE or count.programme.programme_id == EVERY,
            table_no=table_no,
            row_no=row.number,
            column_no=count.column + 1,
            locator=row.row.passage.span.locator,
            quote=row.row.passage.quote(),
            proof=read.proof(count.row, count.column),
        )
        doubt = read.doubt_of(count)
        yield _withheld(record, count, doubt) if doubt else record
    rows = {count.row for count in table.counts}
    yield from (withhold_row("leadership_stats", *rest) for rest in read.left_over(rows))


def _withheld(record: LeadershipStat, count: Count, doubt: Doubt) -> WithheldReading:
    subject = f"{count.programme.code}, {count.value}"
    return withhold("leadership_stats", record, subject, doubt.reason, doubt.other)


def _told(paragraphs: Sequence[Paragraph], sentences: Sequence[Sentence]) -> list[_Told]:
    """Facts from the prose of a paper, from its last block to its first."""
    told: list[_Told] = []
    read = {id(each.statement.sentence): each for each in sentences}
    for paragraph in reversed(paragraphs):
        passages = [*paragraph.sentences, paragraph.block.passage]
        dated = [(find_as_of(each.text), each.text) for each in paragraph.sentences]
        days = [(day, {count.value for count in find_counts(text)}) for day, text in dated if day]
        counted = [
            (each.counted.count.value, standing)
            for passage in passages
            if (sentence := read.get(id(passage)))
            for each in sentence.told
            if each.unit and each.unit.unit == "councillors"
            if (standing := standing_of(sentence, each))
        ]
        told.append(_Told(paragraph.position, days, counted, paragraph))
    return told


def _caption(paragraph: Paragraph, registers: Registers) -> str | None:
    """The status of those in a heading or a lead-in; None for other paragraphs."""
    block = paragraph.block
    if len(block.text) <= LONGEST_TITLE and (is_heading(block) or block.text.endswith(":")):
        return find_standing(block.text, registers)
    return None


def _nearest_first(told: Sequence[_Told], table: CountTable) -> list[_Told]:
    """The blocks above a table, nearest first, and then those after it."""
    return sorted(
        told,
        key=lambda each: (each.position > table.position, abs(each.position - table.position)),
    )


def _as_of(told: Sequence[_Told], table: CountTable) -> date | None:
    """The day in a sentence with the table's total; else in a sentence shortly above."""
    near: date | None = None
    for each in told:
        for day, counts in each.days:
            if table.grand_total in counts:
                return day
            if near is None and 0 < table.position - each.position <= NEAR:
                near = day
    return near


def _status(told: Sequence[_Told], table: CountTable, registers: Registers) -> str:
    """The status of those counted, from the nearest caption or sentence with the table's total.

    Without one, the nearest sentence above that counts councillors decides. If no sentence says
    anything, a table of participants counts those who took part.
    """
    near: str | None = None
    for each in told:
        for value, status in each.uptakes:
            if value == table.grand_total:
                return status
        above = table.position - each.position
        is_title = not each.uptakes and 0 < above <= TITLE_REACH
        if is_title and (caption := _caption(each.paragraph, registers)):
            return caption
        if near is None and each.uptakes and 0 < above <= NEAR:
            near = min((status for _, status in each.uptakes), key=STANDINGS.index)
    return near or STANDINGS[-1]


def _period(
    blocks: Sequence[Block], table: CountTable, as_of: date | None, paper: PaperRecord
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
