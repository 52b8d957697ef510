/*
One row: peer challenges of one period, type and status. Key: period, challenge_type, status.
A statement that two papers make in the same words counts once.
*/
with

statements as (
    select distinct
        council_id,
        council_name,
        challenge_type,
        period,
        challenges,
        status,
        savings_gbp,
        quote,
    from peer_challenges
)

select
    period,
    challenge_type,
    status,
    cast(sum(challenges) as integer) as challenges,
    cast(count(distinct coalesce(council_id, council_name)) as integer) as councils_named,
    cast(sum(savings_gbp) as decimal(18, 2)) as savings_gbp,
from statements
group by all
