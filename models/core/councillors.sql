/*
One row: one person named as a member. Key: councillor_id.
The name is the longest printed form of the person's main spelling. The honours are the longest
printed ones. The longest are the most complete.
*/
with

printed as (
    select councillor_id, printed_id, councillor_name, honours from int_board_memberships
    union
    select councillor_id, printed_id, councillor_name, honours from int_attendance
)

select
    councillor_id,
    arg_min(
        councillor_name,
        row(
            not starts_with(councillor_id, printed_id),
            -length(councillor_name),
            councillor_name
        )
    ) as name,
    arg_min(honours, row(-length(honours), honours)) filter (where honours is not null) as honours,
from printed
group by councillor_id
