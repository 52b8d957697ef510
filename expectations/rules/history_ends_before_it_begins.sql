/*
One row: one stretch of years whose last year is before its first.
*/
select
    councillor_id,
    board_id,
    from_meeting_year,
    to_meeting_year,
from councillor_history
where to_meeting_year < from_meeting_year
order by all
