/*
One row: what the printed margins allow for one region and political group in one programme, and two
estimates; programme_id all is every programme together. Key: period, as_of, programme_id, region,
political_group.
A programme counts only if both tables have it, with margins of the same whole. If every programme
counts, and they add up to the margins of all, then the bounds of all are the sums of their bounds,
and its estimates the sums of their estimates. Such bounds are never wider than those of its own
margins. Otherwise its own margins decide.
docs/region-by-party.md explains method and limits.
*/
with

margins_compared as (
    select
        period,
        as_of,
        dimension,
        dimension_value,
        sum(councillors) filter (where programme_id <> 'all') as parts,
        sum(councillors) filter (where programme_id = 'all') as whole,
    from int_uptake
    where dimension in ('region', 'political_group')
    group by all
),

margins_added as (
    select
        period,
        as_of,
        bool_and(parts is not distinct from whole) as adds_up,
    from margins_compared
    group by all
),

cells as (
    select
        bounded.*,
        fitted.estimate_by_seats,
        fitted.denominator_source,
    from int_region_by_party as bounded
    left join int_region_by_party_fitted as fitted
        on
            bounded.period is not distinct from fitted.period
            and bounded.as_of is not distinct from fitted.as_of
            and bounded.programme_id = fitted.programme_id
            and bounded.region = fitted.region
            and bounded.political_group = fitted.political_group
),

programmes_added as (
    select
        cells.period,
        cells.as_of,
        cells.region,
        cells.political_group,
        sum(cells.lowest) as lowest,
        sum(cells.highest) as highest,
        sum(cells.estimate) as estimate,
        sum(cells.estimate_by_seats) as estimate_by_seats,
        weakest(cells.proof) as proof,
    from cells
    inner join margins_added
        on
            cells.period is not distinct from margins_added.period
            and cells.as_of is not distinct from margins_added.as_of
    where cells.programme_id <> 'all' and cells.is_whole and margins_added.adds_up
    group by all
),

tightened as (
    select
        cells.*,
        parts.lowest as parts_lowest,
        parts.highest as parts_highest,
        parts.estimate as parts_estimate,
        parts.estimate_by_seats as parts_by_seats,
        parts.proof as parts_proof,
        parts.lowest is not null as is_sum,
    from cells
    left join programmes_added as parts
        on
            cells.programme_id = 'all'
            and cells.period is not distinct from parts.period
            and cells.as_of is not distinct from parts.as_of
            and cells.region = parts.region
            and cells.political_group = parts.political_group
)

select
    period,
    as_of,
    programme_id,
    region,
    political_group,
    region_participants,
    group_participants,
    programme_participants,
    cast(if(is_sum, greatest(lowest, parts_lowest), lowest) as integer) as lowest,
    cast(if(is_sum, least(highest, parts_highest), highest) as integer) as highest,
    if(is_sum, 'sum_of_programmes', 'own_margins') as bounds_rule,
    -- Six decimals hide the order in which the parts were added.
    round(if(is_sum, parts_estimate, estimate), 6) as estimate,
    round(if(is_sum, parts_by_seats, estimate_by_seats), 6) as estimate_by_seats,
    denominator_source,
    sources,
    less_sure(proof, parts_proof) as proof,
from tightened
