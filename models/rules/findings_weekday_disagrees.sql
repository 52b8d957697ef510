/*
One row: one date that does not fall on the weekday printed beside it.
Weekdays are compared by their first three letters, because some are printed short.
*/
select
    'weekday_disagrees' as rule,
    'meetings' as table_name,
    statements.board_id || ':' || strftime(statements.meeting_date, '%Y-%m-%d') as subject,
    dayname(statements.meeting_date) as expected,
    statements.printed_weekday as observed,
    statements.paper_id,
    statements.locator,
    statements.quote,
from stg_meetings as statements
where lower(left(statements.printed_weekday, 3)) <> lower(left(dayname(statements.meeting_date), 3))
