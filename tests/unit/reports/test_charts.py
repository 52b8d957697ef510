"""Bars: their order, and their length as a part of the longest."""

from pathlib import Path

from pipelines.reports.charts import draw_chart
from pipelines.reports.figures import arrange_report
from pipelines.reports.marts import read_uptake


def bars(warehouse: Path, breakdown: int) -> tuple[list[tuple[str, str, str | None]], str | None]:
    (period,) = arrange_report(read_uptake(warehouse)).periods
    chart = draw_chart(period.breakdowns[breakdown])
    return [(bar.line.label, bar.count_length, bar.rate_length) for bar in chart.bars], chart.mean


def test_highest_rate_comes_first_and_fills_the_space(warehouse: Path) -> None:
    # The rate of all, 3.33, stands at five sixths of Upland's 4.0.
    assert bars(warehouse, 0) == (
        [("Upland", "1.0000", "1.0000"), ("Lowland", "0.2500", "0.5000")],
        "0.8333",
    )


def test_line_without_rate_comes_last_and_has_no_second_bar(warehouse: Path) -> None:
    # The rate of all counts the fire authority's member too: 3.33, and 2.67 without.
    assert bars(warehouse, 2) == (
        [("District", "1.0000", "0.8000"), ("Fire", "0.2500", None)],
        "1.0000",
    )
