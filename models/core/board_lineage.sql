/*
One row: one board and the one that it is today. Key: board_id.
Boards of one lineage share lineage_id, the last successor's id; step counts the successions that
lie between. A board in no register is its own lineage.
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
