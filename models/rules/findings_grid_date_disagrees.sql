/*
One row: one date in a year's grid that another paper, or another page, gives differently.
*/
select
    'grid_date_disagrees' as rule,
    'meetings' as table_name,
    dates.meeting_id as subject,
    strftime(dates.meeting_date, '%Y-%m-%d') as expected,
    strftime(dates.printed_date, '%Y-%m-%d') as observed,
    statements.paper_id,
    statements.locator,
    statements.quote,
from stg_meeting_dates as dates
inner join stg_meetings as statements
    on dates.board_id = statements.board_id and dates.printed_date = statements.meeting_date
where dates.is_misprint
