"""The figures of budget tables, in pounds."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from pipelines.documents import Block, Document, Kind, Row
from pipelines.notation.dates import find_year_pairs
from pipelines.notation.numbers import MONEY, parse_cell_amount, parse_money
from pipelines.reference.registers import Registers
from pipelines.schema.records import BudgetLine, PaperRecord
from pipelines.structures.tables import cell_text, column_of_labels

MONEY_WORD = re.compile(
    r"£|\b(?:budgets?|budgeted|income|expenditure|spend(?:ing)?|funding|grants?|revenue|reserves?"
    r"|costs?|accounts?|outturn|financial (?:position|statement|forecast|plan))\b",
    re.IGNORECASE,
)
# Tables that may follow the word budget but hold other numbers
OTHER_TABLE = re.compile(
    r"\b(?:attendance|present|apologies|councillors?|members?|agenda|page|time|venue|phone"
    r"|participants|delegates|party|region|graduates)\b",
    re.IGNORECASE,
)
# (£m), £ million
MILLIONS = re.compile(r"£\s?(?:m\b|mn\b|millions?\b)|\bmillions? of pounds", re.IGNORECASE)
# £'000, £000s, £k, £ thousand
THOUSANDS = re.compile(r"£\s?(?:['’‘]?000s?\b|k\b|thousands?\b)", re.IGNORECASE)
POUNDS = re.compile(r"£(?!\s?\d)|\bpounds\b", re.IGNORECASE)
# % change, FTE, Note: columns that hold no money
NO_MONEY = re.compile(
    r"%|\bper ?cent\b|\b(?:fte|posts?|headcount|number|no|note|notes|ref|para|page|item|date)\b\.?",
    re.IGNORECASE,
)
TOTAL = re.compile(
    r"^(?:(?:grand|overall|sub)[ -]?)?totals?\b|\b(?:sub-?)?totals?:?$", re.IGNORECASE
)
YEAR = re.compile(r"^(?:19|20)\d\d$")
# (£m), All figures in £000: a line between the title and the table
UNIT_LINE = re.compile(
    r"^\(?(?:all )?(?:figures |amounts )?(?:are )?(?:in )?£[^.\d]{0,20}(?:000s?)?\)?$", re.I
)
TITLE_REACH = 3  # blocks above a table that are searched for its title
LONGEST_TITLE = 150  # characters: a longer paragraph is prose
LEAST_AMOUNTS = 2  # figures: a table with fewer is a label and a value


@dataclass(frozen=True, slots=True)
class _Column:
    """One column of money."""

    number: int
    name: str
    scale: int
    financial_year: str | None


@dataclass(frozen=True, slots=True)
class _Table:
    """One budget table: title, columns and the rows below its header."""

    title: str | None
    columns: tuple[_Column, ...]
    label_column: int
    rows: tuple[tuple[int, Row], ...]


def read_budget_lines(
    document: Document, registers: Registers, paper: PaperRecord
) -> list[BudgetLine]:
    """Read each figure of the tables whose title or header speaks of money.

    A unit printed in one column or in the title (£m, £'000) holds for every column without one of
    its own. Blank cells and dashes are no figures; brackets make a figure negative.

    Args:
        document: One paper.
        registers: Not needed; every extractor takes them.
        paper: Not needed; every extractor takes it.

    Returns:
        One record per printed figure, in printed order. `financial_year` is None if neither
        the column nor the title names one year. `table_no` counts these tables alone.
    """
    del registers, paper
    found: list[BudgetLine] = []
    for table_no, table in enumerate(_tables(list(document.blocks)), start=1):
        for row_no, row in table.rows:
            line = cell_text(row, table.label_column)
            for column in table.columns:
                amount = _amount(cell_text(row, column.number), column.scale)
                if amount is None or not line:
                    continue
                found.append(
                    BudgetLine(
                        table_title=table.title,
                        financial_year=column.financial_year,
                        line=line,
                        column_name=column.name,
                        amount_gbp=amount,
                        is_total=bool(TOTAL.search(line) or TOTAL.search(column.name)),
                        table_no=table_no,
                        row_no=row_no,
                        column_no=column.number + 1,
                        locator=row.passage.span.locator,
                        quote=row.passage.quote(),
                    )
                )
    return found


def _tables(blocks: list[Block]) -> Iterator[_Table]:
    position = 0
    while position < len(blocks):
        if blocks[position].kind is not Kind.TABLE:
            position += 1
            continue
        first = position
        width = _width(blocks[first].rows)
        position += 1
        while position < len(blocks) and _goes_on(blocks[position], width):
            position += 1
        rows = [row for block in blocks[first:position] for row in block.rows]
        table = _budget_table(rows, _title(blocks, first))
        if table:
            yield table


def _goes_on(block: Block, width: int) -> bool:
    """Whether a table right below another is its next page: as wide, and without a header."""
    if block.kind is not Kind.TABLE or _width(block.rows) != width:
        return False
    return _is_figures(block.rows[0]) or not any(block.rows[0].texts[1:])


def _width(rows: tuple[Row, ...]) -> int:
    return max(len(row.cells) for row in rows)


def _title(blocks: list[Block], position: int) -> tuple[str | None, str]:
    """The title of a table, and a line below it that gives the unit."""
    unit = ""
    for block in reversed(blocks[max(0, position - TITLE_REACH) : position]):
        if block.kind is Kind.TABLE:
            break
        if UNIT_LINE.match(block.text):
            unit = block.text
        elif block.kind is Kind.HEADING or len(block.text) <= LONGEST_TITLE:
            return block.text, unit
        else:
            break
    return None, unit


def _budget_table(rows: list[Row], title: tuple[str | None, str]) -> _Table | None:
    headed = 0
    while headed < len(rows) and not _is_figures(rows[headed]):
        headed += 1
    header, body = [row for row in rows[:headed] if not _is_section(row)], rows[headed:]
    words = " ".join(" ".join(row.texts) for row in header)
    has_pounds = "£" in words or any("£" in text for row in body for text in row.texts[1:])
    if OTHER_TABLE.search(words) and not has_pounds:
        return None
    if not MONEY_WORD.search(f"{words} {title[0] or ''} {title[1]}"):
        return None
    label_column = column_of_labels(body)
    columns = tuple(_columns(header, body, f"{title[0] or ''} {title[1]}", label_column))
    figures = sum(
        _amount(cell_text(row, column.number), 1) is not None for row in body for column in columns
    )
    if figures < LEAST_AMOUNTS:
        return None
    numbered = tuple(enumerate(body, start=headed + 1))
    return _Table(title[0], columns, label_column, numbered)


def _is_figures(row: Row) -> bool:
    """Whether a row holds amounts beside its label; a row of years is a header."""
    texts = [text for text in row.texts if text]
    amounts = [text for text in texts[1:] if _amount(text, 1) is not None]
    return any(not YEAR.match(text) for text in amounts)


def _is_section(row: Row) -> bool:
    """Whether a row names the part of the table below it, such as Income, and no columns."""
    return bool(row.cells) and bool(row.texts[0]) and not any(row.texts[1:])


def _columns(
    header: list[Row], rows: list[Row], title: str, label_column: int
) -> Iterator[_Column]:
    width = max((len(row.cells) for row in [*header, *rows]), default=0)
    names = [
        " ".join(text for row in header[-2:] if (text := cell_text(row, number)))
        for number in range(width)
    ]
    scales = [_scale(name) for name in names]
    shared = _scale(title) or max((scale for scale in scales if scale), default=1)
    title_years = set(find_year_pairs(title))
    for number, name in enumerate(names):
        if number == label_column or NO_MONEY.search(name):
            continue
        years = find_year_pairs(name) or (list(title_years) if len(title_years) == 1 else [])
        yield _Column(number, name, scales[number] or shared, years[0] if years else None)


def _scale(text: str) -> int | None:
    """Pounds in one unit of a column; None if no unit is printed."""
    if MILLIONS.search(text):
        return 10**6
    if THOUSANDS.search(text):
        return 10**3
    return 1 if POUNDS.search(text) else None


def _amount(text: str, scale: int) -> Decimal | None:
    """Pounds of a cell; a unit in the cell itself (£1.5m) overrides the column's."""
    if THOUSANDS.fullmatch(text.strip("() ")):
        return None
    money = MONEY.fullmatch(text.strip("() "))
    if money and money["scale"]:
        amount = parse_money(money)
        return -amount if text.strip().startswith("(") else amount
    return parse_cell_amount(text, scale)
