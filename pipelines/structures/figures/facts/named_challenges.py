"""Tables of named councils: the peer challenge that each had, its day, and what it saved."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from pipelines.notation.dates import MONTH_YEAR, MONTHS, financial_year, find_date, find_year_pairs
from pipelines.notation.figures import money_scale, read_figure, without_marks
from pipelines.reference.authorities.councils import CouncilMatch
from pipelines.reference.registers import Registers
from pipelines.structures.figures.facts.challenge_counts import (
    DELIVERED,
    GENERAL,
    PLANNED,
    is_about_challenges,
)
from pipelines.structures.figures.roles import Column, Role, TableRoles
from pipelines.structures.figures.sums import TOTAL
from pipelines.structures.prose.marking import read_marks
from pipelines.structures.prose.paper_terms import NO_TERMS
from pipelines.structures.told.savings import find_savings

MOSTLY = 0.5  # share of the labels that must be councils
# 12-14 June 2018, 30 June and 2 July 2018: the first day of several
FIRST_DAY = re.compile(
    r"(?<!\d)(?P<day>\d{1,2})(?:st|nd|rd|th)? ?(?:-|–|to|and|&) ?\d{1,2}(?:st|nd|rd|th)? "
    r"(?P<month>[a-z]{3,9}) (?P<year>\d{4})\b",
    re.IGNORECASE,
)
# Planned, booked, to be confirmed: in a column that says how each stands
TO_COME = re.compile(
    r"\b(?:planned|scheduled|booked|agreed|due|forthcoming|confirmed|proposed|to be)\b",
    re.IGNORECASE,
)
SAVED = "saving"


@dataclass(frozen=True, slots=True)
class NamedChallenge:
    """One council of a row, and what the row says of it."""

    row: int
    column: int
    council: CouncilMatch
    challenge_type: str
    status: str
    happened_on: date | None
    period: str | None
    savings_gbp: Decimal | None
    savings_period: str | None
    joint_no: int | None


def read_named_challenges(
    roles: TableRoles, registers: Registers, on: date | None
) -> list[NamedChallenge]:
    """The councils of a table that had, or are to have, a peer challenge.

    Args:
        roles: The table.
        registers: The councils, and the kinds of peer challenge.
        on: The day of the paper; a later day is planned.
    """
    if not is_about_challenges(roles):
        return []
    column = _councils(roles, registers, on)
    return list(_named(roles, column, registers, on)) if column is not None else []


def _named(
    roles: TableRoles, council_column: int, registers: Registers, on: date | None
) -> Iterator[NamedChallenge]:
    kinds = _first(roles, lambda column: _is_kind(roles, column, registers))
    days = _first(roles, lambda column: column.role is Role.DAY)
    years = _first(roles, lambda column: _is_year(roles, column))
    standing = _first(roles, lambda c: c.role is Role.WORDS and "note" in c.words.roles)
    savings = [column.number for column in roles.columns if _is_saving(roles, column)]
    scales = _first(roles, lambda c: c.role is Role.WORDS and "timescale" in c.words.roles)
    captions = roles.captions
    said = " ".join(line.text for line in captions)
    kind_above = next((line.challenge_type for line in captions if line.challenge_type), None)
    is_plan = any(line.status == PLANNED for line in captions if line.is_peer)
    year_above = next((line.period for line in captions if line.period), None)
    joint = 0
    for number, row in enumerate(roles.table.body):
        label = without_marks(row.text(council_column))
        if not label or TOTAL.search(label):
            continue
        day = _day(row.text(days)) if days is not None else None
        period = _period(row.text(days) if days is not None else "", day)
        if years is not None:
            period = period or next(iter(find_year_pairs(row.text(years))), None)
        section = roles.sections[number]
        period = period or section.period or year_above
        councils = _of(label, registers, _told_on(day, period, on))
        joint += len(councils) > 1
        status = PLANNED if is_plan or (day and on and day > on) else DELIVERED
        if standing is not None and TO_COME.search(row.text(standing)):
            status = PLANNED
        if any(act.challenge == "not_had" for act in read_marks(said, registers, NO_TERMS).acts):
            status = "not_had"
        own = registers.challenge_types.first_in(row.text(kinds)) if kinds is not None else None
        saved = [_saving(roles, number, column, scales) for column in savings]
        saved = [each for each in saved if each[0] is not None] or [(None, None)]
        for council in councils:
            for amount, basis in saved:
                yield NamedChallenge(
                    row=number,
                    column=council_column,
                    council=council,
                    challenge_type=own or section.challenge_type or kind_above or GENERAL,
                    status=status,
                    happened_on=day,
                    period=period,
                    savings_gbp=amount,
                    savings_period=basis,
                    joint_no=joint if len(councils) > 1 else None,
                )


def _first(roles: TableRoles, fits: Callable[[Column], bool]) -> int | None:
    return next((column.number for column in roles.columns if fits(column)), None)


def _councils(roles: TableRoles, registers: Registers, on: date | None) -> int | None:
    """The column of which most cells name a council."""
    best: tuple[int, int] | None = None
    for column in roles.columns:
        if column.role not in (Role.LABEL, Role.WORDS):
            continue
        texts = [row.text(column.number) for row in roles.table.body]
        texts = [text for text in texts if text and not TOTAL.search(text)]
        hits = sum(bool(_of(without_marks(text), registers, on)) for text in texts)
        if hits and hits > MOSTLY * len(texts) and (best is None or hits > best[1]):
            best = (column.number, hits)
    return best[0] if best else None


def _of(label: str, registers: Registers, on: date | None) -> list[CouncilMatch]:
    """The councils that a cell names: one, or those of a joint challenge."""
    one = registers.councils.resolve(label, on)
    if one.council_id is not None:
        return [one]
    found = [match for _, _, match in registers.councils.find_bare(label, on)]
    return found if len(found) > 1 and all(match.council_id for match in found) else []


def _told_on(day: date | None, period: str | None, on: date | None) -> date | None:
    """The day for resolving a name: a past challenge was of the councils of its time."""
    told = day or (date(int(period[:4]), 12, 31) if period else None)
    return min((each for each in (told, on) if each), default=None)


def _is_kind(roles: TableRoles, column: Column, registers: Registers) -> bool:
    if column.role is not Role.WORDS:
        return False
    if column.words.is_peer or "type" in column.words.roles:
        return True
    texts = [text for row in roles.table.body if (text := row.text(column.number))]
    hits = sum(registers.challenge_types.first_in(text) is not None for text in texts)
    return (
        bool(texts)
        and hits > MOSTLY * len(texts)
        and not column.words.roles & {"note", "timescale"}
    )


def _is_year(roles: TableRoles, column: Column) -> bool:
    texts = [text for row in roles.table.body if (text := row.text(column.number))]
    return bool(texts) and all(len(find_year_pairs(text)) == 1 for text in texts)


def _is_saving(roles: TableRoles, column: Column) -> bool:
    """Whether a column says what was saved, by its head, or of an amount by the title."""
    if column.role is Role.WORDS:
        return SAVED in column.words.roles
    lines = [column.words, *roles.captions]
    is_cost = {"other"} & column.words.roles
    return column.role is Role.MONEY and not is_cost and any(SAVED in line.roles for line in lines)


def _day(text: str) -> date | None:
    """The day, or the first of several, that a cell prints."""
    first = FIRST_DAY.search(text)
    if first and first["month"].lower() in MONTHS:
        try:
            return date(int(first["year"]), MONTHS[first["month"].lower()], int(first["day"]))
        except ValueError:
            return None
    printed = find_date(text)
    return printed.value if printed else None


def _period(text: str, day: date | None) -> str | None:
    if day:
        return financial_year(day)
    month = MONTH_YEAR.search(text)
    if month:
        return financial_year(date(int(month["year"]), MONTHS[month["month"].lower()], 1))
    return next(iter(find_year_pairs(text)), None)


def _saving(
    roles: TableRoles, row: int, column: int, timescale: int | None
) -> tuple[Decimal | None, str | None]:
    """The amount that a cell says was saved, and whether once or each year."""
    cells = roles.table.body[row]
    head = roles.columns[column].words.text
    basis = cells.text(timescale) if timescale is not None else ""
    cell = cells.text(column)
    figure = read_figure(cell)
    scale = money_scale(head) or 1
    if figure is not None and figure.value >= 0:
        amount = figure.pounds(scale)
        said = find_savings(f"saving {head} £1 {basis}")
        return amount, said[0].period if said else "one_off"
    told = find_savings(f"saving {cell} {basis}")
    return (told[0].amount, told[0].period) if len(told) == 1 else (None, None)
