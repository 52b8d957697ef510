/*
One row: one item on a meeting's agenda. Key: meeting_id, item_no.
An agenda decides before a note, a later paper before an earlier one; page and time stand in
agendas only.
*/
with

ranked_items as (
    select
        dates.meeting_id,
        items.*,
        row_number() over (
            partition by dates.meeting_id, items.item_no
            order by
                items.note_kind = 'agenda' desc,
                papers_read.recency desc,
                items.place,
                items.title
        ) as rank,
    from stg_agenda_items as items
    inner join stg_meeting_dates as dates
        on items.board_id = dates.board_id and items.meeting_date = dates.printed_date
    inner join stg_papers as papers_read on items.paper_id = papers_read.paper_id
)

select
    meeting_id,
    item_no,
    title,
    first_page,
    start_time,
    is_inferred,
    inference_rule,
    paper_id,
    locator,
    quote,
from ranked_items
where rank = 1
