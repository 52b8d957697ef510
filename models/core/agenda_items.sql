/*
One row: one item on a meeting's agenda. Key: meeting_id, item_no.
An agenda decides before a note, and a later paper before an earlier one. Only agendas give the page
and the time. item_order follows the paper that decides for most items of the meeting; items that
only other papers have come after.
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
    inner join int_meeting_dates as dates
        on items.printed_meeting = dates.printed_meeting
    inner join stg_papers as papers_read on items.paper_id = papers_read.paper_id
),

kept as (
    select
        *,
        count(*) over (partition by meeting_id, paper_id, note_kind) as items_of_paper,
    from ranked_items
    where rank = 1
)

select
    kept.meeting_id,
    kept.item_no,
    cast(
        row_number() over (
            partition by kept.meeting_id
            order by
                kept.items_of_paper desc, kept.note_kind, kept.paper_id, kept.place, kept.item_no
        ) as integer
    ) as item_order,
    kept.title,
    kept.first_page,
    kept.start_time,
    kept.is_inferred,
    kept.inference_rule,
    kept.paper_id,
    kept.locator,
    kept.quote,
    meetings.board_name,
    meetings.meeting_date,
    meetings.meeting_year,
    papers.label as paper_label,
from kept
inner join meetings on kept.meeting_id = meetings.meeting_id
inner join papers on kept.paper_id = papers.paper_id
