/*
One row: one meeting whose items are not numbered 1, 2, 3 in item_order.
*/
select
    meeting_id,
    count(*) as items,
    min(item_order) as lowest,
    max(item_order) as highest,
from agenda_items
group by meeting_id
having
    count(*) is distinct from count(distinct item_order)
    or min(item_order) is distinct from 1
    or max(item_order) is distinct from count(*)
order by meeting_id
