"""Where the rows of a table come from: the rows of another table that a link can lead to."""

from dataclasses import dataclass

from pipelines.exports.frames import select_sorted
from pipelines.schema.tables import TABLES, Table

PASSAGES, CELLS = "passages", "uptake_sources"
# A row that names a place was read from the last passage that begins there or above, on its page
FROM_PASSAGES = """
    with

    placed as (
        select
            paper_id,
            coalesce(nullif(regexp_extract(locator, 'p(\\d+)', 1), ''), '1')::integer as page,
            regexp_extract(locator, 'l(\\d+)', 1)::integer as line,
            row_number() over (order by {order}) as number,
        from {source}
    ),

    rows_read as (
        select
            row_number() over () as position,
            *,
            coalesce(nullif(regexp_extract(locator, 'p(\\d+)', 1), ''), '1')::integer as its_page,
            coalesce(nullif(regexp_extract(locator, 'l(\\d+)', 1), ''), '1')::integer as its_line,
        from ({select})
    )

    select rows_read.* exclude (position, its_page, its_line), placed.number
    from rows_read
    asof left join placed
        on rows_read.paper_id = placed.paper_id
        and rows_read.its_page = placed.page
        and rows_read.its_line >= placed.line
    order by rows_read.position
"""
# A figure of uptake is made of printed cells; the link leads to the first
FROM_CELLS = """
    with

    placed as (
        select *, row_number() over (order by {order}) as number,
        from {source}
    ),

    firsts as (
        select programme_id, period, as_of, dimension_value, min(number) as number,
        from placed
        group by all
    ),

    rows_read as (select row_number() over () as position, * from ({select}))

    select rows_read.* exclude (position), firsts.number
    from rows_read
    left join firsts
        on rows_read.programme_id = firsts.programme_id
        and rows_read.{value} = firsts.dimension_value
        and rows_read.period is not distinct from firsts.period
        and rows_read.as_of is not distinct from firsts.as_of
    order by rows_read.position
"""


@dataclass(frozen=True, slots=True)
class Source:
    """A table that rows come from, and a query of the rows that ends in a number.

    The number is that of the row in the other table in the order of its key; NULL if there is none.
    """

    table: str
    query: str


def source_of(table: Table) -> Source | None:
    """Where the rows of a table come from; None if no single row of another table says it."""
    select = select_sorted(table.name)
    if table.name.startswith("uptake_by_"):
        value = table.key[-1]
        return Source(CELLS, FROM_CELLS.format(select=select, value=value, **_target(CELLS)))
    if table.name != PASSAGES and {"paper_id", "locator"} <= set(table.column_names):
        return Source(PASSAGES, FROM_PASSAGES.format(select=select, **_target(PASSAGES)))
    return None


def _target(name: str) -> dict[str, str]:
    order = ", ".join(f'"{column}" nulls last' for column in TABLES[name].key)
    return {"source": name, "order": order}
