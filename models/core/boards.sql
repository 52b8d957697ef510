/*
One row: one board. Key: board_id.
The register gives the name. A board that is not in the register has the name that papers print most
often. A successor of a board in the papers has a row too, so that successor_board_id always leads
to a row.
An id without a slash is that of a board of the association. Any other board belongs to the body
that its papers name.
*/
with recursive

mentions as (
    select board_id, board_name from stg_papers
    where board_id is not null
    union all
    select board_id, board_name from stg_meetings
    union all
    select board_id, board_name from int_board_memberships
    union all
    select board_id, board_name from stg_printed_boards
    union all
    select distinct board_id, null from int_attendance
    union all
    select distinct board_id, null from stg_officer_attendance
    union all
    select distinct board_id, null from stg_agenda_items
    union all
    select distinct board_id, null from stg_decisions
    union all
    select distinct board_id, null from stg_actions
),

name_counts as (
    select
        board_id,
        board_name,
        count(*) as times_printed,
    from mentions
    group by all
),

printed_names as (
    select
        board_id,
        arg_min(board_name, row(-times_printed, board_name)) as name,
    from name_counts
    group by board_id
),

bodies as (
    select
        board_id,
        min(body_name) as body_name,
        min(body_council_id) as body_council_id,
    from stg_printed_boards
    group by board_id
),

wanted as (
    select board_id from printed_names
    union
    select register.successor_board_id as board_id
    from wanted
    inner join stg_boards as register on wanted.board_id = register.board_id
    where register.successor_board_id is not null
)

select
    wanted.board_id,
    coalesce(
        register.name, printed_names.name, replace(wanted.board_id, '-', ' ')
    ) as name,
    if(contains(wanted.board_id, '/'), bodies.body_name, association.name) as body_name,
    bodies.body_council_id,
    register.successor_board_id,
from wanted
left join stg_boards as register on wanted.board_id = register.board_id
left join bodies on wanted.board_id = bodies.board_id
cross join stg_association as association
left join printed_names on wanted.board_id = printed_names.board_id
