/*
One row: one announcement of a board's next meeting that the paper of that meeting, or the year's
grid, contradicts: on another day, or at another hour of the same day.
The announcement is at fault, because the later paper knows better.
*/
with

hours as (
    select
        dates.meeting_id,
        min(statements.start_time) as start_time,
    from stg_meetings as statements
    inner join int_meeting_dates as dates
        on statements.printed_meeting = dates.printed_meeting
    where statements.statement_kind in ('own', 'note')
    group by all
),

compared as (
    select
        announced.board_id,
        dates.meeting_id,
        coalesce(shifted.meeting_date, announced.meeting_date) as held_date,
        hours.start_time as held_time,
        announced.meeting_date,
        announced.start_time,
        announced.paper_id,
        announced.locator,
        announced.quote,
    from stg_meetings as announced
    left join int_shifted_dates as shifted
        on
            announced.paper_id = shifted.paper_id
            and announced.locator = shifted.locator
            and announced.statement_kind = shifted.statement_kind
            and announced.meeting_date = shifted.printed_date
    left join int_meeting_dates as dates
        on
            announced.board_id = dates.board_id
            and coalesce(shifted.meeting_date, announced.meeting_date) = dates.printed_date
            and dates.printed_type is null
    left join hours on dates.meeting_id = hours.meeting_id
    where announced.statement_kind = 'next'
)

select
    'announced_meeting_disagrees' as rule,
    'meetings' as table_name,
    coalesce(meeting_id, board_id || ':' || strftime(held_date, '%Y-%m-%d')) as subject,
    concat_ws(
        ' ', strftime(held_date, '%Y-%m-%d'), left(cast(held_time as varchar), 5)
    ) as expected,
    concat_ws(
        ' ', strftime(meeting_date, '%Y-%m-%d'), left(cast(start_time as varchar), 5)
    ) as observed,
    paper_id,
    locator,
    quote,
from compared
where meeting_date <> held_date or start_time <> held_time
