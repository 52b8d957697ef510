/*
One row: one open action that stands in no meeting's note.
*/
select
    open_actions.paper_id,
    open_actions.locator,
    open_actions.meeting_id,
    open_actions.item_no,
    open_actions.seq,
    open_actions.text,
from open_actions
anti join actions
    on
        open_actions.meeting_id = actions.meeting_id
        and open_actions.item_no is not distinct from actions.item_no
        and open_actions.seq = actions.seq
        and open_actions.text = actions.text
order by all
