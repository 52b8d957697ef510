/*
One row: one date in a year's grid that another paper, or another page, gives differently.
*/
with

disagreeing as (
    select board_id, printed_date, meeting_date, cast(null as varchar) as paper_id
    from int_meeting_dates
    where is_misprint and printed_type is null
    union
    select board_id, printed_date, meeting_date, paper_id
    from int_shifted_dates
    where
        statement_kind = 'grid'
        and (board_id, printed_date) not in (
            select (misprints.board_id, misprints.printed_date)
            from int_meeting_dates as misprints
            where misprints.is_misprint
        )
)

select
    'grid_date_disagrees' as rule,
    'meetings' as table_name,
    coalesce(
        known.meeting_id, dates.board_id || ':' || strftime(dates.meeting_date, '%Y-%m-%d')
    ) as subject,
    strftime(dates.meeting_date, '%Y-%m-%d') as expected,
    strftime(dates.printed_date, '%Y-%m-%d') as observed,
    statements.paper_id,
    statements.locator,
    statements.quote,
from disagreeing as dates
inner join stg_meetings as statements
    on
        dates.board_id = statements.board_id
        and dates.printed_date = statements.meeting_date
        and coalesce(dates.paper_id, statements.paper_id) = statements.paper_id
left join int_meeting_dates as known
    on
        dates.board_id = known.board_id
        and dates.meeting_date = known.printed_date
        and known.printed_type is null
where statements.statement_kind = 'grid'
