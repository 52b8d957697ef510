/*
One row: one page of a paper. Key: paper_id, page_no.
Only papers that are there count.
*/
select
    extracted.paper_id,
    extracted.page_no,
    extracted.characters,
    extracted.method,
    extracted.is_empty,
from extracts.pages as extracted
where extracted.paper_id in (select files.paper_id from extracts.files as files)
