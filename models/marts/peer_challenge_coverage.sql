/*
One row: one council that exists at as_of, and whether papers say that it had a peer challenge. Key:
council_id.
The mart is about the sector, which has no board of its own. So as_of is the date of the newest
paper of the boards whose papers mention peer challenges, or of boards that followed them.
never_seen is true for a council that is neither named nor covered by a statement that all of its
type have had one. A statement that a council has had none names no challenge.
A challenge that two statements name, with the same type and period, counts once. The last challenge
is that of the period that ends last. Statements without a period come before all others, in the
order of their papers' dates.
What a council took over from others, and their challenges, are counted apart: they were challenges
of another body.
*/
with

seen as (
    select
        council_id,
        -- 2012/13-2015/16 ends after 2014/15.
        arg_max(period, row(right(period, 7), period)) as last_period,
        count(distinct row(challenge_type, period)) as challenges_seen,
        max(last_seen_on) as last_seen_on,
    from int_named_challenges
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
    from int_named_challenges
    where council_id is not null
    qualify row_number() over (
        partition by council_id
        order by
            right(period, 7) desc nulls last, period desc, recency desc, status, challenge_type,
            paper_id, locator, quote
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
    coverage.council_id,
    coverage.name,
    coverage.region,
    coverage.council_type,
    seen.last_period,
    cast(coalesce(seen.challenges_seen, 0) as integer) as challenges_seen,
    coverage.named_in_papers,
    coverage.statement.quote as covered_by_statement,
    coverage.said_to_have_had_none,
    coverage.never_seen,
    coverage.as_of,
    latest.challenge_type as last_challenge_type,
    latest.status as last_status,
    seen.last_seen_on,
    cast(coalesce(taken_over.challenges_of_predecessors, 0) as integer)
        as challenges_of_predecessors,
    coverage.statement.paper_id as covered_by_paper_id,
    coverage.statement.locator as covered_by_locator,
    latest.paper_id,
    latest.locator,
    latest.quote,
    coverage.proof,
from int_challenge_coverage as coverage
left join seen on coverage.council_id = seen.council_id
left join latest on coverage.council_id = latest.council_id
left join taken_over on coverage.council_id = taken_over.council_id
