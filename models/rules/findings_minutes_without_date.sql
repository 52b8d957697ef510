/*
One row: one paper with rows of a meeting whose date could not be read. Of the published tables,
only attendance_evidence has such rows.
*/
with

undated as (
    select 'agenda_items' as table_name, paper_id, locator, quote, place
    from stg_agenda_items
    where meeting_date is null
    union all by name
    select 'decisions' as table_name, paper_id, locator, quote, place
    from stg_decisions
    where meeting_date is null
    union all by name
    select 'actions' as table_name, paper_id, locator, quote, place
    from stg_actions
    where meeting_date is null
    union all by name
    select 'officer_attendance' as table_name, paper_id, locator, quote, place
    from stg_officer_attendance
    where meeting_date is null
    union all by name
    select 'attendance' as table_name, paper_id, locator, quote, place
    from int_attendance
    where meeting_date is null and evidence_kind <> 'grid'
)

select
    'minutes_without_date' as rule,
    table_name,
    table_name as subject,
    'the date of the meeting' as expected,
    count(*) || ' rows without one' as observed,
    paper_id,
    arg_min(locator, row(place, quote)) as locator,
    arg_min(quote, row(place, quote)) as quote,
from undated
group by table_name, paper_id
