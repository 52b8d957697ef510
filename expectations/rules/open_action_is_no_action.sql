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
where not exists (
    select 1
    from actions
    where
        actions.meeting_id = open_actions.meeting_id
        and actions.item_no is not distinct from open_actions.item_no
        and actions.seq = open_actions.seq
        and actions.text = open_actions.text
)
order by all
