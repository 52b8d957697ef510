"""Tables that count who took part: the programme, value, period and status of each count."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from pipelines.reference.registers import Registers
from pipelines.structures.figures.axes import (
    Axis,
    column_axis,
    is_spoken,
    name_of,
    row_axis,
    unknown_names,
    value_of,
)
from pipelines.structures.figures.figure_tables import FigureTable
from pipelines.structures.figures.line_words import (
    EVERY,
    TOTAL_VALUE,
    YEAR_ENDED,
    LineWords,
    Programme,
    read_line,
    year_before,
)
from pipelines.structures.figures.roles import Column, Role, TableRoles
from pipelines.structures.figures.sums import TOTAL

# Who a programme is for, if nothing beside its figures says it
UNIT_OF_THEME = {"leadership": "councillors", "graduates": "graduates"}
LEAST_PROGRAMMES = 2  # known programmes in a table: it counts councillors, as the LGA's do
COUNCILLORS = "councillors"
# A line with one of these counts something besides those who took part.
ELSEWHERE = frozenset({"survey", "other"})
# What figures of a line count besides people who came
NOT_COUNTED = frozenset({"denominator", "percentage", "share", "rank", "average", "change"})


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
    return count.dimension != TOTAL_VALUE and count.unit == COUNCILLORS


def read_counts(roles: TableRoles, registers: Registers) -> CountTable | None:
    """The counts of a table; None if it counts no participants of programmes."""
    table = roles.table
    if _asks_something_else(roles):
        return None
    columns = roles.with_role(Role.COUNT)
    across = column_axis(columns, roles)
    if across.takes_unknown:
        columns = sorted([*columns, *unknown_names(roles)], key=lambda each: each.number)
    if not columns:
        return None
    reader = _Reader(roles, columns, across, registers)
    counts = tuple(reader.counts())
    if not counts or _is_ambiguous(counts):
        return None
    return CountTable(table, roles, counts)


def _asks_something_else(roles: TableRoles) -> bool:
    """Whether the title or a head speaks of a survey."""
    lines = [*roles.captions, *(column.words for column in roles.columns)]
    return any("survey" in line.roles for line in lines)


def _is_ambiguous(counts: Sequence[Count]) -> bool:
    """Whether two counts are of the same: no head says which is meant, or no label of the rows."""
    seen = [
        (each.row if each.dimension != TOTAL_VALUE else None, each.programme.programme_id, each.dimension, each.value, each.period)
        + (each.as_of, each.status, each.unit)
        for each in counts
    ]
    return len(set(seen)) < len(seen)


@dataclass(frozen=True, slots=True)
class _Reader:
    roles: TableRoles
    columns: Sequence[Column]
    across: Axis
    registers: Registers

    def counts(self) -> Iterator[Count]:
        """Every count in printed order."""
        down = self._row_axes()
        has_years_down = any(
            self._period(label) for label, axis in zip(self.roles.labels, down, strict=True)
            if axis == Axis()
        )
        has_periods = any(self._period(column.words) for column in self.columns)
        has_statuses = any(column.words.status for column in self.columns)
        named = self._programmes(down)
        for row in range(len(self.roles.table.body)):
            axis = down[row]
            label, section = self.roles.labels[row], self.roles.sections[row]
            if not label.text or not self._is_told(label, axis) or section.roles & ELSEWHERE:
                continue
            if has_years_down and label.is_total and axis == Axis():
                continue  # a total of years
            for column in self.columns:
                head = column.words
                if has_periods and not self._period(head) and head.is_total:
                    continue  # a total of years
                if has_statuses and head.is_total and not head.status and not head.programmes:
                    if not self.across.has_programmes and self.across.dimension is None:
                        continue  # a total of those who came and those who were to come
                if head.bare_year and not self._period(head):
                    continue
                found = self._count(row, column, label, section, axis, named)
                if found:
                    yield found

    def _row_axes(self) -> list[Axis]:
        """The axis of each row: sections of a table may break down by different dimensions."""
        table = self.roles.table
        stub = self.roles.columns[table.stub].words if self.roles.columns else LineWords("")
        axes: dict[str, Axis] = {}
        whole = row_axis(self.roles.labels, [stub])
        for section in self.roles.sections:
            lines = [
                label
                for label, other in zip(self.roles.labels, self.roles.sections, strict=True)
                if other.text == section.text and label.text != section.text
            ]
            own = row_axis(lines, [section, stub])
            names_nothing = own == Axis() and section.dimension is None
            axes.setdefault(section.text, whole if names_nothing else own)
        return [axes[section.text] for section in self.roles.sections]

    def _programmes(self, down: Sequence[Axis]) -> list[Programme]:
        """The known programmes that heads and labels name."""
        lines = [column.words for column in self.columns]
        lines += [
            label for label, axis in zip(self.roles.labels, down, strict=True) if axis.has_programmes
        ]
        known = {line.programme for line in lines if line.programme and line.programme.theme}
        return [each for each in known if each]

    def _is_told(self, label: LineWords, axis: Axis) -> bool:
        """Whether a row is one of those that the table counts."""
        if label.roles & NOT_COUNTED and not (label.values or label.programme):
            return False
        if label.is_total or axis.dimension or axis.has_programmes:
            return True
        if _is_statement(label):
            return True
        if label.roles & ELSEWHERE or TOTAL.search(label.text) or label.rest:
            return False
        stub = self.roles.columns[self.roles.table.stub].words
        if stub.rest:
            return False
        says = label.unit or label.status or label.roles & {"measure", "target", "result", "count"}
        return bool(self._period(label) or label.as_of or (says and not label.bare_year))

    def _count(
        self,
        row: int,
        column: Column,
        label: LineWords,
        section: LineWords,
        axis: Axis,
        named: Sequence[Programme],
    ) -> Count | None:
        figure = self.roles.table.figure(row, column.number)
        number = figure.count if figure else None
        if number is None:
            return None
        head = column.words
        programme = self._programme(head, label, section, axis)
        place = self._place(head, label, section, axis)
        if programme is None or place is None or head.is_part_of_year:
            return None
        unit = self._unit(head, label, section, axis, programme, named)
        if unit is None:
            return None
        dimension, value = place
        period = self._period(head) or self._period(label) or self._period(section)
        is_name = axis.dimension is not None and value == label.text
        return Count(
            row=row,
            column=column.number,
            programme=programme,
            dimension=dimension,
            value=value,
            period=period,
            as_of=head.as_of or label.as_of or section.as_of,
            status=head.status or (None if axis.dimension else label.status) or section.status,
            unit=unit,
            count=number,
            is_torn=is_name and label.is_torn,
        )

    def _programme(
        self, head: LineWords, label: LineWords, section: LineWords, axis: Axis
    ) -> Programme | None:
        """The programme: of the head, the label, the section, the title."""
        if self.across.has_programmes:
            if head.programme:
                return head.programme
            return name_of(head) if head.rest else None
        if axis.has_programmes:
            if label.is_total or label.programme:
                return label.programme or Programme(EVERY, "Total")
            is_name = axis.takes_unknown and not is_spoken(label) and not label.is_torn
            return name_of(label) if is_name else None
        for line in (head, label, section, *self.roles.captions):
            if len(line.programmes) == 1:
                is_caption = line in self.roles.captions
                return None if is_caption and "other" in line.roles else line.programmes[0]
            if line.programme and line.programme.programme_id != EVERY:
                return line.programme
            if line.programmes:
                return None
        return None

    def _place(
        self, head: LineWords, label: LineWords, section: LineWords, axis: Axis
    ) -> tuple[str, str] | None:
        """Dimension and value; None if a count has a value of two dimensions, or an unknown one."""
        across = value_of(head, self.across)
        if axis.dimension is None:
            if self.across.dimension is None:
                return (TOTAL_VALUE, TOTAL_VALUE)
            return (self.across.dimension, across) if across else None
        down = value_of(label, axis)
        if down is None or self.across.dimension is None:
            return (axis.dimension, down) if down else None
        if across is None:
            return None
        if across == TOTAL_VALUE:
            return axis.dimension, down
        return (self.across.dimension, across) if down == TOTAL_VALUE else None

    def _period(self, line: LineWords) -> str | None:
        """The financial year of a head or label; a bare year is one if the table says its end."""
        if line.period or not line.bare_year:
            return line.period
        lines = [*self.roles.captions, *(column.words for column in self.roles.columns)]
        ended = any(YEAR_ENDED.search(each.text) for each in lines)
        return year_before(line.bare_year) if ended else None

    def _unit(
        self,
        head: LineWords,
        label: LineWords,
        section: LineWords,
        axis: Axis,
        programme: Programme,
        named: Sequence[Programme],
    ) -> str | None:
        """Who is counted: by the head, the label, the title, or by what the programme is for."""
        own = () if axis.dimension or label.is_total else (label,)
        for line in (head, *own, section):
            if line.unit and line.unit != "mixed":
                return line.unit
        caption = next((line.unit for line in self.roles.captions if line.unit), None)
        if caption and caption != "mixed" and not _is_council_word(caption, self.roles):
            return caption
        if len(named) >= LEAST_PROGRAMMES and any(each.theme == "leadership" for each in named):
            return COUNCILLORS
        themes = {each.theme for each in named} or {programme.theme}
        return UNIT_OF_THEME.get(next(iter(themes))) if len(themes) == 1 else None


def _is_statement(label: LineWords) -> bool:
    """Whether a label says all by itself: who did what on which programme."""
    is_clear = not label.roles & (NOT_COUNTED | {"survey", "other", "saving", "note"})
    has_all = label.unit is not None and len(label.programmes) == 1 and label.status is not None
    return is_clear and has_all and not label.is_peer


def _is_council_word(unit: str, roles: TableRoles) -> bool:
    """Whether `by type of council` is what names councils, and nothing is counted in them."""
    return unit in ("councils", "authorities") and any(
        "by" in line.text.lower().split() for line in roles.captions if line.unit == unit
    )
