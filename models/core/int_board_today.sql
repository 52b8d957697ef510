/*
One row: one board and the date of the newest paper of it or of a board that followed it: what
"today" is for the board. Key: board_id.
Successors that run in a circle end after as many steps as there are boards.
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
