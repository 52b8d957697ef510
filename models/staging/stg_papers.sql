/*
One row: one paper by content. Key: paper_id.
The same bytes under two names are one paper, and the smallest path names it. recency numbers papers
from the earliest meeting to the latest, and papers without a date before all others. Of one
meeting, the paper that was fetched last is the latest. If two papers print the same thing, the
greater recency decides.
*/
with

one_file as (
    select
        files.paper_id,
        min(files.source_path) as source_path,
        min(files.sha256) as sha256,
        min(files.byte_size) as byte_size,
        min(files.ingested_at) as ingested_at,
        arg_min(
            {
                'source_id': origins.source_id,
                'source_url': origins.source_url,
                'published_on': origins.published_on,
                'fetched_at': origins.fetched_at
            },
            files.source_path
        ) filter (where origins.source_id is not null) as fetched,
    from extracts.files as files
    left join stg_fetched_files as origins on files.source_path = origins.source_path
    group by files.paper_id
)

select
    extracted.paper_id,
    one_file.source_path,
    one_file.fetched.source_id as source_id,
    coalesce(one_file.fetched.source_url, extracted.source_url) as source_url,
    one_file.fetched.published_on as published_on,
    one_file.fetched.fetched_at as fetched_at,
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
        order by
            extracted.meeting_date asc nulls first,
            one_file.fetched.fetched_at asc nulls first,
            extracted.paper_id
    ) as recency,
from extracts.papers as extracted
inner join one_file on extracted.paper_id = one_file.paper_id
