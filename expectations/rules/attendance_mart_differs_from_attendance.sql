/*
One row: one line of an attendance mart that is not the count of the attendance it is made of.
*/
with

attended as (
    select
        attendance.board_id,
        meetings.meeting_year,
        attendance.political_group,
        attendance.region,
        attendance.councillor_id,
        attendance.status,
    from attendance
    inner join meetings on attendance.meeting_id = meetings.meeting_id
    where attendance.status in ('present', 'apologies', 'absent')
),

by_key as (
    select
        'attendance_by_party' as checked_table,
        board_id,
        meeting_year,
        political_group as key_value,
        status,
    from attended
    union all
    select
        'attendance_by_region' as checked_table,
        board_id,
        meeting_year,
        region as key_value,
        status,
    from attended
    union all
    select
        'attendance_by_member' as checked_table,
        board_id,
        meeting_year,
        councillor_id as key_value,
        status,
    from attended
),

counted as (
    select
        checked_table,
        board_id,
        meeting_year,
        key_value,
        count(*) as expected,
        count(*) filter (where status = 'present') as present,
        count(*) filter (where status = 'apologies') as apologies,
        count(*) filter (where status = 'absent') as absent,
    from by_key
    group by all
),

marts as (
    select
        'attendance_by_party' as checked_table,
        board_id,
        meeting_year,
        political_group as key_value,
        expected,
        present,
        apologies,
        absent,
    from attendance_by_party
    where expected > 0
    union all
    select
        'attendance_by_region' as checked_table,
        board_id,
        meeting_year,
        region as key_value,
        expected,
        present,
        apologies,
        absent,
    from attendance_by_region
    where expected > 0
    union all
    select
        'attendance_by_member' as checked_table,
        board_id,
        meeting_year,
        councillor_id as key_value,
        expected,
        present,
        apologies,
        absent,
    from attendance_by_member
    where expected > 0
)

select
    coalesce(marts.checked_table, counted.checked_table) as checked_table,
    coalesce(marts.board_id, counted.board_id) as board_id,
    coalesce(marts.meeting_year, counted.meeting_year) as meeting_year,
    coalesce(marts.key_value, counted.key_value) as key_value,
    marts.expected as expected_in_mart,
    counted.expected as expected_in_attendance,
    marts.present as present_in_mart,
    counted.present as present_in_attendance,
from marts
full join counted
    on
        marts.checked_table = counted.checked_table
        and marts.board_id = counted.board_id
        and marts.meeting_year = counted.meeting_year
        and marts.key_value is not distinct from counted.key_value
where
    marts.expected is distinct from counted.expected
    or marts.present is distinct from counted.present
    or marts.apologies is distinct from counted.apologies
    or marts.absent is distinct from counted.absent
order by all
