/*
One row: one report of progress that puts an action under another item than the meeting's note does.
Two actions are the same if their words are; short ones ("To note") are under many items.
*/
with

reports as (
    select
        statements.*,
        dates.meeting_id,
        lower(
            trim(regexp_replace(statements.action_text, '[^\p{L}\p{M}\p{N}]+', ' ', 'g'))
        ) as folded_text,
    from stg_action_progress as statements
    inner join int_meeting_dates as dates
        on statements.printed_meeting = dates.printed_meeting
    where len(string_split(statements.action_text, ' ')) >= 6
),

noted as (
    select
        meeting_id,
        item_no,
        lower(
            trim(regexp_replace(text, '[^\p{L}\p{M}\p{N}]+', ' ', 'g'))
        ) as folded_text,
    from actions
    where item_no is not null
),

first_noted as (
    select
        meeting_id,
        folded_text,
        min(item_no) as item_no,
    from noted
    group by all
)

select distinct
    'action_item_disagrees' as rule,
    'actions' as table_name,
    reports.action_text as subject,
    'item ' || first_noted.item_no as expected,
    'item ' || reports.item_no as observed,
    reports.paper_id,
    reports.locator,
    reports.quote,
from reports
inner join first_noted
    on
        reports.meeting_id = first_noted.meeting_id
        and reports.folded_text = first_noted.folded_text
anti join noted
    on
        reports.meeting_id = noted.meeting_id
        and reports.folded_text = noted.folded_text
        and reports.item_no = noted.item_no
where reports.item_no is not null
