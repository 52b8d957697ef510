/*
One row: the peer challenges of named councils of one value, type, period and status.
Key: dimension, dimension_value, challenge_type, period, status.
A joint challenge, and what it saved, counts once in each value that one of its councils has.
A sum is exact only if all of its parts are; if their qualifiers differ, it is about so many.
*/
with

placed as (
    select
        named.council_key,
        named.challenge_id,
        named.challenge_type,
        named.period,
        named.status,
        named.challenges,
        named.qualifier,
        named.savings_gbp,
        named.savings_period,
        named.proof,
        unnest(['all', 'region', 'council_type']) as dimension,
        unnest([null, councils.region, councils.council_type]) as dimension_value,
    from int_named_challenges as named
    left join councils on named.council_id = councils.council_id
),

counted_once as (
    select
        dimension,
        dimension_value,
        challenge_type,
        period,
        status,
        challenge_id,
        max(challenges) as challenges,
        arg_max(qualifier, row(challenges, qualifier = 'exactly', qualifier)) filter (
            where challenges is not null
        ) as qualifier,
        count(distinct council_key) as councils_named,
        max(savings_gbp) filter (where savings_period = 'per_year') as savings_gbp_per_year,
        max(savings_gbp) filter (where savings_period = 'one_off') as savings_gbp_one_off,
        weakest(proof) as proof,
    from placed
    group by all
)

select
    dimension,
    dimension_value,
    challenge_type,
    period,
    status,
    try_cast(sum(challenges) as integer) as challenges,
    case count(distinct qualifier)
        when 0 then null
        when 1 then min(qualifier)
        else 'about'
    end as qualifier,
    -- A council has one row of a type, period and status, so no council is in two challenges here.
    cast(sum(councils_named) as integer) as councils_named,
    try_cast(sum(savings_gbp_per_year) as decimal(18, 2)) as savings_gbp_per_year,
    try_cast(sum(savings_gbp_one_off) as decimal(18, 2)) as savings_gbp_one_off,
    weakest(proof) as proof,
from counted_once
group by all
