/*
One row: one number of the trend that no statement or table gives, that has the wrong standing, or
whose change is not that from the year just before.
*/
with

table_rows as (
    select
        period,
        as_of,
        dimension,
        dimension_value,
        status,
        coalesce(
            sum(councillors) filter (where lower(programme_code) like 'total%'), sum(councillors)
        ) as councillors,
    from leadership_stats
    group by all
),

table_sums as (
    select
        period,
        as_of,
        dimension,
        status,
        sum(councillors) filter (where dimension_value <> 'total') as added,
        max(councillors) filter (where dimension_value = 'total') as printed,
    from table_rows
    group by all
),

cells as (
    select
        *,
        sum(councillors) filter (where dimension_value <> 'total') over (
            partition by period, as_of, dimension, status, programme_id
        ) as added,
    from leadership_stats
),

given as (
    select
        paper_id,
        locator,
        participants,
        status,
    from programme_participation
    where dimension = 'total'
    union
    -- A table gives the numbers of its total row, or the sums of its rows, at the place of a cell.
    select
        paper_id,
        locator,
        unnest([councillors, added]) as participants,
        status,
    from cells
    union
    select
        cells.paper_id,
        cells.locator,
        unnest([table_sums.printed, table_sums.added]) as participants,
        cells.status,
    from cells
    inner join table_sums
        on
            cells.period is not distinct from table_sums.period
            and cells.as_of is not distinct from table_sums.as_of
            and cells.dimension = table_sums.dimension
            and cells.status = table_sums.status
)

select
    trend.paper_id,
    trend.locator,
    trend.programme_name,
    trend.unit,
    trend.standing,
    trend.period,
    trend.participants,
    trend.status,
    trend.previous_period,
    trend.change,
from programme_trend as trend
where
    (trend.standing = 'planned') is distinct from (trend.status = 'planned')
    or trend.change is distinct from trend.participants - trend.previous_participants
    or try_cast(left(trend.previous_period, 4) as integer)
    <> try_cast(left(trend.period, 4) as integer) - 1
    or not exists (
        select 1
        from given
        where
            given.paper_id = trend.paper_id
            and given.locator = trend.locator
            and given.status = trend.status
            and given.participants = trend.participants
    )
order by all
