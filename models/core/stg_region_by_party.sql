/*
One row: one region and one political group in one programme, with the printed margins of both.
Key: period, as_of, programme_id, region, political_group.
A cell of a table with two margins has at least what its two margins have over the whole, and at
most the smaller of them; each whole number between can be. The table of greatest entropy is the
product of the margins over the whole. Where the margins add up to different wholes, no table has
both, so nothing can be said.
*/
with

margins as (
    select
        period,
        as_of,
        first_year,
        programme_id,
        dimension,
        dimension_value,
        councillors,
        sources,
        sum(councillors) over (
            partition by period, as_of, programme_id, dimension
        ) as programme_participants,
    from stg_uptake
    where dimension in ('region', 'political_group')
),

crossed as (
    select
        by_region.period,
        by_region.as_of,
        by_region.first_year,
        by_region.programme_id,
        by_region.dimension_value as region,
        by_party.dimension_value as political_group,
        by_region.councillors as region_participants,
        by_party.councillors as group_participants,
        by_region.programme_participants,
        by_region.programme_participants = by_party.programme_participants as has_one_whole,
        by_region.sources || '; ' || by_party.sources as sources,
    from margins as by_region
    inner join margins as by_party
        on
            by_region.dimension = 'region'
            and by_party.dimension = 'political_group'
            and by_region.period is not distinct from by_party.period
            and by_region.as_of is not distinct from by_party.as_of
            and by_region.programme_id = by_party.programme_id
)

select
    period,
    as_of,
    first_year,
    programme_id,
    region,
    political_group,
    region_participants,
    group_participants,
    cast(programme_participants as integer) as programme_participants,
    has_one_whole,
    case
        when has_one_whole
            then greatest(0, region_participants + group_participants - programme_participants)
    end as lowest,
    case when has_one_whole then least(region_participants, group_participants) end as highest,
    case
        when has_one_whole
            then coalesce(
                region_participants * group_participants / nullif(programme_participants, 0), 0
            )
    end as estimate,
    sources,
from crossed
