/*
One row: one figure of an uptake mart that is not the sum of the printed cells it is made of.
The row for every programme is the printed total column; where none is printed, the sum.
*/
with

cells as (
    select
        period,
        as_of,
        if(lower(programme_code) like 'total%', 'all', programme_id) as programme_id,
        case dimension
            when 'region' then 'uptake_by_region'
            when 'political_group' then 'uptake_by_party'
            when 'council_type' then 'uptake_by_council_type'
        end as checked_table,
        dimension_value,
        councillors,
    from leadership_stats
    where dimension_value <> 'total'
),

by_programme as (
    select
        checked_table,
        period,
        as_of,
        programme_id,
        dimension_value,
        sum(councillors) as councillors,
    from cells
    where programme_id <> 'all'
    group by all
),

altogether as (
    select
        checked_table,
        period,
        as_of,
        'all' as programme_id,
        dimension_value,
        coalesce(
            sum(councillors) filter (where programme_id = 'all'),
            sum(councillors)
        ) as councillors,
    from cells
    group by all
),

added as (
    select * from by_programme
    union all by name
    select * from altogether
),

marts as (
    select
        'uptake_by_region' as checked_table,
        period,
        as_of,
        programme_id,
        region as dimension_value,
        councillors,
    from uptake_by_region
    union all
    select
        'uptake_by_party' as checked_table,
        period,
        as_of,
        programme_id,
        political_group as dimension_value,
        councillors,
    from uptake_by_party
    union all
    select
        'uptake_by_council_type' as checked_table,
        period,
        as_of,
        programme_id,
        council_type as dimension_value,
        councillors,
    from uptake_by_council_type
)

select
    coalesce(marts.checked_table, added.checked_table) as checked_table,
    coalesce(marts.period, added.period) as period,
    coalesce(marts.as_of, added.as_of) as as_of,
    coalesce(marts.programme_id, added.programme_id) as programme_id,
    coalesce(marts.dimension_value, added.dimension_value) as dimension_value,
    marts.councillors as councillors_in_mart,
    cast(added.councillors as integer) as councillors_printed,
from marts
full join added
    on
        marts.checked_table = added.checked_table
        and marts.period is not distinct from added.period
        and marts.as_of is not distinct from added.as_of
        and marts.programme_id = added.programme_id
        and marts.dimension_value = added.dimension_value
where marts.councillors is distinct from added.councillors
order by all
