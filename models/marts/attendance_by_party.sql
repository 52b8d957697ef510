/*
One row: attendance at a board's meetings in a year by political_group.
Key: board_id, meeting_year, political_group.
Each person at each meeting counts once; a status that was not recorded counts neither as
expected nor as absent. The row without political_group holds those for whom none is known.
*/
with

counted as (
    select
        attendance.board_id,
        meetings.meeting_year,
        attendance.political_group,
        count(*) filter (where attendance.status <> 'not_recorded') as expected,
        count(*) filter (where attendance.status = 'present') as present,
        count(*) filter (where attendance.status = 'apologies') as apologies,
        count(*) filter (where attendance.status = 'absent') as absent,
    from attendance
    inner join meetings on attendance.meeting_id = meetings.meeting_id
    group by all
)

select
    board_id,
    meeting_year,
    political_group,
    cast(expected as integer) as expected,
    cast(present as integer) as present,
    cast(apologies as integer) as apologies,
    cast(absent as integer) as absent,
    present / nullif(expected, 0) as attendance_rate,
from counted
