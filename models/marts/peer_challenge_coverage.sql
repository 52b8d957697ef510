/*
One row: one council that exists at the newest paper's date. Key: council_id.
A challenge that two statements name, with the same type and period, counts once. The last is that
of the latest period; statements without a period come before all, by their papers' dates.
What a council took over from others, and their challenges, are counted apart: they were challenges
of another body.
*/
with

newest as (
    select max(meeting_date) as newest_date from papers
),

seen as (
    select
        council_id,
        max(period) as last_period,
        count(distinct row(challenge_type, period)) as challenges_seen,
        max(last_seen_on) as last_seen_on,
    from stg_named_challenges
    where council_id is not null
    group by council_id
),

latest as (
    select
        council_id,
        challenge_type,
        status,
        paper_id,
        locator,
        quote,
    from stg_named_challenges
    where council_id is not null
    qualify row_number() over (
        partition by council_id
        order by
            period desc nulls last, recency desc, status, challenge_type, paper_id, locator, quote
    ) = 1
),

taken_over as (
    select
        successions.successor_council_id as council_id,
        sum(seen.challenges_seen) as challenges_of_predecessors,
    from council_successions as successions
    inner join seen on successions.council_id = seen.council_id
    group by successions.successor_council_id
)

select
    councils.council_id,
    councils.name,
    councils.region,
    councils.council_type,
    seen.last_period,
    cast(coalesce(seen.challenges_seen, 0) as integer) as challenges_seen,
    seen.council_id is null as never_seen,
    latest.challenge_type as last_challenge_type,
    latest.status as last_status,
    seen.last_seen_on,
    cast(coalesce(taken_over.challenges_of_predecessors, 0) as integer)
        as challenges_of_predecessors,
    latest.paper_id,
    latest.locator,
    latest.quote,
from councils
cross join newest
left join seen on councils.council_id = seen.council_id
left join latest on councils.council_id = latest.council_id
left join taken_over on councils.council_id = taken_over.council_id
where
    coalesce(councils.valid_from, newest.newest_date) <= newest.newest_date
    and coalesce(councils.valid_to, newest.newest_date) >= newest.newest_date
