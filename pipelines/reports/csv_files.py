"""The figures of an uptake mart as CSV, one line per row, with the source of each figure."""

import csv
import io
from collections.abc import Iterable, Sequence
from dataclasses import astuple, fields

from pipelines.reports.bounds import BoundsRow
from pipelines.reports.marts import Dimension, UptakeMarts, UptakeRow
from pipelines.reports.sources import Cell, SourceIndex
from pipelines.reports.trends import TrendRow

# How a cell starts that a spreadsheet takes for a formula: =1+1, +1, -1, @SUM(A1), tab, return.
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


def render_csv(marts: UptakeMarts, dimension: Dimension) -> str:
    """Write one mart as CSV with a header line; NULL is an empty cell, numbers are as stored.

    If one figure comes from several printed cells, their papers, places and quotes are separated
    by ` | `.
    """
    sources = SourceIndex(source for source in marts.sources if source.dimension == dimension.name)
    written = io.StringIO()
    writer = csv.writer(written, lineterminator="\n")
    writer.writerow(
        (
            "period",
            "as_of",
            "programme_id",
            "programme_name",
            dimension.name,
            "councillors",
            "share",
            dimension.in_post_column,
            "councillors_as_of",
            "uptake_per_100",
            "denominator_source",
            "denominator_note",
            "proof",
            "source_path",
            "locator",
            "quote",
        )
    )
    for row in marts.rows_of(dimension):
        writer.writerow(map(_safe, _cells(row, sources)))
    return written.getvalue()


def render_mart_csv(
    rows: Sequence[BoundsRow] | Sequence[TrendRow], row_class: type[BoundsRow] | type[TrendRow]
) -> str:
    """Write the rows of a mart as CSV with a header line, each column as it is stored."""
    written = io.StringIO()
    writer = csv.writer(written, lineterminator="\n")
    writer.writerow(field.name for field in fields(row_class))
    for row in rows:
        writer.writerow(map(_safe, astuple(row)))
    return written.getvalue()


def _cells(row: UptakeRow, sources: SourceIndex) -> tuple[object, ...]:
    cell = Cell(row.period, row.as_of, row.dimension, row.value, row.programme_id)
    printed = sources.cells(cell)
    return (
        row.period,
        row.as_of,
        row.programme_id,
        row.programme_name,
        row.value,
        row.councillors,
        row.share,
        row.in_post,
        row.councillors_as_of,
        row.uptake_per_100,
        row.denominator_source,
        row.denominator_note,
        row.proof,
        _joined(source.source_path for source in printed),
        _joined(source.locator for source in printed),
        _joined(source.quote for source in printed),
    )


def _joined(texts: Iterable[str | None]) -> str:
    return " | ".join(dict.fromkeys(text for text in texts if text))


def _safe(value: object) -> object:
    """Keep a spreadsheet from taking words of a paper for a formula; numbers stay numbers."""
    is_formula = isinstance(value, str) and value.startswith(FORMULA_STARTS)
    return f"'{value}" if is_formula else value
