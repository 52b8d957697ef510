"""Tables that count peer challenges: the kind, standing and period of each count."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipelines.reference.registers import Registers
from pipelines.structures.figures.axes import row_axis
from pipelines.structures.figures.facts.slots import period_of
from pipelines.structures.figures.line_words import LineWords
from pipelines.structures.figures.roles import Column, Role, TableRoles
from pipelines.structures.figures.sums import TOTAL

PLANNED, DELIVERED, GENERAL = "planned", "delivered", "general"
# A line with one of these counts something besides challenges.
ELSEWHERE = frozenset({"survey", "other", "person"})
NOT_COUNTED = frozenset(
    {"denominator", "percentage", "share", "rank", "average", "change", "saving"}
)
# What may be counted in a table of peer challenges: those that had one
BODIES = (None, "councils", "authorities")


@dataclass(frozen=True, slots=True)
class ChallengeCount:
    """One printed number of peer challenges, with its place in the table."""

    row: int
    column: int
    count: int
    challenge_type: str
    status: str
    period: str | None


def is_about_challenges(roles: TableRoles) -> bool:
    """Whether a title or the heads of a table speak of peer challenges, and of nothing about them."""
    captions = [line for line in roles.captions if line.is_peer]
    heads = [column.words for column in roles.columns if column.words.is_peer]
    if any(line.roles & ELSEWHERE for line in captions):
        return False
    return bool(captions or heads)


def read_challenge_counts(roles: TableRoles, registers: Registers) -> list[ChallengeCount]:
    """The counts of peer challenges that a table prints about the sector.

    A table that breaks a kind down by region or type of council states its total; without one, each
    part is stated by itself.
    """
    del registers
    columns = [
        column
        for column in roles.with_role(Role.COUNT)
        if not column.words.roles & ELSEWHERE and column.words.unit in BODIES
    ]
    if not columns:
        return []
    return list(_counts(roles, columns))


def _counts(roles: TableRoles, columns: Sequence[Column]) -> Iterator[ChallengeCount]:
    about = is_about_challenges(roles)
    if any("survey" in line.roles for line in roles.captions):
        return
    stub = roles.columns[roles.table.stub].words
    axis = row_axis(roles.labels, [stub])
    totals = [row for row, label in enumerate(roles.labels) if _is_total(label)]
    kinds_down = sum(bool(label.challenge_type) for label in roles.labels) > 0
    kinds_across = any(column.words.challenge_type for column in columns)
    years_across = any(period_of(roles, column.words) for column in columns)
    values_across = sum(bool(column.words.values) for column in columns) > 1
    for row, label in enumerate(roles.labels):
        is_broken_down = axis.dimension is not None
        if not label.text or label.roles & (NOT_COUNTED | ELSEWHERE):
            continue
        if row in totals and (kinds_down or not is_broken_down):
            continue
        if is_broken_down and totals and row not in totals:
            continue
        if not is_broken_down and not _names_challenges(label, about):
            continue
        for column in columns:
            head = column.words
            if head.is_part_of_year or (head.bare_year and not period_of(roles, head)):
                continue
            if head.is_total and (kinds_across or (years_across and not period_of(roles, head))):
                continue
            if values_across and not head.is_total and any(c.words.is_total for c in columns):
                continue
            figure = roles.table.figure(row, column.number)
            number = figure.count if figure else None
            is_peer = about or label.is_peer or head.is_peer or roles.sections[row].is_peer
            if number is None or not is_peer:
                continue
            lines = (head, label, roles.sections[row], *roles.captions)
            yield ChallengeCount(
                row,
                column.number,
                number,
                next((line.challenge_type for line in lines if line.challenge_type), GENERAL),
                _status(lines),
                next((year for line in lines if (year := period_of(roles, line))), None),
            )


def _names_challenges(label: LineWords, about: bool) -> bool:
    """Whether a row is a kind, a year or a standing of challenges, and nothing else."""
    if label.is_peer:
        return True
    return about and not label.rest and not label.programmes and not label.unit


def _is_total(label: LineWords) -> bool:
    return label.is_total or bool(TOTAL.search(label.text))


def _status(lines: Sequence[LineWords]) -> str:
    """The nearest line that says whether they are planned or done."""
    for line in lines:
        if line.status == PLANNED or "target" in line.roles:
            return PLANNED
        if "result" in line.roles:
            return DELIVERED
    return DELIVERED
