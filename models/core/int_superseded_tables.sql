/*
One row: one leadership table that gives way to a later one of the same paper. Both have a figure
for the same cell in one period, on one day and of one status. Key: paper_id, period, as_of,
dimension, status, table_no.
*/
with

cells as (
    select
        *,
        max(table_no) over (
            partition by
                paper_id, period, as_of, dimension, status, programme_code, dimension_value
        ) as last_table_no,
    from stg_leadership_stats
)

select
    paper_id,
    period,
    as_of,
    dimension,
    status,
    table_no,
    max(last_table_no) as later_table_no,
from cells
where table_no < last_table_no
group by all
