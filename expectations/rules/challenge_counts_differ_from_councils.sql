/*
One row: one count of peer challenges that does not follow from the challenges by council.
A joint challenge has several rows there and counts once. So there are no more challenges than rows,
and no more saved than the rows add up to. Without joint challenges both are equal. In the summary a
number for the sector, and a saving, may be greater.
*/
with

named as (
    select
        unnest(
            [
                'peer_challenges_by_region',
                'peer_challenges_by_council_type',
                'peer_challenge_summary'
            ]
        ) as checked_table,
        unnest([region, council_type, null]) as key_value,
        challenge_type,
        period,
        status,
        council_name,
        challenges,
        joint_with,
        if(savings_period = 'per_year', savings_gbp, null) as savings_gbp_per_year,
    from peer_challenges_by_council
),

added as (
    select
        checked_table,
        key_value,
        challenge_type,
        period,
        status,
        count(distinct council_name) as councils_named,
        sum(challenges) as most_challenges,
        coalesce(sum(challenges) filter (where joint_with is null), 0) as least_challenges,
        sum(savings_gbp_per_year) as most_saved,
        sum(savings_gbp_per_year) filter (where joint_with is null) as least_saved,
    from named
    group by all
),

marts as (
    select
        'peer_challenges_by_region' as checked_table,
        region as key_value,
        challenge_type,
        period,
        status,
        challenges as challenges_named,
        challenges,
        councils_named,
        savings_gbp_per_year,
    from peer_challenges_by_region
    union all
    select
        'peer_challenges_by_council_type' as checked_table,
        council_type as key_value,
        challenge_type,
        period,
        status,
        challenges as challenges_named,
        challenges,
        councils_named,
        savings_gbp_per_year,
    from peer_challenges_by_council_type
    union all
    select
        'peer_challenge_summary' as checked_table,
        null as key_value,
        challenge_type,
        period,
        status,
        challenges_named,
        challenges,
        councils_named,
        null as savings_gbp_per_year,
    from peer_challenge_summary
    where councils_named > 0
)

select
    coalesce(marts.checked_table, added.checked_table) as checked_table,
    coalesce(marts.key_value, added.key_value) as key_value,
    coalesce(marts.challenge_type, added.challenge_type) as challenge_type,
    coalesce(marts.period, added.period) as period,
    coalesce(marts.status, added.status) as status,
    marts.challenges,
    added.least_challenges,
    added.most_challenges,
    marts.councils_named,
    added.councils_named as councils_listed,
    marts.savings_gbp_per_year,
    added.most_saved,
from marts
full join added
    on
        marts.checked_table = added.checked_table
        and marts.key_value is not distinct from added.key_value
        and marts.challenge_type = added.challenge_type
        and marts.period is not distinct from added.period
        and marts.status = added.status
where
    marts.councils_named is distinct from added.councils_named
    or marts.challenges_named > added.most_challenges
    or marts.challenges_named < added.least_challenges
    or marts.challenges < marts.challenges_named
    or marts.savings_gbp_per_year > added.most_saved
    or marts.savings_gbp_per_year < added.least_saved
order by all
