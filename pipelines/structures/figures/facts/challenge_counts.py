"""Tables that count peer challenges: the kind, standing and period of each count."""

from collections.abc import Sequence
from dataclasses import dataclass

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
    """Whether a title or the heads speak of peer challenges, and of nothing about them."""
    captions = [line for line in roles.captions if line.is_peer]
    heads = [column.words for column in roles.columns if column.words.is_peer]
    if any(line.roles & ELSEWHERE or _is_aside(line) for line in captions):
        return False
    return bool(captions or heads)


def _is_aside(caption: LineWords) -> bool:
    """Whether a title counts something about challenges, such as what they recommended."""
    says = caption.status or caption.roles & {"result", "target", "measure", "saving"}
    return bool(caption.rest) and not says


def read_challenge_counts(roles: TableRoles) -> list[ChallengeCount]:
    """The counts of peer challenges that a table prints about the sector.

    A table that breaks a kind down by region or type of council states its total; without one, each
    part is stated by itself.
    """
    columns = [
        column
        for column in roles.with_role(Role.COUNT)
        if not column.words.roles & ELSEWHERE and column.words.unit in BODIES
    ]
    if not columns or any("survey" in line.roles for line in roles.captions):
        return []
    told = [column for column in columns if _is_told(roles, column, columns)]
    counts = (_count(roles, row, column) for row in _rows(roles) for column in told)
    return [count for count in counts if count]


def _rows(roles: TableRoles) -> list[int]:
    """The rows that state something: kinds or years, or the total of values."""
    about = is_about_challenges(roles)
    is_broken_down = row_axis(roles.labels, [roles.columns[roles.table.stub].words]).dimension
    totals = {row for row, label in enumerate(roles.labels) if _is_total(label)}
    has_kinds = any(label.challenge_type for label in roles.labels)
    states_total = bool(is_broken_down) and bool(totals) and not has_kinds
    found: list[int] = []
    for row, label in enumerate(roles.labels):
        if not label.text or label.roles & (NOT_COUNTED | ELSEWHERE):
            continue
        if states_total or row in totals:
            fits = states_total and row in totals
        else:
            fits = bool(is_broken_down) or _names_challenges(label, about)
        if fits:
            found.append(row)
    return found


def _is_told(roles: TableRoles, column: Column, columns: Sequence[Column]) -> bool:
    """Whether a column counts one kind, year or standing, and adds up no others."""
    head = column.words
    period = period_of(roles, head)
    if head.is_part_of_year or (head.bare_year and not period):
        return False
    others = [each.words for each in columns if each is not column]
    if head.is_total:
        has_parts = any(
            other.challenge_type or other.status or other.roles & {"result", "target"}
            for other in others
        )
        return not has_parts and (bool(period) or not any(other.period for other in others))
    has_values = sum(bool(each.words.values) for each in columns) > 1
    return not (has_values and any(other.is_total for other in others))


def _count(roles: TableRoles, row: int, column: Column) -> ChallengeCount | None:
    head, label, section = column.words, roles.labels[row], roles.sections[row]
    figure = roles.table.figure(row, column.number)
    number = figure.count if figure else None
    is_peer = any(line.is_peer for line in (head, label, section)) or is_about_challenges(roles)
    if number is None or not is_peer:
        return None
    lines = (head, label, section, *roles.captions)
    return ChallengeCount(
        row=row,
        column=column.number,
        count=number,
        challenge_type=next(
            (line.challenge_type for line in lines if line.challenge_type), GENERAL
        ),
        status=_status(lines),
        period=next((year for line in lines if (year := period_of(roles, line))), None),
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
