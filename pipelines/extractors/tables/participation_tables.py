"""Numbers of participants in programmes, from all tables that are no leadership tables."""

from collections.abc import Iterator, Sequence

from pipelines.notation.dates import financial_year
from pipelines.reference.registers import Registers
from pipelines.schema.records import PaperRecord, ProgrammeParticipation, WithheldReading
from pipelines.schema.withholding import withhold, withhold_row
from pipelines.structures.figures.facts.counts import Count, CountTable, is_leadership
from pipelines.structures.figures.line_words import EVERY, TOTAL_VALUE
from pipelines.structures.figures.reading import ReadTable
from pipelines.structures.prose.times import NO_PERIOD, Period, period_around

DONE = "took_part"


def read_participation_tables(
    tables: Sequence[ReadTable], registers: Registers, paper: PaperRecord
) -> list[ProgrammeParticipation | WithheldReading]:
    """Read every count of participants that a table prints, without its sums.

    Councillors by group, region or type of council are left to the leadership tables, from which
    the models take them.

    Args:
        tables: The tables of one paper.
        registers: The programmes, and the words of those counted.
        paper: What the paper is; its date may give the period.

    Returns:
        One record per count, in printed order; those of rows that are not trusted are withheld.
    """
    return [
        record
        for read in tables
        if read.counts is not None
        for record in _records(read, read.counts, registers, paper)
    ]


def _records(
    read: ReadTable, counted: CountTable, registers: Registers, paper: PaperRecord
) -> Iterator[ProgrammeParticipation | WithheldReading]:
    names = {each.programme_id: each.name for each in registers.programmes.all}
    statuses = registers.statement_words.standings
    for count in counted.counts:
        if is_leadership(count) or _is_sum(count):
            continue
        row = read.table.body[count.row].row
        status = count.status or _status_above(read) or DONE
        if count.unit == "applications":
            status = statuses.get(count.unit, status)
        period = _period(read, count, paper, is_plan=status == "planned")
        programme_id = count.programme.programme_id
        record = ProgrammeParticipation(
            programme_id=programme_id if programme_id in names else None,
            programme_name=names.get(programme_id, count.programme.code),
            period=period.value,
            as_of=count.as_of,
            dimension=count.dimension,
            dimension_value=count.value,
            participants=count.count,
            unit=count.unit,
            qualifier="exactly",
            status=status,
            is_inferred=period.rule is not None,
            inference_rule=period.rule,
            locator=row.passage.span.locator,
            quote=row.passage.quote(),
            proof=read.proof(count.row, count.column),
        )
        fault = read.doubt_of(count)
        if fault is None:
            yield record
        else:
            subject = f"{record.programme_name}, {count.value}"
            yield withhold("programme_participation", record, subject, fault.reason, fault.other)
    if not counted.is_leadership:
        rows = {count.row for count in counted.counts}
        yield from (withhold_row("programme_participation", *rest) for rest in read.left_over(rows))


def _is_sum(count: Count) -> bool:
    """Whether a count only adds up others of its table."""
    is_all_values = count.dimension != TOTAL_VALUE and count.value == TOTAL_VALUE
    return count.programme.programme_id == EVERY or is_all_values


def _status_above(read: ReadTable) -> str | None:
    return next((line.status for line in read.roles.captions if line.status), None)


def _period(read: ReadTable, count: Count, paper: PaperRecord, *, is_plan: bool) -> Period:
    """The year that the table prints; else the one of its day; else that of the nearest date."""
    if count.period:
        return Period(count.period, None)
    if count.as_of:
        return Period(financial_year(count.as_of), None)
    printed = next((line.period for line in read.roles.captions if line.period), None)
    if printed:
        return Period(printed, None)
    if any(line.bare_year for line in read.roles.captions):
        return NO_PERIOD
    steps = [("heading", title) for title in read.table.titles]
    if paper.title and not is_plan:
        steps.append(("title", paper.title))
    return period_around(steps, paper.meeting_date, with_paper_date=not is_plan)
