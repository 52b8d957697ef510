/*
One row: one number of the trend that no statement or table gives, that stands among those of
another standing, or whose change is not that from the year just before.
*/
with

given as (
    select
        paper_id,
        locator,
        participants,
        status,
    from programme_participation
    where dimension = 'total'
    union
    -- A table without a total row gives the sum of its rows, at the place of one of them.
    select
        paper_id,
        locator,
        null as participants,
        'signed_up' as status,
    from leadership_stats
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
            and coalesce(given.participants, trend.participants) = trend.participants
    )
order by all
