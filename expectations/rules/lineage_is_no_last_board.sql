/*
One row: one board whose lineage does not end in a board without a successor.
*/
select
    lineage.board_id,
    lineage.lineage_id,
from board_lineage as lineage
left join boards on lineage.lineage_id = boards.board_id
where boards.board_id is null or boards.successor_board_id is not null
order by all
