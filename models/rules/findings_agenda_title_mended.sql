/*
One row: one item whose title is damaged in the agenda and was taken from the report of the item.
*/
select
    'agenda_title_mended' as rule,
    'agenda_items' as table_name,
    item_no as subject,
    title as expected,
    quote as observed,
    paper_id,
    locator,
    quote,
from stg_agenda_items
where inference_rule = 'title_from_heading'
