/*
One row: one line of an attendance mart that is not the count of the attendance it is made from.
Chairs, vice-chairs, deputies and members are expected; anyone else who came is counted apart.
*/
with

attended as (
    select
        attendance.board_id,
        meetings.meeting_year,
        attendance.political_group,
        attendance.region,
        attendance.councillor_id,
        attendance.capacity,
        attendance.status,
        exists(
            select 1
            from attendance as others
            where
                others.meeting_id = attendance.meeting_id
                and others.substitutes_for = attendance.councillor_id
                and others.status = 'present'
        ) as is_replaced,
    from attendance
    inner join meetings on attendance.meeting_id = meetings.meeting_id
),

by_key as (
    select
        'attendance_by_party' as checked_table,
        board_id,
        meeting_year,
        political_group as key_value,
        capacity,
        status,
        is_replaced,
    from attended
    union all
    select
        'attendance_by_region' as checked_table,
        board_id,
        meeting_year,
        region as key_value,
        capacity,
        status,
        is_replaced,
    from attended
    union all
    select
        'attendance_by_member' as checked_table,
        board_id,
        meeting_year,
        councillor_id as key_value,
        capacity,
        status,
        is_replaced,
    from attended
),

members as (
    select
        checked_table,
        board_id,
        meeting_year,
        key_value,
        count(*) filter (where status <> 'not_recorded') as expected,
        count(*) filter (where status = 'present') as present,
        count(*) filter (where status = 'apologies') as apologies,
        count(*) filter (where status = 'absent') as absent,
        count(*) filter (
            where status = 'present' or (status <> 'not_recorded' and is_replaced)
        ) as represented,
    from by_key
    where capacity in ('chair', 'vice_chair', 'deputy_chair', 'member')
    group by all
),

guests as (
    select
        checked_table,
        board_id,
        meeting_year,
        key_value,
        count(*) filter (where capacity = 'substitute') as substitutes_present,
        count(*) filter (where capacity <> 'substitute') as others_present,
    from by_key
    where
        capacity not in ('chair', 'vice_chair', 'deputy_chair', 'member') and status = 'present'
    group by all
),

counted as (
    select
        keys.checked_table,
        keys.board_id,
        keys.meeting_year,
        keys.key_value,
        coalesce(members.expected, 0) as expected,
        coalesce(members.present, 0) as present,
        coalesce(members.apologies, 0) as apologies,
        coalesce(members.absent, 0) as absent,
        coalesce(guests.substitutes_present, 0) as substitutes_present,
        coalesce(guests.others_present, 0) as others_present,
        members.represented / nullif(members.expected, 0) as represented_rate,
    from (select distinct checked_table, board_id, meeting_year, key_value from by_key) as keys
    left join members
        on
            keys.checked_table = members.checked_table
            and keys.board_id = members.board_id
            and keys.meeting_year = members.meeting_year
            and keys.key_value is not distinct from members.key_value
    left join guests
        on
            keys.checked_table = guests.checked_table
            and keys.board_id = guests.board_id
            and keys.meeting_year = guests.meeting_year
            and keys.key_value is not distinct from guests.key_value
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
        substitutes_present,
        others_present,
        represented_rate,
    from attendance_by_party
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
        substitutes_present,
        others_present,
        represented_rate,
    from attendance_by_region
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
        substitutes_present,
        others_present,
        represented_rate,
    from attendance_by_member
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
    or marts.substitutes_present is distinct from counted.substitutes_present
    or marts.others_present is distinct from counted.others_present
    or marts.represented_rate is distinct from counted.represented_rate
order by all
