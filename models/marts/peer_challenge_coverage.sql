/*
One row: one council that exists at the newest paper's date. Key: council_id.
A challenge that two statements name, with the same type and period, counts once.
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
    from peer_challenges
    where council_id is not null
    group by council_id
)

select
    councils.council_id,
    councils.name,
    councils.region,
    councils.council_type,
    seen.last_period,
    cast(coalesce(seen.challenges_seen, 0) as integer) as challenges_seen,
    seen.council_id is null as never_seen,
from councils
cross join newest
left join seen on councils.council_id = seen.council_id
where
    coalesce(councils.valid_from, newest.newest_date) <= newest.newest_date
    and coalesce(councils.valid_to, newest.newest_date) >= newest.newest_date
