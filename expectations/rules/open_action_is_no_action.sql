/*
One row: one open action that is in no meeting's note, or whose owner its action does not name.
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
        and contains(coalesce(actions.owner, ''), coalesce(open_actions.owner, ''))
        and (open_actions.owner is null) = (actions.owner is null)
order by all
