/*
One row: one region and one political group in one programme, with the printed margins of both. Key:
period, as_of, programme_id, region, political_group.
The lowest value of a cell is its two margins less the whole, and not below zero. The highest is the
smaller margin. Each whole number in between is possible. The table of greatest entropy is the
product of the margins over the whole.
A programme counts only if both tables have it with one status, its margins add up to the same whole
in both, and no row was left out. Otherwise no table has both margins.
is_whole says that this is so for each programme of either table. If it is, all is their sum.
*/
with

margins as (
    select
        period,
        as_of,
        first_year,
        programme_id,
        dimension,
        status,
        dimension_value,
        councillors,
        sources,
        weakest(proof) over (
            partition by period, as_of, programme_id, dimension
        ) as proof,
        rows_total,
        sum(councillors) over (
            partition by period, as_of, programme_id, dimension
        ) as programme_participants,
    from int_uptake
    where dimension in ('region', 'political_group')
),

programmes_compared as (
    select
        period,
        as_of,
        programme_id,
        count(distinct dimension) = 2
        and count(distinct status) < 2
        and min(programme_participants) = max(programme_participants)
        and bool_and(programme_participants = rows_total) as agrees,
    from margins
    group by all
),

tables_compared as (
    select
        period,
        as_of,
        bool_and(agrees) filter (where programme_id <> 'all') as is_whole,
    from programmes_compared
    group by all
)

select
    by_region.period,
    by_region.as_of,
    by_region.first_year,
    by_region.programme_id,
    by_region.dimension_value as region,
    by_party.dimension_value as political_group,
    by_region.councillors as region_participants,
    by_party.councillors as group_participants,
    cast(by_region.programme_participants as integer) as programme_participants,
    coalesce(tables_compared.is_whole, false) as is_whole,
    greatest(
        0, by_region.councillors + by_party.councillors - by_region.programme_participants
    ) as lowest,
    least(by_region.councillors, by_party.councillors) as highest,
    coalesce(
        by_region.councillors * by_party.councillors / nullif(by_region.programme_participants, 0),
        0
    ) as estimate,
    by_region.sources || '; ' || by_party.sources as sources,
    less_sure(by_region.proof, by_party.proof) as proof,
from margins as by_region
inner join margins as by_party
    on
        by_region.period is not distinct from by_party.period
        and by_region.as_of is not distinct from by_party.as_of
        and by_region.programme_id = by_party.programme_id
inner join programmes_compared
    on
        by_region.period is not distinct from programmes_compared.period
        and by_region.as_of is not distinct from programmes_compared.as_of
        and by_region.programme_id = programmes_compared.programme_id
inner join tables_compared
    on
        by_region.period is not distinct from tables_compared.period
        and by_region.as_of is not distinct from tables_compared.as_of
where
    by_region.dimension = 'region'
    and by_party.dimension = 'political_group'
    and programmes_compared.agrees
