/*
One row: one report of progress that files an action under another item than the meeting's note.
Two actions are one where their words are; short ones ("To note") stand under many items.
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
    inner join stg_meeting_dates as dates
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
)

select
    'action_item_disagrees' as rule,
    'actions' as table_name,
    reports.action_text as subject,
    'item ' || min(noted.item_no) as expected,
    'item ' || reports.item_no as observed,
    reports.paper_id,
    reports.locator,
    reports.quote,
from reports
inner join noted
    on reports.meeting_id = noted.meeting_id and reports.folded_text = noted.folded_text
group by
    reports.action_text, reports.item_no, reports.paper_id, reports.locator, reports.quote
having not bool_or(noted.item_no = reports.item_no)
