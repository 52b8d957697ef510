"""What each column and each row of a table is for: the cheapest assignment that fits the whole.

A head alone may be read in several ways: `Councillors` counts those who came, or all there are.
Each reading has a cost, and so have two columns that say the same, and a percentage that two
columns do not make.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum
from itertools import product

from pipelines.notation.dates import MONTH_YEAR, find_dates
from pipelines.notation.figures import read_figure
from pipelines.notation.numbers import MONEY
from pipelines.reference.registers import Registers
from pipelines.structures.figures.figure_tables import FigureTable
from pipelines.structures.figures.line_words import LineWords, read_line, unread_line
from pipelines.structures.figures.table_lines import (
    merged_words,
    read_captions,
    read_qualifiers,
    whole_labels,
)

MOST_READINGS = 512  # assignments of one table that are tried; a table with more has no roles
MOSTLY = 0.6  # share of the cells that say what a column holds
# Costs of one reading: a head that could mean it and does not say so, two columns that count the
# same, a percentage of other columns, nothing that is counted.
UNSAID, SAME_TWICE, WRONG_SHARE, NO_COUNT = 0.5, 1.0, 0.8, 2.0
RIGHT_SHARE = -1.0
# A head that nobody understands counts something only if the percentages beside it are its own;
# a head that says how many there are counts nobody who came where percentages are printed.
UNKNOWN_COUNT, WHOLE_AS_COUNT = 1.6, 2.0
NOT_COUNTS = {"rank": "rank", "average": "other", "change": "other", "row_number": "row_number"}


class Role(StrEnum):
    """What a column is for."""

    LABEL = "label"
    COUNT = "count"
    DENOMINATOR = "denominator"
    PERCENTAGE = "percentage"
    RANK = "rank"
    ROW_NUMBER = "row_number"
    MONEY = "money"
    DAY = "day"
    WORDS = "words"
    OTHER = "other"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its role and what its heads say."""

    number: int
    role: Role
    words: LineWords


@dataclass(frozen=True, slots=True)
class TableRoles:
    """The roles of a table.

    Attributes:
        columns: Each column from left to right.
        labels: For each row the words of its label.
        sections: For each row those of the section above it.
        captions: The titles above that speak of the table, nearest first.
        cost: What the assignment costs.
    """

    table: FigureTable
    columns: tuple[Column, ...]
    labels: tuple[LineWords, ...]
    sections: tuple[LineWords, ...]
    captions: tuple[LineWords, ...]
    cost: float

    def with_role(self, role: Role) -> list[Column]:
        """The columns that have a role."""
        return [column for column in self.columns if column.role is role]


def read_roles(table: FigureTable, registers: Registers) -> TableRoles:
    """The cheapest roles of the columns of a table."""
    heads = [merged_words(levels, registers) for levels in table.heads]
    candidates = [_candidates(table, number, words) for number, words in enumerate(heads)]
    size = 1
    for each in candidates:
        size *= len(each)
    if size > MOST_READINGS:
        candidates = [each[:1] for each in candidates]
    best = min(product(*candidates), key=lambda roles: _cost(table, heads, roles))
    columns = _unless_unclear(
        table,
        tuple(
            Column(number, role, words)
            for number, ((role, _), words) in enumerate(zip(best, heads, strict=True))
        ),
    )
    captions = tuple(read_captions(table, registers))
    lines = [*captions, *(column.words for column in columns)]
    labels, sections = (
        _row_lines(table, columns, registers) if _matters(columns, lines) else ((), ())
    )
    return TableRoles(
        table=table,
        columns=columns,
        labels=labels or tuple(map(unread_line, table.labels)),
        sections=sections or tuple(unread_line(row.section) for row in table.body),
        captions=captions,
        cost=_cost(table, heads, best),
    )


def _matters(columns: Sequence[Column], lines: Sequence[LineWords]) -> bool:
    """Whether the labels of the rows are worth reading: most tables count nothing."""
    return any(column.role is Role.COUNT for column in columns) or any(
        line.is_peer for line in lines
    )


def _row_lines(
    table: FigureTable, columns: Sequence[Column], registers: Registers
) -> tuple[tuple[LineWords, ...], tuple[LineWords, ...]]:
    """What the label of each row says, and what its section and other labels do."""
    words = [column.number for column in columns if column.role is Role.WORDS]
    labels = (read_line(label, registers) for label in whole_labels(table, registers))
    return tuple(labels), tuple(read_qualifiers(table, words, registers))


def _unless_unclear(table: FigureTable, columns: tuple[Column, ...]) -> tuple[Column, ...]:
    """`Councillors` beside a count that nobody understands may be all there are."""
    rows = range(len(table.body))
    is_unclear = any(
        column.role is Role.UNKNOWN
        and (column.words.rest or not column.words.text)
        and any(table.figure(row, column.number) is not None for row in rows)
        for column in columns
    )
    return tuple(
        replace(column, role=Role.UNKNOWN)
        if is_unclear
        and column.role is Role.COUNT
        and (_is_plain(column.words) or "denominator" in column.words.roles)
        else column
        for column in columns
    )


def _candidates(table: FigureTable, number: int, head: LineWords) -> list[tuple[Role, float]]:
    """What a column may be for by its head and its cells, each with a cost."""
    if number == table.stub:
        return [(Role.LABEL, 0.0)]
    texts = [row.text(number) for row in table.body]
    texts = [text for text in texts if text]
    figures = [figure for text in texts if (figure := read_figure(text))]
    if not texts:
        return [(Role.UNKNOWN, 0.0)]
    if all(MONEY.match(text) for text in texts):
        return [(Role.MONEY, 0.0)]
    if len(figures) < MOSTLY * len(texts) and not _is_mostly_nil(texts, len(figures)):
        return [(Role.DAY if _are_days(texts) else Role.WORDS, 0.0)]
    shares = sum(figure.unit == "per_cent" for figure in figures)
    if shares * 2 > len(figures):
        return [(Role.PERCENTAGE, 0.0)]
    if "£" in head.text or any(each.unit == "gbp" or each.scale for each in figures):
        return [(Role.MONEY, 0.0)]
    if any(figure.count is None for figure in figures):
        return [(Role.PERCENTAGE if head.roles & {"percentage", "share"} else Role.OTHER, 0.0)]
    if _counts_rows([figure.value for figure in figures], number, table, head):
        return [(Role.ROW_NUMBER, 0.0)]
    if any(figure.aside for figure in figures) and not head.rest:
        return [(Role.COUNT, 0.0)]
    return _of_numbers(head)


def _of_numbers(head: LineWords) -> list[tuple[Role, float]]:
    """What a column of whole numbers may be for."""
    roles = head.roles
    is_named = head.programme is not None or (bool(head.values) and not head.is_total)
    if roles & {"percentage", "share"} and head.unit is None and not is_named:
        return [(Role.PERCENTAGE, 0.0)]
    for role, name in NOT_COUNTS.items():
        if role in roles and not (is_named or "count" in roles):
            return [(Role(name), 0.0)]
    if roles & {"other", "survey"} and not head.programme:
        return [(Role.OTHER, 0.0)]
    if ("denominator" in roles and not is_named) or ("denominator" in roles and head.unit):
        if roles & {"measure", "result", "target"}:
            return [(Role.COUNT, 0.0), (Role.DENOMINATOR, 0.0)]
        return [(Role.DENOMINATOR, 0.0), (Role.COUNT, UNSAID)]
    if head.rest:
        return [(Role.UNKNOWN, 0.0), (Role.COUNT, UNKNOWN_COUNT)]
    says = bool(
        is_named
        or head.programmes
        or head.is_total
        or head.status
        or head.period
        or head.bare_year
        or head.as_of
        or head.challenge_type
        or head.is_peer
        or roles & {"measure", "target", "result"}
    )
    if says:
        return [(Role.COUNT, 0.0)]
    if head.unit or "count" in roles:
        return [(Role.COUNT, 0.1), (Role.DENOMINATOR, UNSAID)]
    return [(Role.UNKNOWN, 0.0)]


def _is_mostly_nil(texts: Sequence[str], figures: int) -> bool:
    return figures > 0 and all(len(text) <= 3 or read_figure(text) for text in texts)


def _are_days(texts: Sequence[str]) -> bool:
    days = sum(bool(find_dates(text) or MONTH_YEAR.search(text)) for text in texts)
    return days >= MOSTLY * len(texts)


def _counts_rows(
    values: Sequence[Decimal], number: int, table: FigureTable, head: LineWords
) -> bool:
    """Whether a column holds nothing but 1, 2, 3 and stands where the number of a row does."""
    is_place = number < table.stub or "rank" in head.roles
    return is_place and len(values) > 1 and list(values) == list(range(1, len(values) + 1))


def _cost(
    table: FigureTable, heads: Sequence[LineWords], roles: Sequence[tuple[Role, float]]
) -> float:
    cost = sum(own for _, own in roles)
    counts = [n for n, (role, _) in enumerate(roles) if role is Role.COUNT]
    wholes = [n for n, (role, _) in enumerate(roles) if role is Role.DENOMINATOR]
    shares = [n for n, (role, _) in enumerate(roles) if role is Role.PERCENTAGE]
    seen: dict[object, int] = {}
    for number in counts:
        slots = _slots(heads[number])
        seen[slots] = seen.get(slots, 0) + 1
    cost += SAME_TWICE * sum(times - 1 for times in seen.values())
    statuses = {heads[number].status for number in counts if not heads[number].programme}
    if None in statuses and len(statuses) > 1:
        plain = [n for n in counts if _is_plain(heads[n])]
        cost += SAME_TWICE * len(plain)
    if wholes and not counts:
        cost += NO_COUNT
    if shares:
        cost += WHOLE_AS_COUNT * sum("denominator" in heads[number].roles for number in counts)
    if len(shares) == 1 and len(counts) == 1 and len(wholes) == 1:
        cost += RIGHT_SHARE if is_share_of(table, shares[0], counts[0], wholes[0]) else WRONG_SHARE
    return cost


def _is_plain(head: LineWords) -> bool:
    """Whether a head says only that something is counted."""
    return not (
        head.is_total
        or head.challenge_type
        or head.is_peer
        or head.as_of
        or head.programmes
        or head.status
        or head.period
        or head.values
        or head.programme
        or head.roles & {"measure", "target", "result", "unit"}
    )


def _slots(head: LineWords) -> tuple[object, ...]:
    names = tuple(sorted(head.values.items()))
    programme = head.programme.programme_id if head.programme else None
    result = "result" in head.roles
    year = head.period or head.bare_year
    return (programme, names, year, head.as_of, head.status, result, head.unit, head.challenge_type)


def is_share_of(table: FigureTable, share: int, part: int, whole: int) -> bool:
    """Whether most rows print the part of a whole in per cent."""
    told = [share_told(table, row, share, part, whole) for row in range(len(table.body))]
    known = [printed == made for printed, made in filter(None, told)]
    return bool(known) and sum(known) * 2 > len(known)


def share_told(
    table: FigureTable, row: int, share: int, part: int, whole: int
) -> tuple[Decimal, Decimal] | None:
    """A printed percentage and what it should be, which is the same if it was rounded or cut."""
    printed, one, all_ = (table.figure(row, column) for column in (share, part, whole))
    if printed is None or one is None or all_ is None or not all_.value:
        return None
    exponent = printed.value.as_tuple().exponent
    step = Decimal(1).scaleb(exponent if isinstance(exponent, int) else 0)
    made = 100 * one.value / all_.value
    if abs(made - printed.value) < step:
        return printed.value, printed.value
    return printed.value, made.quantize(step)
