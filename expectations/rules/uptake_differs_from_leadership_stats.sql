/*
One row: one figure of an uptake mart that is not the sum of the printed cells it is made from, or
whose share is not its part of the sum of all rows of the table.
The row for every programme is the printed total column; if none is printed, it is the sum. Values
that are not in the register are in no mart, but count in the sum of all rows; a finding reports
each. Of tables of several statuses one is in the marts: who took part comes before who had signed
up.
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
    qualify
        dimension_value <> 'total'
        and dense_rank() over (
            partition by period, as_of, dimension
            order by list_position(['took_part', 'signed_up', 'planned', 'dropped_out'], status)
        ) = 1
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

unknown as (
    select distinct
        case expected
            when 'region' then 'uptake_by_region'
            when 'political_group' then 'uptake_by_party'
            when 'council_type' then 'uptake_by_council_type'
        end as checked_table,
        observed as dimension_value,
    from quality_findings
    where rule = 'dimension_value_unknown' and table_name = 'leadership_stats'
),

shared as (
    select
        *,
        sum(councillors) over (
            partition by checked_table, period, as_of, programme_id
        ) as rows_added,
    from added
),

known as (
    select shared.*
    from shared
    anti join unknown
        on
            shared.checked_table = unknown.checked_table
            and shared.dimension_value = unknown.dimension_value
),

marts as (
    select
        'uptake_by_region' as checked_table,
        period,
        as_of,
        programme_id,
        region as dimension_value,
        councillors,
        share,
    from uptake_by_region
    union all
    select
        'uptake_by_party' as checked_table,
        period,
        as_of,
        programme_id,
        political_group as dimension_value,
        councillors,
        share,
    from uptake_by_party
    union all
    select
        'uptake_by_council_type' as checked_table,
        period,
        as_of,
        programme_id,
        council_type as dimension_value,
        councillors,
        share,
    from uptake_by_council_type
)

select
    coalesce(marts.checked_table, known.checked_table) as checked_table,
    coalesce(marts.period, known.period) as period,
    coalesce(marts.as_of, known.as_of) as as_of,
    coalesce(marts.programme_id, known.programme_id) as programme_id,
    coalesce(marts.dimension_value, known.dimension_value) as dimension_value,
    marts.councillors as councillors_in_mart,
    cast(known.councillors as integer) as councillors_printed,
    marts.share,
from marts
full join known
    on
        marts.checked_table = known.checked_table
        and marts.period is not distinct from known.period
        and marts.as_of is not distinct from known.as_of
        and marts.programme_id = known.programme_id
        and marts.dimension_value = known.dimension_value
where
    marts.councillors is distinct from known.councillors
    or marts.share is distinct from known.councillors / nullif(known.rows_added, 0)
order by all
