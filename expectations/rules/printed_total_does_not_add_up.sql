/*
One row: one printed total that is not the sum of the figures printed beside or above it.
A total row adds up the values of its dimension, a total column the programmes.
*/
with

totals as (
    select
        *,
        lower(programme_code) like 'total%' as is_total_column,
        dimension_value = 'total' as is_total_row,
    from leadership_stats
),

rows_added as (
    select
        period,
        as_of,
        programme_code,
        dimension,
        status,
        sum(councillors) as added,
    from totals
    where not is_total_row
    group by all
),

columns_added as (
    select
        period,
        as_of,
        dimension,
        dimension_value,
        status,
        sum(councillors) as added,
    from totals
    where not is_total_column
    group by all
),

compared as (
    select
        totals.paper_id,
        totals.locator,
        totals.dimension,
        totals.dimension_value,
        totals.programme_code,
        totals.councillors as printed,
        rows_added.added,
    from totals
    inner join rows_added
        on
            totals.is_total_row
            and totals.period is not distinct from rows_added.period
            and totals.as_of is not distinct from rows_added.as_of
            and totals.programme_code = rows_added.programme_code
            and totals.dimension = rows_added.dimension
            and totals.status is not distinct from rows_added.status
    union all
    select
        totals.paper_id,
        totals.locator,
        totals.dimension,
        totals.dimension_value,
        totals.programme_code,
        totals.councillors as printed,
        columns_added.added,
    from totals
    inner join columns_added
        on
            totals.is_total_column
            and totals.period is not distinct from columns_added.period
            and totals.as_of is not distinct from columns_added.as_of
            and totals.dimension = columns_added.dimension
            and totals.dimension_value = columns_added.dimension_value
            and totals.status is not distinct from columns_added.status
)

select
    paper_id,
    locator,
    dimension,
    dimension_value,
    programme_code,
    printed,
    try_cast(added as integer) as added,
from compared
where printed is distinct from added
order by all
