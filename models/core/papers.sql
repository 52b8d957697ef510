/*
One row: one ingested document, by content. Key: paper_id.
The label is how a person would name the paper: its kind, its board and the day of its meeting. If
the board or the day is missing, the label has the title instead; without a title, the file name. A
paper without a source was put there by hand.
*/
with

named as (
    select
        papers_read.*,
        case
            when not printed.is_named then null
            when not contains(boards.board_id, '/') then boards.name
            when boards.body_name is null then boards.name
            when contains(boards.name, boards.body_name) then boards.name
            else boards.body_name || ' ' || boards.name
        end as board,
        coalesce(
            if(
                regexp_matches(papers_read.title, '\pL')
                and lower(papers_read.title) is distinct from lower(boards.name),
                papers_read.title,
                null
            ),
            regexp_extract(papers_read.source_path, '[^/]+$')
        ) as own_name,
        strftime(papers_read.meeting_date, '%-d %B %Y') as day,
    from stg_papers as papers_read
    left join boards on papers_read.board_id = boards.board_id
    left join stg_printed_boards as printed
        on papers_read.paper_id = printed.paper_id and papers_read.board_id = printed.board_id
)

select
    paper_id,
    concat_ws(
        ' ',
        upper(kind[1]) || regexp_extract(kind, '^.([a-z]*)', 1) || ':',
        case
            when board is not null and day is not null then board || ', ' || day
            when board is not null and not contains(lower(own_name), lower(board))
                then board || ', ' || own_name
            else concat_ws(', ', own_name, day)
        end
    ) as label,
    source_path,
    source_id,
    source_url,
    published_on,
    fetched_at,
    media_type,
    kind,
    title,
    board_id,
    meeting_date,
    page_count,
    byte_size,
    sha256,
    ingested_at,
    numbers_unread,
from named
