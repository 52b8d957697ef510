/*
One row: one announcement of a board's next meeting at another place than the meeting was held at.
Two places differ where no word of four letters or more is in both: rooms of one house do not.
*/
with

venues as (
    select
        dates.meeting_id,
        statements.statement_kind = 'next' as is_announcement,
        statements.venue,
        regexp_extract_all(lower(statements.venue), '[\p{L}\p{M}]{4,}') as words,
        statements.paper_id,
        statements.locator,
        statements.quote,
    from stg_meetings as statements
    inner join stg_meeting_dates as dates
        on statements.printed_meeting = dates.printed_meeting
    where statements.venue is not null and statements.statement_kind in ('own', 'note', 'next')
)

select
    'announced_venue_disagrees' as rule,
    'meetings' as table_name,
    announced.meeting_id as subject,
    min(held.venue) as expected,
    announced.venue as observed,
    announced.paper_id,
    announced.locator,
    announced.quote,
from venues as announced
inner join venues as held on announced.meeting_id = held.meeting_id
where announced.is_announcement and not held.is_announcement
group by all
having
    count(*) filter (where list_has_any(announced.words, held.words)) = 0
    and len(announced.words) > 0
    and min(len(held.words)) > 0
