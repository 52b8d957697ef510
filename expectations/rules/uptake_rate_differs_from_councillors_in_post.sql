/*
One row: one rate of an uptake mart that does not use the councillors in post of the period's own
first year. If that year has no number, there is neither a number nor a rate.
*/
with

marts as (
    select
        'uptake_by_region' as checked_table,
        'region' as dimension,
        period,
        as_of,
        programme_id,
        region as dimension_value,
        councillors,
        councillors_in_region as in_post,
        uptake_per_100,
        denominator_note,
    from uptake_by_region
    union all
    select
        'uptake_by_party' as checked_table,
        'political_group' as dimension,
        period,
        as_of,
        programme_id,
        political_group as dimension_value,
        councillors,
        councillors_in_political_group as in_post,
        uptake_per_100,
        denominator_note,
    from uptake_by_party
    union all
    select
        'uptake_by_council_type' as checked_table,
        'council_type' as dimension,
        period,
        as_of,
        programme_id,
        council_type as dimension_value,
        councillors,
        councillors_in_council_type as in_post,
        uptake_per_100,
        denominator_note,
    from uptake_by_council_type
),

seats as (
    select
        year,
        unnest(['region', 'political_group', 'council_type']) as dimension,
        unnest([region, political_group, council_type]) as dimension_value,
        councillors,
    from councillors_in_post
),

added as (
    select
        year,
        dimension,
        dimension_value,
        sum(councillors) as in_post,
    from seats
    group by all
)

select
    marts.checked_table,
    marts.period,
    marts.as_of,
    marts.programme_id,
    marts.dimension_value,
    marts.in_post,
    cast(added.in_post as integer) as in_register,
    marts.uptake_per_100,
    marts.denominator_note,
from marts
left join added
    on
        marts.dimension = added.dimension
        and marts.dimension_value = added.dimension_value
        and try_cast(left(marts.period, 4) as integer) = added.year
where
    marts.in_post is distinct from added.in_post
    or marts.uptake_per_100 is distinct from 100 * marts.councillors / nullif(added.in_post, 0)
    or (marts.uptake_per_100 is null and marts.denominator_note is null)
order by all
