/*
One row: one decision in a meeting's note, in the note's own words. Key: meeting_id, item_no, seq.
A note that is printed in two papers counts once: the later paper decides for the whole meeting.
A decision that two places give in the same words is agreed.
*/
with

ranked_decisions as (
    select
        dates.meeting_id,
        statements.*,
        dense_rank() over (
            partition by dates.meeting_id order by papers_read.recency desc
        ) as paper_rank,
        confirmed(
            strongest(statements.proof) over same_words,
            min(statements.paper_id || statements.locator) over same_words,
            max(statements.paper_id || statements.locator) over same_words
        ) as words_proof,
    from stg_decisions as statements
    inner join int_meeting_dates as dates
        on statements.printed_meeting = dates.printed_meeting
    inner join stg_papers as papers_read on statements.paper_id = papers_read.paper_id
    window
        same_words as (
            partition by dates.meeting_id, statements.item_no, statements.text
        )
)

select
    ranked_decisions.meeting_id,
    ranked_decisions.item_no,
    ranked_decisions.item_title,
    cast(
        row_number() over (
            partition by ranked_decisions.meeting_id, ranked_decisions.item_no
            order by ranked_decisions.seq, ranked_decisions.place, ranked_decisions.text
        ) as integer
    ) as seq,
    ranked_decisions.text,
    ranked_decisions.paper_id,
    ranked_decisions.locator,
    ranked_decisions.quote,
    meetings.board_name,
    meetings.meeting_date,
    meetings.meeting_year,
    papers.label as paper_label,
    ranked_decisions.words_proof as proof,
from ranked_decisions
inner join meetings on ranked_decisions.meeting_id = meetings.meeting_id
inner join papers on ranked_decisions.paper_id = papers.paper_id
where ranked_decisions.paper_rank = 1
