/*
One row: one person named as a member. Key: councillor_id.
The longest printed form of name and honours is the most complete one.
*/
with

printed as (
    select councillor_id, councillor_name, honours from stg_board_memberships
    union
    select councillor_id, councillor_name, honours from stg_attendance
)

select
    councillor_id,
    arg_min(councillor_name, row(-length(councillor_name), councillor_name)) as name,
    arg_min(honours, row(-length(honours), honours)) filter (where honours is not null) as honours,
from printed
group by councillor_id
