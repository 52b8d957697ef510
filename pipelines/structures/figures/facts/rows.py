"""The rows of a table of counts: what each names, and which of them count participants."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from pipelines.reference.registers import Registers
from pipelines.structures.figures.axes import COUNCIL, Axis, council_axis, row_axis
from pipelines.structures.figures.facts.slots import ELSEWHERE, NOT_COUNTED, period_of
from pipelines.structures.figures.line_words import LineWords
from pipelines.structures.figures.roles import Column, TableRoles
from pipelines.structures.figures.sums import TOTAL

LEAST_ADDED = 2  # rows that a sum without a label adds up, and sections that name one dimension
# Words of a row that names nothing but what is counted
COUNTED = frozenset({"measure", "target", "result", "count"})


def row_axes(roles: TableRoles, registers: Registers) -> list[Axis]:
    """The axis of each row: sections of a table may break down by different dimensions."""
    stub = _stub(roles)
    whole = row_axis(roles.labels, [stub])
    heads_councils = "council" in stub.roles or stub.dimension == "council_type"
    if whole == Axis() and heads_councils:
        whole = council_axis(roles.labels, registers)
    axes: dict[str, Axis] = {}
    for section in roles.sections:
        lines = [
            label
            for label, other in zip(roles.labels, roles.sections, strict=True)
            if other.text == section.text and label.text != section.text
        ]
        own = row_axis(lines, [section, stub])
        names_nothing = own == Axis() and section.dimension is None
        axes.setdefault(section.text, whole if names_nothing else own)
    return [axes[section.text] for section in roles.sections]


def section_kind(roles: TableRoles) -> str | None:
    """The dimension whose values the sections of a table are."""
    sections = {line.text: line for line in roles.sections if line.values}
    counted = Counter(kind for line in sections.values() for kind in line.values)
    best = max(counted, key=lambda kind: (counted[kind], kind), default=None)
    return best if best and counted[best] >= LEAST_ADDED else None


def read_labels(
    roles: TableRoles, down: Sequence[Axis], columns: Sequence[Column]
) -> list[LineWords]:
    """The label of each row; a last row that is the sum of all others is their total."""
    labels = list(roles.labels)
    hidden = _hidden_total(roles, down, columns)
    if hidden is not None:
        labels[hidden] = replace(labels[hidden], is_total=True)
    return labels


def is_counted(roles: TableRoles, row: int, label: LineWords, axis: Axis) -> bool:
    """Whether a row is one of those that the table counts."""
    if not label.text or roles.sections[row].roles & ELSEWHERE:
        return False
    if label.roles & NOT_COUNTED and not (label.values or label.programme):
        return False
    if label.is_total or axis.dimension or axis.has_programmes or _is_statement(label):
        return True
    if label.roles & ELSEWHERE or TOTAL.search(label.text) or label.rest or _stub(roles).rest:
        return False
    says = label.unit or label.status or label.roles & COUNTED
    return bool(period_of(roles, label) or label.as_of or (says and not label.bare_year))


def _stub(roles: TableRoles) -> LineWords:
    return roles.columns[roles.table.stub].words if roles.columns else LineWords("")


def _is_statement(label: LineWords) -> bool:
    """Whether a label says all by itself: who did what on which programme."""
    is_clear = not label.roles & (NOT_COUNTED | ELSEWHERE | {"saving", "note"})
    has_all = label.unit is not None and len(label.programmes) == 1 and label.status is not None
    return is_clear and has_all and not label.is_peer


def _hidden_total(roles: TableRoles, down: Sequence[Axis], columns: Sequence[Column]) -> int | None:
    """The last row, if no register has its label and its counts are the sums of all others."""
    labels = roles.labels
    rows = [row for row, label in enumerate(labels) if label.text and down[row].dimension]
    if len(rows) <= LEAST_ADDED or any(labels[row].is_total for row in rows):
        return None
    *parts, last = rows
    if labels[last].values.get(str(down[last].dimension)) or down[last].dimension == COUNCIL:
        return None
    for column in columns:
        figures = [roles.table.figure(row, column.number) for row in parts]
        total = roles.table.figure(last, column.number)
        if total is None or total.value != sum(each.value for each in figures if each):
            return None
    return last
