/*
One row: one ingested document, by content. Key: paper_id.
*/
select
    papers_read.paper_id,
    papers_read.source_path,
    papers_read.source_url,
    papers_read.media_type,
    papers_read.kind,
    papers_read.title,
    papers_read.board_id,
    papers_read.meeting_date,
    papers_read.page_count,
    papers_read.byte_size,
    papers_read.sha256,
    papers_read.ingested_at,
from stg_papers as papers_read
