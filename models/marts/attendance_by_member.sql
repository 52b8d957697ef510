/*
One row: one person's attendance at a board's meetings in a year.
Key: board_id, meeting_year, councillor_id.
A status that was not recorded counts neither as expected nor as absent.
*/
with

counted as (
    select
        attendance.board_id,
        meetings.meeting_year,
        attendance.councillor_id,
        count(*) filter (where attendance.status <> 'not_recorded') as expected,
        count(*) filter (where attendance.status = 'present') as present,
        count(*) filter (where attendance.status = 'apologies') as apologies,
        count(*) filter (where attendance.status = 'absent') as absent,
    from attendance
    inner join meetings on attendance.meeting_id = meetings.meeting_id
    group by all
)

select
    counted.board_id,
    counted.meeting_year,
    counted.councillor_id,
    councillors.name as councillor_name,
    cast(counted.expected as integer) as expected,
    cast(counted.present as integer) as present,
    cast(counted.apologies as integer) as apologies,
    cast(counted.absent as integer) as absent,
    counted.present / nullif(counted.expected, 0) as attendance_rate,
from counted
inner join councillors on counted.councillor_id = councillors.councillor_id
