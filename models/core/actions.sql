/*
One row: one action in a meeting's note, in its words. Key: meeting_id, item_no, seq.
A note that is printed in two papers counts once: the later paper decides for the whole meeting.
progress is what later papers say of this action; failing that, of its item, but for what is said
of another action of the item; failing that, of an action in the same words.
*/
with

ranked_actions as (
    select
        dates.meeting_id,
        statements.*,
        dense_rank() over (
            partition by dates.meeting_id order by papers_read.recency desc
        ) as paper_rank,
    from stg_actions as statements
    inner join stg_meeting_dates as dates
        on statements.printed_meeting = dates.printed_meeting
    inner join stg_papers as papers_read on statements.paper_id = papers_read.paper_id
),

numbered as (
    select
        *,
        cast(
            row_number() over (partition by meeting_id, item_no order by seq, place, text)
            as integer
        ) as position,
        lower(
            trim(regexp_replace(text, '[^\p{L}\p{M}\p{N}]+', ' ', 'g'))
        ) as folded_text,
    from ranked_actions
    where paper_rank = 1
),

progress_reports as (
    select
        dates.meeting_id,
        statements.item_no,
        statements.progress,
        lower(
            trim(regexp_replace(statements.action_text, '[^\p{L}\p{M}\p{N}]+', ' ', 'g'))
        ) as folded_text,
        row(papers_read.recency, statements.place) as moment,
    from stg_action_progress as statements
    inner join stg_meeting_dates as dates
        on statements.printed_meeting = dates.printed_meeting
    inner join stg_papers as papers_read on statements.paper_id = papers_read.paper_id
),

-- The words in which a progress report names one action.
action_texts as (
    select distinct
        meeting_id,
        item_no,
        folded_text,
    from numbered
),

matches as (
    select
        numbered.meeting_id,
        numbered.item_no,
        numbered.position,
        reports.progress,
        reports.moment,
        case
            when
                reports.item_no = numbered.item_no
                and reports.folded_text = numbered.folded_text
                then 1
            when reports.item_no = numbered.item_no then 2
            else 3
        end as closeness,
    from numbered
    inner join progress_reports as reports
        on
            numbered.meeting_id = reports.meeting_id
            and (
                numbered.item_no = reports.item_no
                or numbered.folded_text = reports.folded_text
            )
    left join action_texts as named
        on
            reports.meeting_id = named.meeting_id
            and numbered.item_no = named.item_no
            and reports.folded_text = named.folded_text
    where named.folded_text is null or named.folded_text = numbered.folded_text
),

closest as (
    select *
    from matches
    qualify closeness = min(closeness) over (partition by meeting_id, item_no, position)
),

said_once as (
    select
        meeting_id,
        item_no,
        position,
        progress,
        min(moment) as first_said,
    from closest
    group by all
),

joined_progress as (
    select
        meeting_id,
        item_no,
        position,
        string_agg(progress, ' ' order by first_said, progress) as progress,
    from said_once
    group by all
)

select
    numbered.meeting_id,
    numbered.item_no,
    numbered.item_title,
    numbered.position as seq,
    numbered.text,
    numbered.owner,
    joined_progress.progress,
    numbered.paper_id,
    numbered.locator,
    numbered.quote,
    meetings.board_name,
    meetings.meeting_date,
    meetings.meeting_year,
    papers.label as paper_label,
from numbered
inner join meetings on numbered.meeting_id = meetings.meeting_id
inner join papers on numbered.paper_id = papers.paper_id
left join joined_progress
    on
        numbered.meeting_id = joined_progress.meeting_id
        and numbered.item_no is not distinct from joined_progress.item_no
        and numbered.position = joined_progress.position
where numbered.paper_rank = 1
