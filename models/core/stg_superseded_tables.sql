/*
One row: one leadership table that gives way to a later one of the same paper, because both have a
figure for the same cell in one period, at one day and of one status.
Key: paper_id, period, as_of, dimension, status, table_no.
*/
select
    earlier.paper_id,
    earlier.period,
    earlier.as_of,
    earlier.dimension,
    earlier.status,
    earlier.table_no,
    max(later.table_no) as later_table_no,
from stg_leadership_stats as earlier
inner join stg_leadership_stats as later
    on
        earlier.paper_id = later.paper_id
        and earlier.period is not distinct from later.period
        and earlier.as_of is not distinct from later.as_of
        and earlier.dimension = later.dimension
        and earlier.status is not distinct from later.status
        and earlier.programme_code = later.programme_code
        and earlier.dimension_value = later.dimension_value
        and earlier.table_no < later.table_no
group by all
