/*
One row: one line of an attendance mart whose parts do not add up, or whose rate does not follow
from them.
A status that was not recorded counts neither as expected nor as absent. A member who came is
represented, so at least as many are represented as came.
*/
with

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
        attendance_rate,
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
        attendance_rate,
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
        attendance_rate,
        represented_rate,
    from attendance_by_member
    union all
    select
        'attendance_by_lineage' as checked_table,
        lineage_id as board_id,
        meeting_year,
        null as key_value,
        expected,
        present,
        apologies,
        absent,
        attendance_rate,
        represented_rate,
    from attendance_by_lineage
)

select
    checked_table,
    board_id,
    meeting_year,
    key_value,
    expected,
    present,
    apologies,
    absent,
    attendance_rate,
    represented_rate,
from marts
where
    expected is distinct from present + apologies + absent
    or attendance_rate is distinct from present / nullif(expected, 0)
    or (represented_rate is null) is distinct from (attendance_rate is null)
    or represented_rate < attendance_rate
order by all
