/*
One row: one paper by content. Key: paper_id.
The same bytes under two names are one paper, and the smallest path names it. recency numbers papers
from the earliest meeting to the latest, and papers without a date before all others. If two papers
print the same thing, the greater recency decides.
*/
with

one_file as (
    select
        files.paper_id,
        min(files.source_path) as source_path,
        min(files.sha256) as sha256,
        min(files.byte_size) as byte_size,
        min(files.ingested_at) as ingested_at,
    from extracts.files as files
    group by files.paper_id
)

select
    extracted.paper_id,
    one_file.source_path,
    extracted.source_url,
    extracted.media_type,
    extracted.kind,
    extracted.title,
    extracted.board_id,
    extracted.board_name,
    extracted.meeting_date,
    extracted.meeting_type,
    extracted.board_id
    || ':' || extracted.meeting_date
    || coalesce(':' || extracted.meeting_type, '') as printed_meeting,
    extracted.page_count,
    extracted.numbers_unread,
    one_file.byte_size,
    one_file.sha256,
    one_file.ingested_at,
    row_number() over (
        order by extracted.meeting_date asc nulls first, extracted.paper_id
    ) as recency,
from extracts.papers as extracted
inner join one_file on extracted.paper_id = one_file.paper_id
