/*
One row: one person's stretch of years on a board in which authority, group, party and role did not
change. Key: councillor_id, board_id, from_meeting_year.
The seat of the year decides. A person without a seat has the weightiest capacity in which they
came. A year in between that no paper mentions belongs to the stretch.
*/
with

came as (
    select
        attendance.councillor_id,
        attendance.board_id,
        meetings.meeting_year,
        arg_max(attendance.council_id, row(attendance.meeting_date, attendance.meeting_id))
        filter (where attendance.council_id is not null) as council_id,
        arg_max(
            attendance.council_name,
            row(
                attendance.council_id is not null,
                attendance.meeting_date,
                attendance.meeting_id
            )
        ) filter (where attendance.council_name is not null) as council_name,
        arg_max(attendance.party, row(attendance.meeting_date, attendance.meeting_id))
        filter (where attendance.party is not null) as party,
        arg_max(attendance.political_group, row(attendance.meeting_date, attendance.meeting_id))
        filter (where attendance.political_group is not null) as political_group,
        arg_min(
            attendance.capacity, row(weights.weight, attendance.meeting_id)
        ) as role,
    from attendance
    inner join meetings on attendance.meeting_id = meetings.meeting_id
    left join stg_role_weights as weights on attendance.capacity = weights.role
    where
        (attendance.councillor_id, attendance.board_id, meetings.meeting_year) not in (
            select (seats.councillor_id, seats.board_id, seats.meeting_year)
            from board_memberships as seats
        )
    group by attendance.councillor_id, attendance.board_id, meetings.meeting_year
),

years as (
    select
        councillor_id,
        board_id,
        meeting_year,
        council_id,
        council_name,
        party,
        political_group,
        role,
    from board_memberships
    union all
    select
        councillor_id,
        board_id,
        meeting_year,
        council_id,
        council_name,
        party,
        political_group,
        role,
    from came
),

compared as (
    select
        *,
        row(council_id, council_name, party, political_group, role) as seat,
        lag(row(council_id, council_name, party, political_group, role)) over (
            partition by councillor_id, board_id order by meeting_year
        ) as former_seat,
    from years
),

stretches as (
    select
        *,
        count(*) filter (where seat is distinct from former_seat) over (
            partition by councillor_id, board_id order by meeting_year
        ) as stretch,
    from compared
)

select
    stretches.councillor_id,
    councillors.name as councillor_name,
    stretches.board_id,
    min(stretches.meeting_year) as from_meeting_year,
    max(stretches.meeting_year) as to_meeting_year,
    stretches.council_id,
    stretches.council_name,
    stretches.party,
    stretches.political_group,
    stretches.role,
from stretches
inner join councillors on stretches.councillor_id = councillors.councillor_id
group by all
