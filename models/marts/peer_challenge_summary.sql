/*
One row: peer challenges of one period, type and status. Key: period, challenge_type, status.
A number for the sector and the councils that papers name are not added up, because the named
councils are most likely part of that number. The greater of the two is used, and the row shows
both. Of several numbers for the sector, later ones repeat or continue earlier ones, so the greatest
is used, with its qualifier. Savings work the same way, for each kind; savings_gbp adds what was
saved once to what one year saves.
*/
with

stated as (
    select
        period,
        challenge_type,
        status,
        max(challenges) as challenges,
        arg_max(qualifier, row(challenges, qualifier = 'exactly', qualifier)) filter (
            where challenges is not null
        ) as qualifier,
        max(savings_gbp) filter (where savings_period = 'per_year') as savings_gbp_per_year,
        max(savings_gbp) filter (where savings_period = 'one_off') as savings_gbp_one_off,
        weakest(proof) as proof,
    from peer_challenges
    where council_name is null and status <> 'not_had'
    group by all
),

named as (
    select
        period,
        challenge_type,
        status,
        challenges,
        qualifier,
        councils_named,
        savings_gbp_per_year,
        savings_gbp_one_off,
        proof,
    from int_challenge_counts
    where dimension = 'all'
),

together as (
    select
        coalesce(stated.period, named.period) as period,
        coalesce(stated.challenge_type, named.challenge_type) as challenge_type,
        coalesce(stated.status, named.status) as status,
        stated.challenges as challenges_stated,
        named.challenges as challenges_named,
        if(
            named.challenges is null or stated.challenges >= named.challenges,
            stated.qualifier,
            named.qualifier
        ) as qualifier,
        coalesce(named.councils_named, 0) as councils_named,
        greatest(
            stated.savings_gbp_per_year, named.savings_gbp_per_year
        ) as savings_gbp_per_year,
        greatest(stated.savings_gbp_one_off, named.savings_gbp_one_off) as savings_gbp_one_off,
        less_sure(stated.proof, named.proof) as proof,
    from stated
    full join named
        on
            stated.period is not distinct from named.period
            and stated.challenge_type = named.challenge_type
            and stated.status = named.status
)

select
    period,
    challenge_type,
    status,
    try_cast(greatest(challenges_stated, challenges_named) as integer) as challenges,
    qualifier,
    cast(councils_named as integer) as councils_named,
    cast(
        coalesce(
            savings_gbp_per_year + savings_gbp_one_off, savings_gbp_per_year, savings_gbp_one_off
        ) as decimal(18, 2)
    ) as savings_gbp,
    try_cast(challenges_stated as integer) as challenges_stated,
    try_cast(challenges_named as integer) as challenges_named,
    try_cast(savings_gbp_per_year as decimal(18, 2)) as savings_gbp_per_year,
    try_cast(savings_gbp_one_off as decimal(18, 2)) as savings_gbp_one_off,
    proof,
from together
