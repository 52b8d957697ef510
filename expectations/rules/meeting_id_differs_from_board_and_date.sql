/*
One row: one meeting whose id is not its board and its date.
*/
select
    meeting_id,
    board_id,
    meeting_date,
from meetings
where meeting_id is distinct from board_id || ':' || strftime(meeting_date, '%Y-%m-%d')
order by meeting_id
