"""The figures of a report, arranged as it shows them: periods, breakdowns, lines."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from pipelines.reports import wording
from pipelines.reports.bounds import ONE_READING, CrossedTable, arrange_bounds
from pipelines.reports.marts import (
    ALL_PROGRAMMES,
    DIMENSIONS,
    PRINTED_TOTAL,
    Dimension,
    UptakeMarts,
    UptakeRow,
    UptakeSource,
)
from pipelines.reports.sources import Cell, Paper, SourceIndex
from pipelines.reports.trends import TrendRow, compared_years


@dataclass(frozen=True, slots=True)
class Figure:
    """One number and where it comes from; `value` is None if nothing is printed.

    Attributes:
        notes: The numbers of the notes at the end of the report.
        sources: The printed cells.
        is_single: Whether nothing in the papers confirms the number, or one that it is the sum of.
    """

    value: int | None
    notes: tuple[int, ...] = ()
    is_single: bool = False
    sources: tuple[UptakeSource, ...] = ()


@dataclass(frozen=True, slots=True)
class Programme:
    """One programme; a report's tables have one column for each."""

    programme_id: str
    name: str


@dataclass(frozen=True, slots=True)
class Line:
    """One region, political group or council type.

    Attributes:
        figures: One for each programme of the period, in the order of `Period.programmes`.
        total: All programmes together.
        note: Why there is no rate, or what the number in post leaves out.
    """

    label: str
    figures: tuple[Figure, ...]
    total: Figure
    share: float | None
    in_post: int | None
    rate: float | None
    note: str | None


@dataclass(frozen=True, slots=True)
class Breakdown:
    """All lines of one dimension, those with the highest rate first, those without one last.

    Attributes:
        figures: The sum of each programme's column.
        total: The sum of all programmes.
        in_post: Councillors in post in all lines that have such a number.
        rate: `total` for each 100 in post; None unless `in_post` covers all that `total` counts.
        denominators: Where the numbers in post come from.
        disagreements: Sums that differ from the total the paper prints, in words.
    """

    dimension: Dimension
    lines: tuple[Line, ...]
    figures: tuple[Figure, ...]
    total: Figure
    in_post: int | None
    rate: float | None
    denominators: tuple[str, ...]
    disagreements: tuple[str, ...]

    @property
    def has_single(self) -> bool:
        """Whether some figure is of one reading only."""
        whole = (self.total, *self.figures)
        lines = (figure for line in self.lines for figure in (line.total, *line.figures))
        return any(figure.is_single for figure in (*whole, *lines))

    @property
    def ranked(self) -> tuple[Line, ...]:
        """The lines that have a rate, highest first."""
        return tuple(line for line in self.lines if line.rate is not None)

    @property
    def gaps(self) -> tuple["Gap", ...]:
        """The lines that have no rate, those with the same reason together."""
        unknown = "The number of councillors in post is not known"
        without = [line for line in self.lines if line.rate is None]
        return _together((line.label, line.note or unknown) for line in without)

    @property
    def caveats(self) -> tuple["Gap", ...]:
        """The lines whose number in post is incomplete, by the remark on it."""
        return _together(
            (line.label, line.note) for line in self.lines if line.rate is not None and line.note
        )


@dataclass(frozen=True, slots=True)
class Gap:
    """Lines that share a remark, such as the reason for a missing rate."""

    labels: tuple[str, ...]
    reason: str


def _together(pairs: Iterable[tuple[str, str]]) -> tuple[Gap, ...]:
    labels: dict[str, list[str]] = {}
    for label, reason in pairs:
        labels.setdefault(reason, []).append(label)
    return tuple(Gap(tuple(found), reason) for reason, found in labels.items())


@dataclass(frozen=True, slots=True)
class Period:
    """All figures of one period on one day; at least one breakdown.

    Attributes:
        crossed: What is known of region by political group; None if nothing is.
    """

    period: str | None
    as_of: date | None
    programmes: tuple[Programme, ...]
    breakdowns: tuple[Breakdown, ...]
    crossed: CrossedTable | None

    @property
    def headline(self) -> Breakdown:
        """The breakdown that represents the whole: the first with a rate, or the first."""
        rated = (breakdown for breakdown in self.breakdowns if breakdown.rate is not None)
        return next(rated, self.breakdowns[0])

    @property
    def largest(self) -> tuple[Programme, Figure] | None:
        """The programme with the most councillors, and how many; None if there is but one."""
        columns = list(zip(self.programmes, self.headline.figures, strict=True))
        if len(columns) < 2:
            return None
        return max(columns, key=lambda column: column[1].value or 0)

    @property
    def has_single(self) -> bool:
        """Whether some figure is of one reading only."""
        return any(breakdown.has_single for breakdown in self.breakdowns)

    @property
    def totals_differ(self) -> bool:
        """Whether the breakdowns count different numbers of councillors in all."""
        return len({breakdown.total.value for breakdown in self.breakdowns}) > 1


@dataclass(frozen=True, slots=True)
class Report:
    """All that a report shows, the newest figures first.

    Attributes:
        trend: The programmes whose number of the year before is known too.
    """

    periods: tuple[Period, ...]
    papers: tuple[Paper, ...]
    trend: tuple[TrendRow, ...]


def arrange_report(marts: UptakeMarts) -> Report:
    """Arrange the rows of the marts by period, dimension and programme."""
    sources = SourceIndex(marts.sources)
    names = {source.programme_id: source.programme_name for source in marts.sources}
    by_date: dict[tuple[date, str], list[UptakeRow]] = {}
    for row in marts.rows:
        by_date.setdefault((row.as_of or date.min, row.period or ""), []).append(row)
    periods = (
        _period(by_date[key], names, sources, marts) for key in sorted(by_date, reverse=True)
    )
    return Report(tuple(periods), sources.papers, compared_years(marts.trend))


def _period(
    rows: list[UptakeRow], names: dict[str, str | None], sources: SourceIndex, marts: UptakeMarts
) -> Period:
    programmes = _programmes(rows, names)
    by_dimension = (
        (dimension, [row for row in rows if row.dimension == dimension.name])
        for dimension in DIMENSIONS
    )
    covered = _covered(rows)
    breakdowns = (
        _breakdown(dimension, found, programmes, covered, sources)
        for dimension, found in by_dimension
        if found
    )
    period, as_of = rows[0].period, rows[0].as_of
    crossed = arrange_bounds(marts.bounds, period, as_of)
    return Period(period, as_of, programmes, tuple(breakdowns), crossed)


def _programmes(rows: list[UptakeRow], names: dict[str, str | None]) -> tuple[Programme, ...]:
    """The programmes of a period, those with the most councillors first."""
    counts: dict[str, int] = {}
    for row in rows:
        if row.programme_id != ALL_PROGRAMMES:
            counts[row.programme_id] = counts.get(row.programme_id, 0) + row.councillors
    ordered = sorted(counts, key=lambda programme_id: (-counts[programme_id], programme_id))
    return tuple(
        Programme(programme_id, names.get(programme_id) or wording.programme_label(programme_id))
        for programme_id in ordered
    )


def _covered(rows: list[UptakeRow]) -> int | None:
    """All councillors in post, from the first dimension that has a number for each line."""
    for dimension in DIMENSIONS:
        numbers = [
            row.in_post
            for row in rows
            if row.dimension == dimension.name and row.programme_id == ALL_PROGRAMMES
        ]
        known = [number for number in numbers if number is not None]
        if numbers and len(known) == len(numbers):
            return sum(known)
    return None


def _breakdown(
    dimension: Dimension,
    rows: list[UptakeRow],
    programmes: tuple[Programme, ...],
    covered: int | None,
    sources: SourceIndex,
) -> Breakdown:
    values = sorted({row.value for row in rows})
    by_key = {(row.value, row.programme_id): row for row in rows}
    unsorted = (
        _line(value, [by_key.get((value, key)) for key in _columns(programmes)], rows[0], sources)
        for value in values
    )
    lines = sorted(unsorted, key=_rank)
    totals = [_total(programme_id, rows, sources) for programme_id in _columns(programmes)]
    in_post = sum(line.in_post for line in lines if line.in_post is not None) or None
    # Someone from an authority without a number of its own, a fire authority say, holds a seat
    # on another council. So the rate of all is sound when all seats are there, and only then.
    is_whole = in_post is not None and in_post == covered
    total = totals[-1]
    return Breakdown(
        dimension=dimension,
        lines=tuple(lines),
        figures=tuple(totals[:-1]),
        total=total,
        in_post=in_post,
        rate=100 * (total.value or 0) / in_post if in_post and is_whole else None,
        denominators=_distinct(row.denominator_source for row in rows),
        disagreements=_disagreements(rows[0], programmes, totals, sources),
    )


def _columns(programmes: tuple[Programme, ...]) -> list[str]:
    return [*(programme.programme_id for programme in programmes), ALL_PROGRAMMES]


def _line(
    value: str, cells: list[UptakeRow | None], any_row: UptakeRow, sources: SourceIndex
) -> Line:
    figures = [
        Figure(None)
        if row is None
        else Figure(
            row.councillors,
            sources.notes(_cell(any_row, value, row.programme_id)),
            row.proof == ONE_READING,
            sources.cells(_cell(any_row, value, row.programme_id)),
        )
        for row in cells
    ]
    whole = cells[-1]
    return Line(
        label=wording.label(value),
        figures=tuple(figures[:-1]),
        total=figures[-1],
        share=whole.share if whole else None,
        in_post=whole.in_post if whole else None,
        rate=whole.uptake_per_100 if whole else None,
        note=whole.denominator_note if whole else None,
    )


def _rank(line: Line) -> tuple[bool, float, int, str]:
    return (line.rate is None, -(line.rate or 0.0), -(line.total.value or 0), line.label)


def _total(programme_id: str, rows: list[UptakeRow], sources: SourceIndex) -> Figure:
    added = [row for row in rows if row.programme_id == programme_id]
    if not added:
        return Figure(None)
    return Figure(
        sum(row.councillors for row in added),
        sources.notes(_cell(rows[0], PRINTED_TOTAL, programme_id)),
        any(row.proof == ONE_READING for row in added),
        sources.cells(_cell(rows[0], PRINTED_TOTAL, programme_id)),
    )


def _cell(row: UptakeRow, value: str, programme_id: str) -> Cell:
    return Cell(row.period, row.as_of, row.dimension, value, programme_id)


def _distinct(texts: Iterable[str | None]) -> tuple[str, ...]:
    return tuple(sorted({text for text in texts if text}))


def _disagreements(
    row: UptakeRow,
    programmes: tuple[Programme, ...],
    totals: list[Figure],
    sources: SourceIndex,
) -> tuple[str, ...]:
    """Sums that differ from the total the paper prints under them."""
    found = []
    names = [*(programme.name for programme in programmes), "All programmes"]
    for name, programme_id, total in zip(names, _columns(programmes), totals, strict=True):
        printed = sources.cells(_cell(row, PRINTED_TOTAL, programme_id))
        for source in printed:
            is_own = source.programme_id == programme_id
            if is_own and total.value is not None and source.councillors != total.value:
                found.append(
                    f"{name}: the rows add up to {wording.count(total.value)}, "
                    f"the paper prints a total of {wording.count(source.councillors)}."
                )
    return tuple(found)
