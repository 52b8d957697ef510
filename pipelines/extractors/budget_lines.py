"""The figures of budget tables, in pounds."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipelines.notation.dates import find_year_pairs
from pipelines.notation.figures import money_scale, read_figure
from pipelines.schema.records import BudgetLine, WithheldReading
from pipelines.schema.withholding import withhold, withhold_row
from pipelines.structures.figures.doubts import NO_HEAD, Doubt
from pipelines.structures.figures.facts.challenge_counts import is_about_challenges
from pipelines.structures.figures.figure_tables import BodyRow, FigureTable
from pipelines.structures.figures.line_words import (
    BARE_YEAR,
    YEAR_ENDED,
    year_before,
    year_ended,
)
from pipelines.structures.figures.reading import ReadTable
from pipelines.structures.figures.roles import Role
from pipelines.structures.figures.row_kinds import is_section
from pipelines.structures.figures.sums import TOTAL

MONEY_WORD = re.compile(
    r"£|\b(?:budgets?|budgeted|income|expenditure|spend(?:ing)?|funding|grants?|revenue|reserves?"
    r"|costs?|accounts?|outturn|financial (?:position|statement|forecast|plan))\b",
    re.IGNORECASE,
)
# Tables that may follow the word budget but hold other numbers
OTHER_TABLE = re.compile(
    r"\b(?:attendance|attended|possible|present|apologies|councillors?|members?|agenda|page|time|venue|phone"
    r"|participants|delegates|party|region|graduates)\b",
    re.IGNORECASE,
)
# % change, FTE, Note: columns that hold no money
NO_MONEY = re.compile(
    r"%|\bper ?cent\b|\b(?:fte|posts?|headcount|number|no|note|notes|ref|para|page|item|date)\b\.?",
    re.IGNORECASE,
)
# (£m), All figures in £000: a line between the title and the table
UNIT_LINE = re.compile(
    r"^\(?(?:all )?(?:figures |amounts )?(?:are )?(?:in )?£[^.\d]{0,20}(?:000s?)?\)?$", re.I
)
TITLE_REACH = 3  # blocks above a table that are searched for its title
LEAST_AMOUNTS = 2  # figures: a table with fewer is a label and a value
# Roles of columns that hold no money, whatever the title speaks of
NO_MONEY_ROLES = frozenset(
    {Role.LABEL, Role.WORDS, Role.DAY, Role.PERCENTAGE, Role.RANK, Role.ROW_NUMBER}
    | {Role.DENOMINATOR}
)


@dataclass(frozen=True, slots=True)
class _Money:
    """One column of money."""

    number: int
    name: str
    scale: int
    financial_year: str | None


def read_budget_lines(tables: Sequence[ReadTable]) -> list[BudgetLine | WithheldReading]:
    """Read each figure of the tables whose title or header speaks of money.

    A unit printed in one column or in the title (£m, £'000) holds for every column without one of
    its own. Blank cells and dashes are no figures; brackets make a figure negative.

    Args:
        tables: The tables of one paper.

    Returns:
        One record per printed figure, in printed order. `financial_year` is None if neither
        the column nor the title names one year. `table_no` counts these tables alone. A figure in
        a row that is not trusted is withheld.
    """
    found: list[BudgetLine | WithheldReading] = []
    budgets = [(read, columns) for read in tables if (columns := _columns_of(read))]
    for table_no, (read, columns) in enumerate(budgets, start=1):
        found += _lines(read, columns, table_no)
    return found


def _lines(
    read: ReadTable, columns: Sequence[_Money], table_no: int
) -> Iterator[BudgetLine | WithheldReading]:
    title, _ = _title(read.table)
    for number, row in enumerate(read.table.body):
        line = read.table.labels[number]
        for column in columns:
            figure = read_figure(row.text(column.number))
            if figure is None or figure.unit == "per_cent" or not line:
                continue
            record = BudgetLine(
                table_title=title,
                financial_year=column.financial_year,
                line=line,
                column_name=column.name,
                amount_gbp=figure.pounds(column.scale),
                is_total=bool(TOTAL.search(line) or TOTAL.search(column.name)),
                table_no=table_no,
                row_no=row.number,
                column_no=column.number + 1,
                locator=row.row.passage.span.locator,
                quote=row.row.passage.quote(),
                proof=read.proof(number, column.number),
            )
            doubt = read.doubts.get(number)
            if doubt is None and not column.name and len(columns) > 1:
                doubt = Doubt(NO_HEAD)
            if doubt:
                subject = f"{line}, {column.name}" if column.name else line
                yield withhold("budget_lines", record, subject, doubt.reason, doubt.other)
            else:
                yield record
    rows = {number for number, row in enumerate(read.table.body) if _has_figure(row, columns)}
    yield from (withhold_row("budget_lines", *rest) for rest in read.left_over(rows))


def _has_figure(row: BodyRow, columns: Sequence[_Money]) -> bool:
    return any(read_figure(row.text(column.number)) is not None for column in columns)


def _are_savings(read: ReadTable) -> bool:
    """Whether the amounts are what councils saved by a peer challenge, which is no budget."""
    lines = [*read.roles.captions, *(column.words for column in read.roles.columns)]
    return is_about_challenges(read.roles) and any("saving" in line.roles for line in lines)


def _title(table: FigureTable) -> tuple[str | None, str]:
    """The title of a table, and a line below it that gives the unit."""
    unit = ""
    for text in table.titles[:TITLE_REACH]:
        if not UNIT_LINE.match(text):
            return text, unit
        unit = text
    return None, unit


def _columns_of(read: ReadTable) -> list[_Money]:
    """The columns of money; none if the table holds other numbers."""
    table = read.table
    if not table.has_figures or _are_savings(read):
        return []
    title, unit = _title(table)
    words = " ".join(table.headings)
    cells = [text for row in table.body for text in row.texts[1:]]
    has_pounds = any("£" in text for text in (words, *cells))
    has_pounds = has_pounds or money_scale(f"{title or ''} {unit}") is not None
    names_values = read.roles.columns[table.stub].words.dimension is not None
    if (OTHER_TABLE.search(words) or names_values) and not has_pounds:
        return []
    if not MONEY_WORD.search(f"{words} {title or ''} {unit}"):
        return []
    columns = list(_money_columns(read, f"{title or ''} {unit}"))
    figures = sum(
        read_figure(row.text(column.number)) is not None
        for row in table.body
        for column in columns
        if not is_section(row.row, table.stub)
    )
    return columns if figures >= LEAST_AMOUNTS else []


def _money_columns(read: ReadTable, title: str) -> Iterator[_Money]:
    names = read.table.headings
    scales = [money_scale(name) for name in names]
    shared = money_scale(title) or max((scale for scale in scales if scale), default=1)
    title_years = set(find_year_pairs(title)) or _years_above(read.table)
    has_own = any(scales)
    ended = any(YEAR_ENDED.search(text) for text in (title, *names, *read.table.titles))
    for column in read.roles.columns:
        name = names[column.number]
        if column.role in NO_MONEY_ROLES or NO_MONEY.search(name):
            continue
        is_people = column.words.unit is not None and has_own
        if not scales[column.number] and (is_people or read.counts is not None):
            continue  # people beside columns of pounds
        years = find_year_pairs(name)
        bare = BARE_YEAR.findall(name)
        if not years and ended and len(set(bare)) == 1:
            years = [year_before(int(bare[0]))]
        if not years and not bare and len(title_years) == 1:
            years = list(title_years)
        year = years[0] if years else year_ended(title) if not bare else None
        yield _Money(column.number, name, scales[column.number] or shared, year)


def _years_above(table: FigureTable) -> set[str]:
    """The year of the nearest line above that names one alone, such as the heading of a section."""
    found = (set(find_year_pairs(text)) for text in table.titles[:TITLE_REACH])
    return next((years for years in found if len(years) == 1), set())
