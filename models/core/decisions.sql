/*
One row: one decision in a meeting's note, in its words. Key: meeting_id, item_no, seq.
A note that is printed in two papers counts once: the later paper decides for the whole meeting.
*/
with

ranked_decisions as (
    select
        dates.meeting_id,
        statements.*,
        dense_rank() over (
            partition by dates.meeting_id order by papers_read.recency desc
        ) as paper_rank,
    from stg_decisions as statements
    inner join stg_meeting_dates as dates
        on statements.board_id = dates.board_id and statements.meeting_date = dates.printed_date
    inner join stg_papers as papers_read on statements.paper_id = papers_read.paper_id
)

select
    meeting_id,
    item_no,
    item_title,
    cast(
        row_number() over (partition by meeting_id, item_no order by seq, place, text) as integer
    ) as seq,
    text,
    paper_id,
    locator,
    quote,
from ranked_decisions
where paper_rank = 1
