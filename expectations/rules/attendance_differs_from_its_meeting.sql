/*
One row: one attendance whose board or date is not that of its meeting.
*/
select
    attendance.paper_id,
    attendance.locator,
    attendance.meeting_id,
    attendance.councillor_id,
    attendance.board_id,
    attendance.meeting_date,
from attendance
inner join meetings on attendance.meeting_id = meetings.meeting_id
where
    attendance.board_id is distinct from meetings.board_id
    or attendance.meeting_date is distinct from meetings.meeting_date
order by attendance.meeting_id, attendance.councillor_id
