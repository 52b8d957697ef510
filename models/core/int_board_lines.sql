/*
One row: one board of the register and the board that it is today. Key: board_id.
A board without a successor is itself today. step counts the renamings in between. Successors that
form a circle are followed for as many steps as there are boards.
*/
with recursive

followed as (
    select
        board_id,
        board_id as lineage_id,
        0 as step,
    from stg_boards
    union all
    select
        followed.board_id,
        register.successor_board_id as lineage_id,
        followed.step + 1 as step,
    from followed
    inner join stg_boards as register on followed.lineage_id = register.board_id
    where
        register.successor_board_id is not null
        and followed.step < (select count(*) from stg_boards)
)

select
    board_id,
    arg_max(lineage_id, row(step, lineage_id)) as lineage_id,
    cast(max(step) as integer) as step,
from followed
group by board_id
