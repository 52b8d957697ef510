/*
One row: one open action that is in no meeting's note, or whose owner its action does not name.
*/
with

-- Apart, because a join by more than equal columns would compare every action with every other.
noted as (
    select
        open_actions.meeting_id,
        open_actions.item_no,
        open_actions.seq,
        open_actions.text,
        open_actions.owner,
    from open_actions
    inner join actions
        on
            open_actions.meeting_id = actions.meeting_id
            and open_actions.item_no is not distinct from actions.item_no
            and open_actions.seq = actions.seq
            and open_actions.text = actions.text
    where
        contains(coalesce(actions.owner, ''), coalesce(open_actions.owner, ''))
        and (open_actions.owner is null) = (actions.owner is null)
)

select
    open_actions.paper_id,
    open_actions.locator,
    open_actions.meeting_id,
    open_actions.item_no,
    open_actions.seq,
    open_actions.text,
from open_actions
anti join noted
    on
        open_actions.meeting_id = noted.meeting_id
        and open_actions.item_no is not distinct from noted.item_no
        and open_actions.seq = noted.seq
        and open_actions.text = noted.text
        and open_actions.owner is not distinct from noted.owner
order by all
