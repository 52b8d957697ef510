/*
One row: one action without recorded completion. Key: meeting_id, item_no, seq.
The age counts to the date of the newest paper, not to today.
*/
with

newest as (
    select max(meeting_date) as newest_date from papers
)

select
    actions.meeting_id,
    actions.item_no,
    actions.item_title,
    actions.seq,
    actions.text,
    actions.owner,
    cast(date_diff('day', meetings.meeting_date, newest.newest_date) as integer) as age_days,
    actions.paper_id,
    actions.locator,
    actions.quote,
from actions
inner join meetings on actions.meeting_id = meetings.meeting_id
cross join newest
where actions.progress is null
