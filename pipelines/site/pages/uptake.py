"""Uptake of the leadership programmes: a page for each period, one for the years, one of bounds."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path

from pipelines.reports.bounds import BoundsRow
from pipelines.reports.csv_files import render_csv, render_mart_csv
from pipelines.reports.figures import Breakdown, Figure, Line, Period, arrange_report
from pipelines.reports.marts import DIMENSIONS, UptakeMarts, read_uptake
from pipelines.reports.trends import TrendRow
from pipelines.site.addresses import slug
from pipelines.site.headlines import Headline
from pipelines.site.pages.uptake_years import write_years
from pipelines.site.published import Published, Row
from pipelines.site.sources import Sources
from pipelines.site.tables import leadership_key
from pipelines.site.writer import Writer

REPORT = "Uptake"
FIRST_PAGE = "uptake.html"
DENOMINATORS_PAGE = "uptake/in-post.html"
# A zero is worth a title only where at least so many would be there if all took part alike.
FEWEST_EXPECTED = 5
# How a title speaks of the members of a region, group or type.
PHRASES = {
    "region": "from {}",
    "political_group": "of the {} group",
    "council_type": "of the type {}",
}
IN_POST = """
select year, region, source, cast(sum(councillors) as integer) as councillors
from councillors_in_post
group by all
order by year desc, region, source
"""
IN_POST_GAPS = "select * from councillors_in_post_gaps order by year desc, council_name"


@dataclass(frozen=True, slots=True)
class HeatCell:
    """One cell of the heat map; `heat` is its rate as a part of the highest, `0` to `1`."""

    figure: Figure
    rate: float | None
    heat: str


@dataclass(frozen=True, slots=True)
class HeatLine:
    """One region with a cell for each programme."""

    label: str
    in_post: int | None
    cells: tuple[HeatCell, ...]


def write_uptake(
    warehouse: Path, published: Published, sources: Sources, writer: Writer
) -> Headline | None:
    """Write the pages of uptake and their files of figures.

    Returns:
        The finding of the newest period; None if no paper prints figures of uptake.
    """
    marts = read_uptake(warehouse)
    writer.filter("links", lambda figure: figure_links(figure, sources))
    periods = arrange_report(marts).periods
    pages = [FIRST_PAGE, *_pages(periods[1:])]
    names = {
        page: period.period or "Period not stated"
        for page, period in zip(pages, periods, strict=False)
    }
    for page, period in zip(pages, periods, strict=False):
        _write_period(page, period, names, _years_in_post(period, marts), writer)
    if not periods:
        writer.page(FIRST_PAGE, "uptake_none.html.j2", "No figures of uptake have been read")
    _write_files(marts, writer)
    write_years(published, sources, writer, periods)
    _write_denominators(published, writer)
    return Headline(REPORT, finding(periods[0]), FIRST_PAGE) if periods else None


def figure_links(figure: Figure, sources: Sources) -> list[str]:
    """The links to the printed cells of a figure, one for each printed row."""
    found: dict[tuple[str, str], str] = {}
    for source in figure.sources:
        link = sources.cell(leadership_key(Row(**asdict(source), dimension_value=source.value)))
        if link is not None:
            found.setdefault((source.paper_id, source.locator), link)
    return list(found.values())


def finding(period: Period) -> str:
    """What is most worth knowing of a period: who is missing from a programme, or the rates."""
    for breakdown in period.breakdowns:
        missing = _missing(breakdown, period)
        if missing:
            return missing
    ranked = period.headline.ranked
    if len(ranked) > 1:
        highest, lowest = ranked[0], ranked[-1]
        return (
            f"{highest.label} has {highest.rate:.1f} councillors on the programmes for each 100 in "
            f"post, {lowest.label} {lowest.rate:.1f}"
        )
    total = period.headline.total.value or 0
    return f"{total:,} councillors had signed up for or attended a leadership programme"


def _missing(breakdown: Breakdown, period: Period) -> str | None:
    """The line without anybody on a programme of which most would be expected."""
    whole = breakdown.total.value
    if not whole:
        return None
    candidates = [
        (line.total.value * total.value / whole, line, number)
        for line in breakdown.lines
        for number, total in enumerate(breakdown.figures)
        if line.figures[number].value == 0 and line.total.value and total.value
    ]
    expected, line, number = max(candidates, key=lambda each: each[0], default=(0, None, 0))
    if line is None or expected < FEWEST_EXPECTED:
        return None
    who = PHRASES[breakdown.dimension.name].format(line.label)
    most, strongest = _strongest(line, breakdown)
    return (
        f"No councillor {who} is on {period.programmes[number].name}, but {most.value:,} of the "
        f"{breakdown.figures[strongest].value:,} on {period.programmes[strongest].name} are {who}"
    )


def _strongest(line: Line, breakdown: Breakdown) -> tuple[Figure, int]:
    """The programme that a line has the largest share of."""
    shares = [
        (figure.value or 0) / (total.value or 1)
        for figure, total in zip(line.figures, breakdown.figures, strict=True)
    ]
    strongest = shares.index(max(shares))
    return line.figures[strongest], strongest


def heat_map(breakdown: Breakdown) -> tuple[HeatLine, ...]:
    """Rates of each programme for each 100 in post, beside how strong a colour each has."""
    rates = [[_rate(figure, line.in_post) for figure in line.figures] for line in breakdown.lines]
    highest = max((rate for row in rates for rate in row if rate), default=1)
    return tuple(
        HeatLine(
            line.label,
            line.in_post,
            tuple(
                HeatCell(figure, rate, f"{(rate or 0) / highest:.3f}")
                for figure, rate in zip(line.figures, row, strict=True)
            ),
        )
        for line, row in zip(breakdown.lines, rates, strict=True)
    )


def _rate(figure: Figure, in_post: int | None) -> float | None:
    return None if figure.value is None or not in_post else 100 * figure.value / in_post


def _pages(periods: Iterable[Period]) -> list[str]:
    return [f"uptake/{slug(f'{period.period} {period.as_of}')}.html" for period in periods]


def _years_in_post(period: Period, marts: UptakeMarts) -> list[int]:
    """The years whose elections the councillors in post of a period are from."""
    days = {
        row.councillors_as_of
        for row in marts.rows
        if (row.period, row.as_of) == (period.period, period.as_of)
    }
    return sorted({day.year for day in days if day is not None})


def _write_period(
    page: str, period: Period, names: dict[str, str], years: list[int], writer: Writer
) -> None:
    name = slug(f"{period.period} {period.as_of}")
    charts = {}
    for breakdown in period.breakdowns:
        path = f"files/uptake-{slug(breakdown.dimension.name)}-{name}.svg"
        charts[breakdown.dimension.name] = path
        writer.drawing(path, "chart.svg.j2", breakdown=breakdown, period=period)
    bounds = f"uptake/bounds-{name}.html" if period.crossed else None
    title = f"{finding(period)} ({period.period or 'period not stated'})"
    writer.page(
        page,
        "uptake_period.html.j2",
        title,
        period=period,
        heat=[(breakdown, heat_map(breakdown)) for breakdown in period.breakdowns],
        charts=charts,
        others={path: label for path, label in names.items() if path != page},
        bounds=bounds,
        years=years,
    )
    if bounds:
        writer.page(
            bounds,
            "uptake_bounds.html.j2",
            f"Region by political group, {period.period or 'period not stated'}: "
            "what the printed totals allow",
            period=period,
            back=page,
        )


def _write_files(marts: UptakeMarts, writer: Writer) -> None:
    for dimension in DIMENSIONS:
        writer.file(f"files/{dimension.mart}.csv", render_csv(marts, dimension))
    bounds = render_mart_csv(marts.bounds, BoundsRow)
    writer.file("files/uptake_region_by_party_bounds.csv", bounds)
    writer.file("files/programme_trend.csv", render_mart_csv(marts.trend, TrendRow))


def _write_denominators(published: Published, writer: Writer) -> None:
    years: dict[int, list[object]] = {}
    for row in published.rows(IN_POST):
        years.setdefault(row.year, []).append(row)
    writer.page(
        DENOMINATORS_PAGE,
        "in_post.html.j2",
        "How many councillors are in post: the numbers that rates are made of",
        years=years,
        gaps=published.rows(IN_POST_GAPS),
    )
