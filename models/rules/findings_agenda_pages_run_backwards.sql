/*
One row: one item of an agenda whose page is out of order with those above and below it.
If a page comes before that of the item above, the item above is at fault if the rest is in order
only without it. Otherwise the item itself is at fault.
*/
with

items as (
    select
        paper_id,
        board_id,
        meeting_date,
        place,
        first_page,
        {
            'item': concat_ws(' ', item_no, title),
            'page': first_page,
            'locator': locator,
            'quote': quote
        } as item,
    from stg_agenda_items
    where note_kind = 'agenda' and first_page is not null
),

neighbours as (
    select
        paper_id,
        item,
        lag(item) over agenda as above,
        lag(item, 2) over agenda as two_above,
        lead(item) over agenda as below,
    from items
    window agenda as (
        partition by paper_id, board_id, meeting_date
        order by place, item
    )
),

faults as (
    select
        paper_id,
        above.page as page_above,
        item.page as page_below,
        if(
            coalesce(two_above.page, 0) <= item.page and above.page > below.page, above, item
        ) as fault,
    from neighbours
    where item.page < above.page
)

select
    'agenda_pages_run_backwards' as rule,
    'agenda_items' as table_name,
    fault['item'] as subject,
    if(fault['page'] = page_above, 'at most ' || page_below, 'at least ' || page_above)
        as expected,
    cast(fault['page'] as varchar) as observed,
    paper_id,
    fault['locator'] as locator,
    fault['quote'] as quote,
from faults
