/*
One row: one region and group whose bounds or estimates do not follow from the printed margins.
Estimates are rounded to six decimals, so a sum over the values of a margin may differ in the last
digits.
*/
with

programmes as (
    select
        period,
        as_of,
        region,
        political_group,
        sum(lowest) as lowest,
        sum(highest) as highest,
    from uptake_region_by_party_bounds
    where programme_id <> 'all'
    group by all
),

checked as (
    select
        bounds.*,
        uptake_by_region.councillors as region_in_mart,
        uptake_by_party.councillors as group_in_mart,
        programmes.lowest as lowest_of_programmes,
        programmes.highest as highest_of_programmes,
        sum(bounds.estimate) over region_margin as region_estimated,
        sum(bounds.estimate) over group_margin as group_estimated,
        sum(bounds.estimate_by_seats) over region_margin as region_by_seats,
        sum(bounds.estimate_by_seats) over group_margin as group_by_seats,
    from uptake_region_by_party_bounds as bounds
    left join uptake_by_region
        on
            bounds.period is not distinct from uptake_by_region.period
            and bounds.as_of is not distinct from uptake_by_region.as_of
            and bounds.programme_id = uptake_by_region.programme_id
            and bounds.region = uptake_by_region.region
    left join uptake_by_party
        on
            bounds.period is not distinct from uptake_by_party.period
            and bounds.as_of is not distinct from uptake_by_party.as_of
            and bounds.programme_id = uptake_by_party.programme_id
            and bounds.political_group = uptake_by_party.political_group
    left join programmes
        on
            bounds.period is not distinct from programmes.period
            and bounds.as_of is not distinct from programmes.as_of
            and bounds.region = programmes.region
            and bounds.political_group = programmes.political_group
    window
        region_margin as (
            partition by bounds.period, bounds.as_of, bounds.programme_id, bounds.region
        ),
        group_margin as (
            partition by bounds.period, bounds.as_of, bounds.programme_id, bounds.political_group
        )
)

select
    period,
    as_of,
    programme_id,
    region,
    political_group,
    lowest,
    highest,
    estimate,
    estimate_by_seats,
    bounds_rule,
from checked
where
    region_participants is distinct from region_in_mart
    or group_participants is distinct from group_in_mart
    or lowest > highest
    or lowest < greatest(0, region_participants + group_participants - programme_participants)
    or highest > least(region_participants, group_participants)
    or not coalesce(estimate between lowest - 0.0001 and highest + 0.0001, true)
    or not coalesce(estimate_by_seats between lowest - 0.0001 and highest + 0.0001, true)
    or abs(region_estimated - region_participants) > 0.001
    or abs(group_estimated - group_participants) > 0.001
    or abs(region_by_seats - region_participants) > 0.001
    or abs(group_by_seats - group_participants) > 0.001
    or (
        bounds_rule = 'sum_of_programmes'
        and (lowest <> lowest_of_programmes or highest <> highest_of_programmes)
    )
order by all
