"""Uptake from year to year: by region, group and type, and programme by programme."""

from collections.abc import Sequence
from dataclasses import dataclass

from pipelines.reports.figures import Figure, Line, Period
from pipelines.reports.marts import DIMENSIONS, Dimension
from pipelines.site.published import Published
from pipelines.site.sources import Sources
from pipelines.site.writer import Writer

PAGE = "uptake/years.html"
# Programmes and years on one page
MOST_ROWS = 600
TREND = """
select trend.*, earlier.paper_id as earlier_paper_id, earlier.locator as earlier_locator,
    earlier.quote as earlier_quote
from programme_trend as trend
left join programme_trend as earlier
    on trend.programme_id is not distinct from earlier.programme_id
    and trend.programme_name = earlier.programme_name
    and trend.unit is not distinct from earlier.unit
    and trend.standing = earlier.standing
    and trend.previous_period = earlier.period
order by trend.programme_name, trend.unit, trend.standing, trend.period
"""


@dataclass(frozen=True, slots=True)
class YearCell:
    """All programmes of one year: how many, and for each 100 in post if that is known."""

    total: Figure
    rate: float | None


@dataclass(frozen=True, slots=True)
class YearsTable:
    """One dimension over the years, oldest first; a cell is None if the year has no such line."""

    dimension: Dimension
    years: tuple[str, ...]
    lines: tuple[tuple[str, tuple[YearCell | None, ...]], ...]


def compare_years(periods: Sequence[Period]) -> tuple[YearsTable, ...]:
    """Each dimension that has figures of two years or more.

    Of several days in a year the newest counts; figures without a year cannot be compared.
    """
    newest: dict[str, Period] = {}
    for period in periods:
        if period.period is not None:
            newest.setdefault(period.period, period)
    tables = []
    for dimension in DIMENSIONS:
        lines = {
            year: {
                line.label: line
                for breakdown in newest[year].breakdowns
                if breakdown.dimension == dimension
                for line in breakdown.lines
            }
            for year in sorted(newest)
        }
        lines = {year: found for year, found in lines.items() if found}
        if len(lines) > 1:
            labels = sorted({label for found in lines.values() for label in found})
            rows = (
                (each, tuple(_cell(found.get(each)) for found in lines.values())) for each in labels
            )
            tables.append(YearsTable(dimension, tuple(lines), tuple(rows)))
    return tuple(tables)


def _cell(line: Line | None) -> YearCell | None:
    return None if line is None else YearCell(line.total, line.rate)


def write_years(
    published: Published, sources: Sources, writer: Writer, periods: Sequence[Period]
) -> None:
    """Write the page of years.

    Args:
        published: The warehouse.
        sources: Where the words of papers are.
        writer: Writes the page.
        periods: The figures of uptake of each period, newest first.
    """
    rows = published.rows(TREND)
    for row in rows:
        row.link = sources.words(row, row.participants)
        row.earlier_link = None
        if row.earlier_paper_id is not None:
            row.earlier_link = sources.words_at(
                row.earlier_paper_id,
                row.earlier_locator,
                row.earlier_quote,
                row.previous_participants,
            )
    changed = [row for row in rows if row.change is not None]
    steepest = max(changed, key=lambda row: abs(row.change_share or 0), default=None)
    title = "No programme has a number for two years in a row"
    if steepest is not None:
        what = (steepest.unit or "number").lower().replace("_", " ")
        title = (
            f"{steepest.programme_name}: {steepest.previous_participants:,} {what} in "
            f"{steepest.previous_period}, {steepest.participants:,} in {steepest.period}"
        )
    tables = compare_years(periods)
    writer.listing(PAGE, "uptake_years.html.j2", title, rows, MOST_ROWS, tables=tables)
