/*
One row: one board and the date that is "today" for it: that of the newest paper of the board or of
a board that followed it. Key: board_id.
Successors that form a circle are followed for as many steps as there are boards.
*/
with recursive

followed as (
    select
        board_id,
        board_id as later_board_id,
        0 as step,
    from boards
    union all
    select
        followed.board_id,
        boards.successor_board_id as later_board_id,
        followed.step + 1 as step,
    from followed
    inner join boards on followed.later_board_id = boards.board_id
    where
        boards.successor_board_id is not null
        and followed.step < (select count(*) from stg_boards)
)

select
    followed.board_id,
    max(papers_read.meeting_date) as as_of,
from followed
left join stg_papers as papers_read on followed.later_board_id = papers_read.board_id
group by followed.board_id
