/*
One row: attendance at a board's meetings in a year by people with one value of a dimension.
Key: board_id, meeting_year, dimension, dimension_value. The dimension all has one row for each
board and year, without a value.
The board's own members (chair, vice-chair, deputy chairs, members) are expected if their status was
recorded. Substitutes and guests of any kind are never expected; they are counted apart if they
came. A member who stayed away counts as represented if someone came to that meeting as their
substitute.
*/
with

substituted as (
    select distinct
        meeting_id,
        substitutes_for as councillor_id,
    from attendance
    where status = 'present' and substitutes_for is not null
),

seats as (
    select
        attendance.board_id,
        meetings.meeting_year,
        attendance.meeting_id,
        attendance.councillor_id,
        attendance.political_group,
        attendance.region,
        attendance.capacity in ('chair', 'vice_chair', 'deputy_chair', 'member') as is_own_member,
        attendance.capacity = 'substitute' as is_substitute,
        attendance.status,
        attendance.proof,
        substituted.councillor_id is not null
        and attendance.status in ('apologies', 'absent') as is_replaced,
    from attendance
    inner join meetings on attendance.meeting_id = meetings.meeting_id
    left join substituted
        on
            attendance.meeting_id = substituted.meeting_id
            and attendance.councillor_id = substituted.councillor_id
),

counted as (
    select
        board_id,
        meeting_year,
        case
            when grouping(political_group) = 0 then 'political_group'
            when grouping(region) = 0 then 'region'
            when grouping(councillor_id) = 0 then 'councillor_id'
            else 'all'
        end as dimension,
        -- Grouping sets leave the columns of the other dimensions empty.
        coalesce(political_group, region, councillor_id) as dimension_value,
        count(distinct meeting_id) as meetings,
        count(*) filter (where is_own_member and status <> 'not_recorded') as expected,
        count(*) filter (where is_own_member and status = 'present') as present,
        count(*) filter (where is_own_member and status = 'apologies') as apologies,
        count(*) filter (where is_own_member and status = 'absent') as absent,
        count(*) filter (where is_substitute and status = 'present') as substitutes_present,
        count(*) filter (
            where not is_own_member and not is_substitute and status = 'present'
        ) as others_present,
        count(*) filter (
            where is_own_member and (status = 'present' or is_replaced)
        ) as represented,
        weakest(proof) as proof,
    from seats
    group by
        grouping sets (
            (board_id, meeting_year, political_group),
            (board_id, meeting_year, region),
            (board_id, meeting_year, councillor_id),
            (board_id, meeting_year)
        )
)

select
    board_id,
    meeting_year,
    dimension,
    dimension_value,
    cast(meetings as integer) as meetings,
    cast(expected as integer) as expected,
    cast(present as integer) as present,
    cast(apologies as integer) as apologies,
    cast(absent as integer) as absent,
    present / nullif(expected, 0) as attendance_rate,
    cast(substitutes_present as integer) as substitutes_present,
    cast(others_present as integer) as others_present,
    cast(represented as integer) as represented,
    represented / nullif(expected, 0) as represented_rate,
    proof,
from counted
