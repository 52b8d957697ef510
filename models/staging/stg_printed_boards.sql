/*
One row: one board that a paper belongs to, or a note in it does. Key: paper_id, board_id.
Only papers that are there count.
*/
select
    extracted.paper_id,
    extracted.board_id,
    extracted.board_name,
    extracted.is_named,
    extracted.body_name,
    extracted.body_council_id,
from extracts.boards as extracted
where extracted.paper_id in (select files.paper_id from extracts.files as files)
