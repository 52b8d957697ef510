/*
One row: attendance in a year at the meetings of a board, whatever it was called.
Key: lineage_id, meeting_year.
Meetings of a year in which the name changed are added up; a status that was not recorded counts
neither as expected nor as absent.
*/
with

counted as (
    select
        board_lineage.lineage_id,
        board_lineage.lineage_name,
        meetings.meeting_year,
        count(distinct attendance.meeting_id) as meetings,
        count(*) filter (where attendance.status <> 'not_recorded') as expected,
        count(*) filter (where attendance.status = 'present') as present,
        count(*) filter (where attendance.status = 'apologies') as apologies,
        count(*) filter (where attendance.status = 'absent') as absent,
    from attendance
    inner join meetings on attendance.meeting_id = meetings.meeting_id
    inner join board_lineage on attendance.board_id = board_lineage.board_id
    group by all
)

select
    lineage_id,
    lineage_name,
    meeting_year,
    cast(meetings as integer) as meetings,
    cast(expected as integer) as expected,
    cast(present as integer) as present,
    cast(apologies as integer) as apologies,
    cast(absent as integer) as absent,
    present / nullif(expected, 0) as attendance_rate,
from counted
