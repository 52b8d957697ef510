/*
One row: one person's seat on a board in a year, from membership lists. Key: board_id, meeting_year,
councillor_id.
The later paper decides; within one paper the weightier role.
*/
with

ranked_seats as (
    select
        seats.*,
        row_number() over (
            partition by seats.board_id, seats.meeting_year, seats.councillor_id
            order by
                papers_read.recency desc,
                weights.weight,
                seats.place,
                seats.quote
        ) as rank,
    from int_board_memberships as seats
    inner join stg_papers as papers_read on seats.paper_id = papers_read.paper_id
    left join stg_role_weights as weights on seats.role = weights.role
)

select
    board_id,
    meeting_year,
    councillor_id,
    council_id,
    council_name,
    party,
    political_group,
    role,
    is_inferred,
    inference_rule,
    paper_id,
    locator,
    quote,
from ranked_seats
where rank = 1
