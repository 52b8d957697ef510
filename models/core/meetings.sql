/*
One row: one meeting of a board, held or announced. Key: meeting_id.
A meeting was held if any statement says so, or if anyone is recorded as present. Otherwise it was
cancelled or postponed if a paper says so, and the latest such paper decides. Otherwise it is
announced. Time and place come from the meeting's own papers before announcements, and from
announcements before a year's grid. The day is agreed if two papers give it, or if one paper gives
it in two ways, such as a note and a year's grid.
*/
with

ranked_statements as (
    select
        dates.meeting_id,
        statements.paper_id,
        statements.statement_kind,
        statements.start_time,
        statements.venue,
        statements.status,
        row(
            case statements.statement_kind
                when 'own' then 1
                when 'note' then 2
                when 'next' then 3
                when 'previous' then 4
                else 5
            end,
            -papers_read.recency,
            statements.place
        ) as rank,
        row(-papers_read.recency, statements.place) as recency_rank,
    from stg_meetings as statements
    inner join int_meeting_dates as dates
        on statements.printed_meeting = dates.printed_meeting
    inner join stg_papers as papers_read on statements.paper_id = papers_read.paper_id
),

stated as (
    select
        meeting_id,
        arg_min(start_time, rank) filter (where start_time is not null) as start_time,
        arg_min(venue, rank) filter (where venue is not null) as venue,
        bool_or(status = 'held') as is_held,
        arg_min(status, recency_rank) filter (
            where status in ('cancelled', 'postponed')
        ) as fallen_through,
        count(distinct row(paper_id, statement_kind)) as sources,
    from ranked_statements
    group by meeting_id
),

attended as (
    select distinct dates.meeting_id
    from int_attendance as statements
    inner join int_meeting_dates as dates
        on statements.printed_meeting = dates.printed_meeting
    where statements.status = 'present'
),

days as (
    select distinct
        meeting_id,
        board_id,
        meeting_date,
        meeting_type,
        year(meeting_date) - if(month(meeting_date) < 9, 1, 0) as first_year,
    from int_meeting_dates
    where is_stated
)

select
    days.meeting_id,
    days.board_id,
    boards.name as board_name,
    days.meeting_date,
    days.meeting_type,
    stated.start_time,
    stated.venue,
    days.first_year || '/' || lpad(cast((days.first_year + 1) % 100 as varchar), 2, '0')
        as meeting_year,
    case
        when stated.is_held or attended.meeting_id is not null then 'held'
        else coalesce(stated.fallen_through, 'announced')
    end as status,
    if(stated.sources > 1, 'agreed', 'single') as proof,
from days
inner join boards on days.board_id = boards.board_id
left join stated on days.meeting_id = stated.meeting_id
left join attended on days.meeting_id = attended.meeting_id
