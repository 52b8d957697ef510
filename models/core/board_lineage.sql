/*
One row: one board and the board that it is today. Key: board_id.
Boards of one lineage share lineage_id, the id of the last successor. step counts the successions in
between. A board that is not in the register is its own lineage.
*/
select
    boards.board_id,
    boards.name,
    coalesce(lines.lineage_id, boards.board_id) as lineage_id,
    coalesce(latest.name, boards.name) as lineage_name,
    coalesce(lines.step, 0) as step,
from boards
left join int_board_lines as lines on boards.board_id = lines.board_id
left join boards as latest on lines.lineage_id = latest.board_id
