/*
One row: one peer challenge of one named council, however many statements mention it. Key:
council_key, challenge_type, period, status.
challenge_id is made of the councils that shared the challenge, so a joint challenge has the same id
in each of their rows. If several statements mention it, one that says who shared it comes first,
then one that gives its saving, then the newest paper's. A statement that a council has had none is
not a challenge.
*/
with

named as (
    select
        statements.*,
        coalesce(statements.council_id, statements.council_name) as council_key,
        papers_read.meeting_date as seen_on,
        papers_read.recency,
    from peer_challenges as statements
    inner join stg_papers as papers_read on statements.paper_id = papers_read.paper_id
    where statements.council_name is not null and statements.status <> 'not_had'
),

shared as (
    select
        *,
        if(
            joint_no is null,
            [council_key],
            list_sort(
                list_distinct(
                    list(council_key) over (
                        partition by
                            paper_id, locator, quote, challenge_type, period, status, joint_no
                    )
                )
            )
        ) as council_keys,
        max(seen_on) over (
            partition by council_key, challenge_type, period, status
        ) as last_seen_on,
    from named
)

select
    council_key,
    council_id,
    council_name,
    challenge_type,
    period,
    status,
    array_to_string(council_keys, '+') as challenge_id,
    len(council_keys) > 1 as is_joint,
    challenges,
    qualifier,
    savings_gbp,
    savings_period,
    last_seen_on,
    recency,
    paper_id,
    locator,
    quote,
    proof,
from shared
qualify row_number() over (
    partition by council_key, challenge_type, period, status
    order by
        len(council_keys) desc, savings_gbp is null, recency desc, savings_gbp desc, locator, quote
) = 1
