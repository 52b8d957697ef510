"""What the labels of a table's rows, and the heads of its counts, name: an axis of the table."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import get_args

from pipelines.reference.dimensions import DimensionKind
from pipelines.reference.registers import Registers
from pipelines.reference.slugs import slug
from pipelines.structures.figures.line_words import EVERY, TOTAL_VALUE, LineWords, Programme
from pipelines.structures.figures.roles import Column, Role, TableRoles

COUNCIL = "council"
LONGEST_CODE = 5  # letters
LEAST_KNOWN = 2  # values, or programmes, that prove what an axis names
# Words of a line that say what is done with its figures, and no name
SPEAKING = frozenset(
    {"measure", "target", "result", "denominator", "percentage", "share", "rank", "average"}
    | {"change", "survey", "other", "note", "count", "saving", "total"}
)


@dataclass(frozen=True, slots=True)
class Axis:
    """What the lines of one direction name.

    Attributes:
        dimension: The dimension whose values they are; None if they are no values.
        has_programmes: Whether they are programmes.
        takes_unknown: Whether a name that no register has is one of them.
        councils: The official name of each label that names a council.
    """

    dimension: str | None = None
    has_programmes: bool = False
    takes_unknown: bool = False
    councils: Mapping[str, str] = field(default_factory=dict)


def row_axis(lines: Sequence[LineWords], heads: Sequence[LineWords]) -> Axis:
    """The axis of some rows, from their labels and from the heads that may name it."""
    named = [line for line in lines if line.text and not line.is_total and not is_spoken(line)]
    kind = next((head.dimension for head in heads if head.dimension), None)
    counted = Counter(each for line in named for each in line.values)
    best, hits = _commonest(counted)
    known = {line.programme.programme_id for line in named if line.programme}
    says_programme = any("programme" in head.roles for head in heads if not head.dimension)
    if len(known) > hits or (says_programme and not hits):
        takes = says_programme or len(known) > len(named) - len(known)
        return Axis(None, says_programme or len(known) >= LEAST_KNOWN or len(named) == 1, takes)
    if kind and counted[kind] and counted[kind] == hits:
        return Axis(kind, False, True)
    if best and hits >= LEAST_KNOWN and 2 * hits >= len(named):
        return Axis(best, False, 2 * hits > len(named))
    return Axis()


def _is_lone_code(heads: Sequence[LineWords], roles: TableRoles) -> bool:
    """Whether a code is the one sign of a programme: it may be short for anything else."""
    found = [head for head in heads if head.programme]
    is_code = len(found) == 1 and len(found[0].text) <= LONGEST_CODE and " " not in found[0].text
    told = any(line.programmes or "programme" in line.roles for line in roles.captions)
    return is_code and not told


def council_axis(lines: Sequence[LineWords], registers: Registers) -> Axis:
    """The axis of rows that most of them name councils."""
    named = [line for line in lines if line.text and not line.is_total and not is_spoken(line)]
    found = {line.text: registers.councils.resolve(line.text) for line in named}
    known = {text: match.name for text, match in found.items() if match.council_id}
    if len(known) < LEAST_KNOWN or len(known) * 2 <= len(named):
        return Axis()
    return Axis(COUNCIL, False, False, known)


def column_axis(columns: Sequence[Column], roles: TableRoles) -> Axis:
    """The axis of the heads of counts, where the lowest head names it."""
    heads = [column.words for column in columns]
    named = [head for head in heads if not head.is_total]
    counted = Counter(each for head in named for each in head.values)
    best, hits = _commonest(counted)
    known = {head.programme.programme_id for head in named if head.programme}
    unknown = unknown_names(roles)
    if best and hits >= LEAST_KNOWN:
        return Axis(best, bool(known), len(set(_texts(named))) > len(unknown))
    if known and not _is_lone_code(named, roles):
        return Axis(None, True, _takes_unknown(roles, columns, unknown, len(known)))
    return Axis()


def unknown_names(roles: TableRoles) -> list[Column]:
    """Columns of counts whose heads are names that no register has."""
    return [
        column
        for column in roles.with_role(Role.UNKNOWN)
        if column.words.rest and not is_spoken(column.words) and not column.words.is_torn
    ]


def is_spoken(line: LineWords) -> bool:
    """Whether a line says what is done with its figures, and names nothing."""
    return bool(line.roles & SPEAKING) and not (line.values or line.programme)


def name_of(line: LineWords) -> Programme:
    """A programme that no register has, by its printed name."""
    return line.programme or Programme(slug(line.text), line.text)


def _commonest(counted: Counter[str]) -> tuple[str | None, int]:
    order: tuple[str, ...] = get_args(DimensionKind)
    best = max(counted, key=lambda kind: (counted[kind], -order.index(kind)), default=None)
    return best, counted[best] if best else 0


def _texts(heads: Sequence[LineWords]) -> list[str]:
    return [head.text for head in heads]


def _takes_unknown(
    roles: TableRoles, columns: Sequence[Column], unknown: Sequence[Column], known: int
) -> bool:
    """Whether unknown heads are programmes too: the total counts them, or most are known."""
    if not unknown:
        return False
    totals = [c for c in columns if c.words.programme and c.words.programme.programme_id == EVERY]
    parts = [c for c in columns if c.words.programme and c not in totals]
    if len(totals) != 1 or len({c.words.period for c in columns}) > 1:
        return len(unknown) < known
    counts = _adds_up(roles, totals[0], [*parts, *unknown])
    leaves_out = _adds_up(roles, totals[0], parts)
    return counts if counts != leaves_out else len(unknown) < known


def _adds_up(roles: TableRoles, total: Column, parts: Sequence[Column]) -> bool:
    """Whether a total is the sum of some columns in every row that prints it."""
    table = roles.table
    checked = 0
    for row in range(len(table.body)):
        printed = table.figure(row, total.number)
        figures = [table.figure(row, part.number) for part in parts]
        if printed is None or not any(figures):
            continue
        checked += 1
        made = sum((figure.value for figure in figures if figure), Decimal(0))
        if made != printed.value:
            return False
    return checked > 0


def value_of(line: LineWords, axis: Axis) -> str | None:
    """The value of a line on a dimension's axis; None if it has none."""
    if axis.dimension is None:
        return None
    if line.is_total:
        return TOTAL_VALUE
    if axis.councils:
        return axis.councils.get(line.text)
    known = line.values.get(axis.dimension)
    if known or not axis.takes_unknown or not line.text or is_spoken(line):
        return known
    return line.text if line.rest else None
