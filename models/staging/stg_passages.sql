/*
One row: one passage of a paper. Key: paper_id, passage_no.
Only papers that are there count.
*/
select
    extracted.paper_id,
    extracted.passage_no,
    extracted.page_no,
    extracted.locator,
    extracted.kind,
    extracted.heading,
    extracted.board_id
    || ':' || extracted.meeting_date
    || coalesce(':' || extracted.meeting_type, '') as printed_meeting,
    extracted.item_no,
    extracted.text,
    extracted.block_no,
    extracted.cells,
from extracts.passages as extracted
where extracted.paper_id in (select files.paper_id from extracts.files as files)
