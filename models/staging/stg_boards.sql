/*
One row: one board, as the register has it. Key: board_id.
*/
select
    cast(register.board_id as varchar) as board_id,
    cast(register.name as varchar) as name,
    cast(register.successor_board_id as varchar) as successor_board_id,
from reference.boards as register
