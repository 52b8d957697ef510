/*
One row: one date that papers print for a meeting of a board. Key: board_id, printed_date.
meeting_date is the day of the meeting that is meant: the printed date, but for a date that only
year's grids give and that lies within three days of one that another statement of the board gives.
A board that meets twice in three days has two columns in its grid; else such a date is a misprint.
*/
with

statements as (
    select
        board_id,
        meeting_date,
        statement_kind <> 'grid' as is_firm,
    from stg_meetings
    union all
    select
        board_id,
        meeting_date,
        evidence_kind <> 'grid' as is_firm,
    from stg_attendance
    union all
    select board_id, meeting_date, true as is_firm from stg_officer_attendance
    union all
    select board_id, meeting_date, true as is_firm from stg_agenda_items
    union all
    select board_id, meeting_date, true as is_firm from stg_decisions
    union all
    select board_id, meeting_date, true as is_firm from stg_actions
),

printed_dates as (
    select
        board_id,
        meeting_date as printed_date,
        bool_or(is_firm) as is_firm,
    from statements
    where meeting_date is not null
    group by all
),

neighbours as (
    select distinct
        one.board_id,
        one.meeting_date as printed_date,
        other.meeting_date,
    from stg_meetings as one
    inner join stg_meetings as other
        on one.paper_id = other.paper_id and one.board_id = other.board_id
    where one.statement_kind = 'grid' and other.statement_kind = 'grid'
),

nearest as (
    select
        loose.board_id,
        loose.printed_date,
        arg_min(
            firm.printed_date,
            row(abs(date_diff('day', loose.printed_date, firm.printed_date)), firm.printed_date)
        ) as meeting_date,
    from printed_dates as loose
    inner join printed_dates as firm
        on
            loose.board_id = firm.board_id
            and abs(date_diff('day', loose.printed_date, firm.printed_date)) <= 3
    anti join neighbours
        on
            loose.board_id = neighbours.board_id
            and loose.printed_date = neighbours.printed_date
            and firm.printed_date = neighbours.meeting_date
    where not loose.is_firm and firm.is_firm
    group by all
)

select
    printed_dates.board_id,
    printed_dates.printed_date,
    coalesce(nearest.meeting_date, printed_dates.printed_date) as meeting_date,
    nearest.meeting_date is not null as is_misprint,
    printed_dates.board_id
    || ':'
    || strftime(coalesce(nearest.meeting_date, printed_dates.printed_date), '%Y-%m-%d')
        as meeting_id,
from printed_dates
left join nearest
    on
        printed_dates.board_id = nearest.board_id
        and printed_dates.printed_date = nearest.printed_date
