"""Bar charts of a breakdown: how long each bar is, as a part of the space that bars have.

The template draws a bar as inline SVG of that length beside its label, so that a chart is a table
that any reader can read, takes its colours from the page and stays sharp in print.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from pipelines.reports.figures import Breakdown, Line


@dataclass(frozen=True, slots=True)
class Bar:
    """One line of a chart; lengths are parts of the longest bar, `0` to `1` as CSS reads them.

    Attributes:
        rate_length: None if the line has no rate.
    """

    line: Line
    count_length: str
    rate_length: str | None


@dataclass(frozen=True, slots=True)
class Chart:
    """The bars of a breakdown in its order; `mean` is the position of the overall rate."""

    bars: tuple[Bar, ...]
    mean: str | None


def draw_chart(breakdown: Breakdown) -> Chart:
    """Measure the bars of a breakdown: counts against the highest count, rates likewise.

    The overall rate can be the highest, because it also counts lines without a rate.
    """
    highest_count = _highest(line.total.value for line in breakdown.lines)
    highest_rate = _highest((breakdown.rate, *(line.rate for line in breakdown.lines)))
    bars = (
        Bar(
            line,
            _length(line.total.value or 0, highest_count),
            None if line.rate is None else _length(line.rate, highest_rate),
        )
        for line in breakdown.lines
    )
    mean = None if breakdown.rate is None else _length(breakdown.rate, highest_rate)
    return Chart(tuple(bars), mean)


def _highest(values: Iterable[float | None]) -> float:
    return max((value for value in values if value is not None), default=0)


def _length(value: float, highest: float) -> str:
    return f"{value / highest:.4f}" if highest else "0"
