/*
One row: one announcement of a board's next meeting that the paper of that meeting contradicts: on
another day within a week, or at another hour of the same day.
The announcement is the one at fault, because the later paper knows better.
*/
with

announced as (
    select * from stg_meetings
    where statement_kind = 'next'
),

held as (
    select
        board_id,
        meeting_date,
        min(start_time) as start_time,
    from stg_meetings
    where statement_kind in ('own', 'note')
    group by all
),

nearest as (
    select
        announced.*,
        held.meeting_date as held_date,
        held.start_time as held_time,
    from announced
    inner join held
        on
            announced.board_id = held.board_id
            and abs(date_diff('day', announced.meeting_date, held.meeting_date)) <= 7
    qualify row_number() over (
        partition by announced.paper_id, announced.locator, announced.meeting_date
        order by
            abs(date_diff('day', announced.meeting_date, held.meeting_date)),
            held.meeting_date
    ) = 1
)

select
    'announced_meeting_disagrees' as rule,
    'meetings' as table_name,
    board_id || ':' || strftime(held_date, '%Y-%m-%d') as subject,
    concat_ws(
        ' ', strftime(held_date, '%Y-%m-%d'), left(cast(held_time as varchar), 5)
    ) as expected,
    concat_ws(
        ' ', strftime(meeting_date, '%Y-%m-%d'), left(cast(start_time as varchar), 5)
    ) as observed,
    paper_id,
    locator,
    quote,
from nearest
where meeting_date <> held_date or start_time <> held_time
