/*
One row: one passage of a paper. Key: paper_id, passage_no.
The meeting is the one whose note the passage is in, or else the paper's own.
*/
select
    passages_read.paper_id,
    passages_read.passage_no,
    passages_read.page_no,
    passages_read.locator,
    passages_read.kind,
    passages_read.heading,
    meetings.meeting_id,
    if(meetings.meeting_id is null, null, passages_read.item_no) as item_no,
    passages_read.text,
    passages_read.block_no,
    passages_read.cells,
from stg_passages as passages_read
left join int_meeting_dates as dates
    on passages_read.printed_meeting = dates.printed_meeting
left join meetings on dates.meeting_id = meetings.meeting_id
