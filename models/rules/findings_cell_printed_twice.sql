/*
One row: one cell that a leadership table has more than once, with different figures, because two of
its rows or columns have one meaning. The first in printed order counts.
*/
with

places as (
    select
        paper_id,
        table_no,
        period,
        as_of,
        dimension,
        programme_code,
        dimension_value,
        status,
        councillors,
        locator,
        quote,
        row_number() over cell as nth,
        first_value(councillors) over cell as counted,
    from stg_leadership_stats
    window
        cell as (
            partition by
                paper_id, table_no, period, as_of, status, dimension, dimension_value,
                programme_code
            order by row_no, column_no, place
        )
)

select
    'cell_printed_twice' as rule,
    'leadership_stats' as table_name,
    concat_ws(', ', programme_code, dimension_value, period) as subject,
    cast(counted as varchar) as expected,
    cast(councillors as varchar) as observed,
    paper_id,
    locator,
    quote,
from places
where nth > 1 and councillors <> counted
