/*
One row: one printed cell of a leadership programme table.
Key: period, as_of, programme_code, dimension, dimension_value.
A table that is printed in two papers counts once: the later paper decides for the whole table.
*/
with

ranked_tables as (
    select
        cells.*,
        dense_rank() over (
            partition by cells.period, cells.as_of, cells.dimension
            order by papers_read.recency desc
        ) as paper_rank,
    from stg_leadership_stats as cells
    inner join stg_papers as papers_read on cells.paper_id = papers_read.paper_id
),

ranked_cells as (
    select
        *,
        row_number() over (
            partition by period, as_of, programme_code, dimension, dimension_value
            order by table_no desc, row_no, column_no, place
        ) as rank,
    from ranked_tables
    where paper_rank = 1
)

select
    period,
    as_of,
    programme_id,
    programme_code,
    dimension,
    dimension_value,
    councillors,
    status,
    is_total,
    paper_id,
    locator,
    quote,
from ranked_cells
where rank = 1
