/*
One row: one meeting whose id is not its board, its date and, if it is not ordinary, its type.
*/
select
    meeting_id,
    board_id,
    meeting_date,
    meeting_type,
from meetings
where
    meeting_id is distinct from concat_ws(
        ':',
        board_id,
        strftime(meeting_date, '%Y-%m-%d'),
        if(meeting_type = 'ordinary', null, meeting_type)
    )
order by meeting_id
