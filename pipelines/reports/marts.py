"""The uptake marts as they are published, row for row."""

from dataclasses import dataclass, fields
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

import duckdb

from pipelines.reports.bounds import BoundsRow
from pipelines.reports.trends import TrendRow
from pipelines.runtime.errors import InputMissing, WarehouseUnusable

Row = TypeVar("Row")

ALL_PROGRAMMES = "all"
PRINTED_TOTAL = "total"


@dataclass(frozen=True, slots=True)
class Dimension:
    """One way in which uptake is broken down.

    Attributes:
        name: Value of `dimension` in uptake_sources, and the key column of the mart.
        mart: The mart that holds the figures.
        heading: The word for one of its values.
        plural: The word for several.
    """

    name: str
    mart: str
    heading: str
    plural: str

    @property
    def in_post_column(self) -> str:
        """The column with the number of councillors in post."""
        return f"councillors_in_{self.name}"


DIMENSIONS = (
    Dimension("region", "uptake_by_region", "Region", "regions"),
    Dimension("political_group", "uptake_by_party", "Political group", "political groups"),
    Dimension("council_type", "uptake_by_council_type", "Council type", "council types"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class UptakeRow:
    """One row of an uptake mart; `value` is the region, political group or council type."""

    dimension: str
    period: str | None
    as_of: date | None
    programme_id: str
    programme_name: str
    value: str
    councillors: int
    share: float | None
    in_post: int | None
    councillors_as_of: date | None
    denominator_source: str | None
    uptake_per_100: float | None
    denominator_note: str | None
    proof: str


@dataclass(frozen=True, slots=True, kw_only=True)
class UptakeSource:
    """One row of uptake_sources: a printed cell and its paper."""

    dimension: str
    period: str | None
    as_of: date | None
    programme_id: str
    programme_name: str | None
    programme_code: str
    value: str
    councillors: int
    paper_id: str
    source_path: str | None
    paper_title: str | None
    locator: str
    quote: str


@dataclass(frozen=True, slots=True)
class UptakeMarts:
    """All rows of the uptake marts, each mart ordered by its key."""

    rows: tuple[UptakeRow, ...]
    sources: tuple[UptakeSource, ...]
    bounds: tuple[BoundsRow, ...]
    trend: tuple[TrendRow, ...]

    def rows_of(self, dimension: Dimension) -> tuple[UptakeRow, ...]:
        """The rows of one mart."""
        return tuple(row for row in self.rows if row.dimension == dimension.name)


def read_uptake(warehouse: Path) -> UptakeMarts:
    """Read the uptake marts of a published warehouse, which is opened read-only.

    Raises:
        InputMissing: There is no such file.
        WarehouseUnusable: The file is no warehouse, or lacks an uptake mart.
    """
    if warehouse.is_dir():
        raise WarehouseUnusable(warehouse, "it is a folder")
    if not warehouse.is_file():
        raise InputMissing(warehouse, "The warehouse", "Run `boardpapers refresh` first")
    try:
        with duckdb.connect(str(warehouse), read_only=True) as connection:
            rows = [row for dimension in DIMENSIONS for row in _rows(connection, dimension)]
            return UptakeMarts(
                tuple(rows),
                _sources(connection),
                _mart(connection, "uptake_region_by_party_bounds", BoundsRow, 5),
                _mart(connection, "programme_trend", TrendRow, 5),
            )
    except duckdb.Error as error:
        reason = f"its uptake marts cannot be read ({str(error).splitlines()[0]})"
        raise WarehouseUnusable(warehouse, reason) from error


def _mart(
    connection: duckdb.DuckDBPyConnection, name: str, row_class: type[Row], key_columns: int
) -> tuple[Row, ...]:
    """All rows of a mart whose first columns are its key, as a class with one field per column."""
    columns = [field.name for field in fields(row_class)]  # type: ignore[arg-type]
    found = connection.execute(
        f"select {', '.join(columns)} from {name} order by {', '.join(columns[:key_columns])}"
    ).fetchall()
    values: list[dict[str, Any]] = [dict(zip(columns, row, strict=True)) for row in found]
    return tuple(row_class(**each) for each in values)


def _rows(connection: duckdb.DuckDBPyConnection, dimension: Dimension) -> list[UptakeRow]:
    found = connection.execute(
        f"""
        select
            period,
            as_of,
            programme_id,
            programme_name,
            {dimension.name},
            councillors,
            share,
            {dimension.in_post_column},
            councillors_as_of,
            denominator_source,
            uptake_per_100,
            denominator_note,
            proof,
        from {dimension.mart}
        where {dimension.name} is not null
        order by period, as_of, programme_id, {dimension.name}
        """
    ).fetchall()
    return [
        UptakeRow(
            dimension=dimension.name,
            period=period,
            as_of=as_of,
            programme_id=programme_id,
            programme_name=programme_name,
            value=value,
            councillors=councillors,
            share=share,
            in_post=in_post,
            councillors_as_of=councillors_as_of,
            denominator_source=denominator_source,
            uptake_per_100=uptake_per_100,
            denominator_note=denominator_note,
            proof=proof,
        )
        for (
            period,
            as_of,
            programme_id,
            programme_name,
            value,
            councillors,
            share,
            in_post,
            councillors_as_of,
            denominator_source,
            uptake_per_100,
            denominator_note,
            proof,
        ) in found
    ]


def _sources(connection: duckdb.DuckDBPyConnection) -> tuple[UptakeSource, ...]:
    found = connection.execute(
        """
        select
            dimension,
            period,
            as_of,
            programme_id,
            programme_name,
            programme_code,
            dimension_value,
            councillors,
            paper_id,
            source_path,
            paper_title,
            locator,
            quote,
        from uptake_sources
        order by period, as_of, dimension, dimension_value, programme_code, paper_id, locator
        """
    ).fetchall()
    return tuple(
        UptakeSource(
            dimension=dimension,
            period=period,
            as_of=as_of,
            programme_id=programme_id,
            programme_name=programme_name,
            programme_code=programme_code,
            value=value,
            councillors=councillors,
            paper_id=paper_id,
            source_path=source_path,
            paper_title=paper_title,
            locator=locator,
            quote=quote,
        )
        for (
            dimension,
            period,
            as_of,
            programme_id,
            programme_name,
            programme_code,
            value,
            councillors,
            paper_id,
            source_path,
            paper_title,
            locator,
            quote,
        ) in found
    )
