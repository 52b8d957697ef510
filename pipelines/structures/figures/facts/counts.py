"""Tables that count who took part: the programme, value, period and status of each count."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from pipelines.reference.registers import Registers
from pipelines.structures.figures.axes import COUNCIL, Axis, column_axis, unknown_names
from pipelines.structures.figures.facts.rows import (
    is_counted,
    read_labels,
    row_axes,
    section_kind,
)
from pipelines.structures.figures.facts.slots import (
    COUNCILLORS,
    Crossing,
    period_of,
    place_of,
    programme_of,
    unit_of,
)
from pipelines.structures.figures.figure_tables import FigureTable
from pipelines.structures.figures.line_words import EVERY, TOTAL_VALUE, LineWords, Programme
from pipelines.structures.figures.roles import Column, Role, TableRoles


@dataclass(frozen=True, slots=True)
class Count:
    """One printed count, with its place in the table: row of the body and column from 0.

    Attributes:
        dimension: `total` if the table breaks nothing down.
        value: Canonical, `total`, or as printed if no register has it.
        status: None if no head or label says it.
        is_torn: Whether the label that names it looks like a part of one.
    """

    row: int
    column: int
    programme: Programme
    dimension: str
    value: str
    period: str | None
    as_of: date | None
    status: str | None
    unit: str
    count: int
    is_torn: bool = False


@dataclass(frozen=True, slots=True)
class CountTable:
    """One table of counts."""

    table: FigureTable
    roles: TableRoles
    counts: tuple[Count, ...]

    @property
    def position(self) -> int:
        """The block in which the table begins."""
        return self.table.position

    @property
    def is_leadership(self) -> bool:
        """Whether it counts councillors by group, region or type of council."""
        return any(is_leadership(each) for each in self.counts)

    @property
    def grand_total(self) -> int | None:
        """The printed total of totals; else the sum of the totals by value, None without any."""
        totals = [each for each in self.counts if each.programme.programme_id == EVERY]
        if not totals and len({each.programme.programme_id for each in self.counts}) == 1:
            totals = list(self.counts)
        if len({(each.period, each.status) for each in totals}) > 1:
            return None
        printed = [each.count for each in totals if each.value == TOTAL_VALUE]
        if printed:
            return printed[0]
        return sum(each.count for each in totals) if totals else None


def is_leadership(count: Count) -> bool:
    """Whether a count is a cell of a leadership table."""
    return count.dimension not in (TOTAL_VALUE, COUNCIL) and count.unit == COUNCILLORS


def read_counts(roles: TableRoles, registers: Registers) -> CountTable | None:
    """The counts of a table; None if it counts no participants of programmes."""
    if _asks_something_else(roles):
        return None
    columns = roles.with_role(Role.COUNT)
    across = column_axis(columns, roles)
    if across.takes_unknown:
        columns = sorted([*columns, *unknown_names(roles)], key=lambda each: each.number)
    counts = tuple(_counts(roles, columns, across, registers))
    if not counts or _is_ambiguous(counts):
        return None
    return CountTable(roles.table, roles, counts)


def _asks_something_else(roles: TableRoles) -> bool:
    """Whether the title or a head speaks of a survey."""
    lines = [*roles.captions, *(column.words for column in roles.columns)]
    return any("survey" in line.roles for line in lines)


def _is_ambiguous(counts: Sequence[Count]) -> bool:
    """Whether two counts are of the same: no head says which is meant, or no label of the rows."""
    seen = {
        replace(each, row=0 if each.dimension == TOTAL_VALUE else each.row, column=0, count=0)
        for each in counts
    }
    return len(seen) < len(counts)


def _counts(
    roles: TableRoles, columns: Sequence[Column], across: Axis, registers: Registers
) -> Iterator[Count]:
    """Every count in printed order."""
    if not columns:
        return
    down = row_axes(roles, registers)
    labels = read_labels(roles, down, columns)
    named = _programmes(columns, labels, down)
    kind = section_kind(roles)
    has_years_down = any(
        period_of(roles, label) for label, axis in zip(labels, down, strict=True) if axis == Axis()
    )
    told = [column for column in columns if _is_told(roles, column, columns, across)]
    for row, (label, axis) in enumerate(zip(labels, down, strict=True)):
        if not is_counted(roles, row, label, axis):
            continue
        if has_years_down and label.is_total and axis == Axis():
            continue  # a total of years
        for column in told:
            section = roles.sections[row]
            cell = Crossing(roles, column.words, label, section, across, axis, named, kind)
            count = _count(row, column, cell)
            if count:
                yield count


def _is_told(roles: TableRoles, column: Column, columns: Sequence[Column], across: Axis) -> bool:
    """Whether a column counts participants of one time and standing, and adds up no others."""
    head = column.words
    period = period_of(roles, head)
    if head.is_part_of_year or (head.bare_year and not period):
        return False
    if not head.is_total:
        return True
    if period is None and any(period_of(roles, each.words) for each in columns):
        return False
    adds_up_names = across.has_programmes or across.dimension is not None
    says = head.status or head.programmes or adds_up_names
    return bool(says) or not any(each.words.status for each in columns)


def _programmes(
    columns: Sequence[Column], labels: Sequence[LineWords], down: Sequence[Axis]
) -> list[Programme]:
    """The known programmes that heads and labels name."""
    lines = [column.words for column in columns]
    lines += [label for label, axis in zip(labels, down, strict=True) if axis.has_programmes]
    found = {each.programme_id: each for line in lines if (each := line.programme) and each.theme}
    return list(found.values())


def _count(row: int, column: Column, cell: Crossing) -> Count | None:
    figure = cell.roles.table.figure(row, column.number)
    number = figure.count if figure else None
    programme = programme_of(cell)
    place = place_of(cell)
    if number is None or programme is None or place is None:
        return None
    unit = unit_of(cell, programme)
    if unit is None:
        return None
    head, label, section = cell.head, cell.label, cell.section
    periods = (period_of(cell.roles, line) for line in (head, label, section))
    is_name = cell.down.dimension is not None and place[1] == label.text
    return Count(
        row=row,
        column=column.number,
        programme=programme,
        dimension=place[0],
        value=place[1],
        period=next((period for period in periods if period), None),
        as_of=head.as_of or label.as_of or section.as_of,
        status=head.status or (None if cell.down.dimension else label.status) or section.status,
        unit=unit,
        count=number,
        is_torn=is_name and label.is_torn,
    )
