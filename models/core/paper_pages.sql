/*
One row: one page of a paper; a text or web paper has one. Key: paper_id, page_no.
*/
select
    pages.paper_id,
    pages.page_no,
    pages.characters,
    pages.method,
    pages.is_empty,
from stg_pages as pages
