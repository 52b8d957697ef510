/*
One row: one council that exists "today", and what papers say of peer challenges there. Key:
council_id.
The sector has no board, so "today" is the date of the newest paper of those association boards
whose papers mention peer challenges, or of boards that followed them. If no board of the
association mentions any, the other boards that do decide. If no board does, all papers decide.
Of several covering statements the newest is shown. It covers councils that existed when it was
made.
proof is the weakest of the challenges and statements; NULL if papers say nothing of the council.
*/
with

speaking as (
    select
        boards_today.as_of,
        association.name is not null as is_of_association,
    from peer_challenges as statements
    inner join stg_papers as papers_read on statements.paper_id = papers_read.paper_id
    inner join int_board_today as boards_today on papers_read.board_id = boards_today.board_id
    inner join boards on papers_read.board_id = boards.board_id
    left join stg_association as association on boards.body_name = association.name
),

today as (
    select
        coalesce(
            max(as_of) filter (where is_of_association),
            max(as_of),
            (select max(all_papers.meeting_date) from stg_papers as all_papers)
        ) as as_of,
    from speaking
),

existing as (
    select
        councils.council_id,
        councils.name,
        councils.region,
        councils.council_type,
        councils.valid_from,
        today.as_of,
    from councils
    cross join today
    where
        coalesce(councils.valid_from, today.as_of) <= today.as_of
        and coalesce(councils.valid_to, today.as_of) >= today.as_of
),

named as (
    select
        council_id,
        weakest(proof) as proof,
    from int_named_challenges
    where council_id is not null
    group by council_id
),

without_one as (
    select
        council_id,
        weakest(proof) as proof,
    from peer_challenges
    where council_id is not null and status = 'not_had'
    group by council_id
),

covered as (
    select
        existing.council_id,
        arg_max(
            {
                'paper_id': statements.paper_id,
                'locator': statements.locator,
                'quote': statements.quote,
                'proof': statements.proof
            },
            row(statements.recency, statements.locator, statements.quote)
        ) as statement,
    from existing
    inner join int_covering_statements as statements
        on
            existing.council_type = statements.council_type
            and coalesce(existing.valid_from, statements.said_on) <= statements.said_on
    group by existing.council_id
)

select
    existing.council_id,
    existing.name,
    existing.region,
    existing.council_type,
    existing.as_of,
    named.council_id is not null as named_in_papers,
    covered.statement,
    without_one.council_id is not null as said_to_have_had_none,
    named.council_id is null and covered.council_id is null as never_seen,
    less_sure(less_sure(named.proof, without_one.proof), covered.statement.proof) as proof,
from existing
left join named on existing.council_id = named.council_id
left join covered on existing.council_id = covered.council_id
left join without_one on existing.council_id = without_one.council_id
