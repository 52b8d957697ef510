/*
One row: one action in a meeting's note, in the note's own words. Key: meeting_id, item_no, seq.
A note that is printed in two papers counts once: the later paper decides for the whole meeting.
An action that two places give in the same words is agreed.
progress is what later papers say of this action. If they say nothing of it, progress is what they
say of its item, without what they say of the item's other actions. If they say nothing of the item
either, progress is what they say of an action in the same words.
What is said of an item is repeated at each of its actions, so it is cut to ten thousand characters.
*/
with

ranked_actions as (
    select
        dates.meeting_id,
        statements.*,
        dense_rank() over (
            partition by dates.meeting_id order by papers_read.recency desc
        ) as paper_rank,
        confirmed(
            strongest(statements.proof) over same_words,
            min(statements.paper_id || statements.locator) over same_words,
            max(statements.paper_id || statements.locator) over same_words
        ) as words_proof,
    from stg_actions as statements
    inner join int_meeting_dates as dates
        on statements.printed_meeting = dates.printed_meeting
    inner join stg_papers as papers_read on statements.paper_id = papers_read.paper_id
    window
        same_words as (
            partition by dates.meeting_id, statements.item_no, statements.text, statements.owner
        )
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
    inner join int_meeting_dates as dates
        on statements.printed_meeting = dates.printed_meeting
    inner join stg_papers as papers_read on statements.paper_id = papers_read.paper_id
),

-- What each report is about: words under an item, the item, or the words under any item.
topics as (
    select
        meeting_id,
        item_no,
        folded_text,
        progress,
        moment,
    from progress_reports
    where item_no is not null and folded_text is not null
    union all
    select
        reports.meeting_id,
        reports.item_no,
        null as folded_text,
        reports.progress,
        reports.moment,
    from progress_reports as reports
    anti join numbered as named
        on
            reports.meeting_id = named.meeting_id
            and reports.item_no = named.item_no
            and reports.folded_text = named.folded_text
    where reports.item_no is not null
    union all
    select
        meeting_id,
        null as item_no,
        folded_text,
        progress,
        moment,
    from progress_reports
    where folded_text is not null
),

said_once as (
    select
        meeting_id,
        item_no,
        folded_text,
        progress,
        min(moment) as first_said,
    from topics
    group by all
),

joined_progress as (
    select
        meeting_id,
        item_no,
        folded_text,
        left(string_agg(progress, ' ' order by first_said, progress), 10000) as progress,
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
    coalesce(of_action.progress, of_item.progress, of_words.progress) as progress,
    numbered.paper_id,
    numbered.locator,
    numbered.quote,
    meetings.board_name,
    meetings.meeting_date,
    meetings.meeting_year,
    papers.label as paper_label,
    numbered.words_proof as proof,
from numbered
inner join meetings on numbered.meeting_id = meetings.meeting_id
inner join papers on numbered.paper_id = papers.paper_id
left join joined_progress as of_action
    on
        numbered.meeting_id = of_action.meeting_id
        and numbered.item_no = of_action.item_no
        and numbered.folded_text = of_action.folded_text
left join joined_progress as of_item
    on
        numbered.meeting_id = of_item.meeting_id
        and numbered.item_no = of_item.item_no
        and of_item.folded_text is null
left join joined_progress as of_words
    on
        numbered.meeting_id = of_words.meeting_id
        and of_words.item_no is null
        and numbered.folded_text = of_words.folded_text
where numbered.paper_rank = 1
