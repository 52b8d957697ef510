"""Write the uptake report: one page to read, and its figures as CSV."""

from dataclasses import dataclass
from pathlib import Path

from pipelines.reports import wording
from pipelines.reports.bounds import BoundsRow
from pipelines.reports.charts import draw_chart
from pipelines.reports.csv_files import render_csv, render_mart_csv
from pipelines.reports.figures import Figure, arrange_report
from pipelines.reports.marts import DIMENSIONS, UptakeMarts, read_uptake
from pipelines.reports.trends import TrendRow
from pipelines.runtime.html_templates import html_environment

TEMPLATES = Path(__file__).with_name("templates")
PAGE_NAME = "uptake.html"
PAGE_TEMPLATE = "uptake.html.j2"


@dataclass(frozen=True, slots=True)
class ReportPaths:
    """The files that were written; one CSV for each mart, named after it."""

    uptake: Path
    uptake_by_region: Path
    uptake_by_party: Path
    uptake_by_council_type: Path
    uptake_region_by_party_bounds: Path
    programme_trend: Path


def write_reports(warehouse: Path, out: Path) -> ReportPaths:
    """Write the uptake page and its CSV files; the same warehouse gives the same bytes.

    Args:
        warehouse: A published warehouse; it is opened read-only.
        out: Folder of the reports, created if needed; files in it are overwritten.

    Raises:
        InputMissing: There is no such warehouse.
        WarehouseUnusable: The file is no warehouse, or lacks an uptake mart.
    """
    marts = read_uptake(warehouse)
    out.mkdir(parents=True, exist_ok=True)
    page = _write(out / PAGE_NAME, render_page(marts))
    tables = {
        dimension.mart: _write(out / f"{dimension.mart}.csv", render_csv(marts, dimension))
        for dimension in DIMENSIONS
    }
    bounds = render_mart_csv(marts.bounds, BoundsRow)
    trend = render_mart_csv(marts.trend, TrendRow)
    return ReportPaths(
        uptake=page,
        **tables,
        uptake_region_by_party_bounds=_write(out / "uptake_region_by_party_bounds.csv", bounds),
        programme_trend=_write(out / "programme_trend.csv", trend),
    )


def render_page(marts: UptakeMarts) -> str:
    """The page as HTML; all that comes from papers is escaped by the template engine."""
    environment = html_environment(TEMPLATES)
    environment.filters.update(
        count=wording.count,
        qualified=wording.qualified,
        label=wording.label,
        change=wording.change,
        rate=wording.rate,
        percent=wording.percent,
        day=wording.day,
        period_name=wording.period_name,
        place=wording.place,
        chart=draw_chart,
        links=_note_links,
    )
    return environment.get_template(PAGE_TEMPLATE).render(report=arrange_report(marts))


def _note_links(figure: Figure) -> list[str]:
    return [f"#source-{number}" for number in figure.notes]


def _write(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8", newline="\n")
    return path
