/*
One row: one announcement of a board's next meeting at another place than where it was held.
Two places differ if they have no word of four letters or more in common: rooms of one house have
one.
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
    inner join int_meeting_dates as dates
        on statements.printed_meeting = dates.printed_meeting
    where statements.venue is not null and statements.statement_kind in ('own', 'note', 'next')
),

held as (
    select
        meeting_id,
        min(venue) as venue,
    from venues
    where not is_announcement
    group by meeting_id
    having min(len(words)) > 0
),

words_held as (
    select distinct
        meeting_id,
        unnest(words) as word,
    from venues
    where not is_announcement
),

words_announced as (
    select distinct
        meeting_id,
        venue,
        unnest(words) as word,
    from venues
    where is_announcement
),

same_places as (
    select distinct
        announced.meeting_id,
        announced.venue,
    from words_announced as announced
    inner join words_held
        on announced.meeting_id = words_held.meeting_id and announced.word = words_held.word
)

select distinct
    'announced_venue_disagrees' as rule,
    'meetings' as table_name,
    announced.meeting_id as subject,
    held.venue as expected,
    announced.venue as observed,
    announced.paper_id,
    announced.locator,
    announced.quote,
from venues as announced
inner join held on announced.meeting_id = held.meeting_id
anti join same_places
    on announced.meeting_id = same_places.meeting_id and announced.venue = same_places.venue
where announced.is_announcement and len(announced.words) > 0
