/*
One row: one paper that has text but nothing that papers of its kind have.
Minutes have a date and business or attendance. An agenda pack has items. A paper that is shorter
than a short notice and gave no row at all is a stub.
*/
with

held as (
    select paper_id, 'agenda_items' as held_in from stg_agenda_items
    union all
    select paper_id, 'business' as held_in from stg_decisions
    union all
    select paper_id, 'business' as held_in from stg_actions
    union all
    select paper_id, if(evidence_kind = 'grid', 'people', 'business') as held_in from int_attendance
    union all
    select paper_id, 'people' as held_in from stg_printed_memberships
    union all
    select paper_id, 'business' as held_in from stg_officer_attendance
    union all
    select paper_id, 'figures' as held_in from stg_leadership_stats
    union all
    select paper_id, 'figures' as held_in from stg_budget_lines
    union all
    select paper_id, 'figures' as held_in from stg_programme_participation
    union all
    select paper_id, 'figures' as held_in from stg_peer_challenges
),

counted as (
    select
        paper_id,
        count(*) as rows_held,
        count(*) filter (where held_in = 'agenda_items') as items,
        count(*) filter (where held_in = 'business') as business,
    from held
    group by paper_id
),

lengths as (
    select
        paper_id,
        sum(characters) as characters,
    from stg_pages
    group by paper_id
),

judged as (
    select
        papers_read.paper_id,
        papers_read.source_path,
        papers_read.kind,
        case
            when papers_read.kind = 'minutes' and papers_read.meeting_date is null then 'no date'
            when
                papers_read.kind = 'minutes'
                and coalesce(counted.business, 0) + coalesce(counted.items, 0) = 0
                then 'no business and no attendance'
            when papers_read.kind = 'agenda_pack' and coalesce(counted.items, 0) = 0
                then 'no agenda items'
            when lengths.characters < 400 and coalesce(counted.rows_held, 0) = 0
                then lengths.characters || ' characters and nothing else'
        end as fault,
    from stg_papers as papers_read
    left join counted on papers_read.paper_id = counted.paper_id
    inner join lengths on papers_read.paper_id = lengths.paper_id and lengths.characters > 0
)

select
    'paper_holds_nothing_expected' as rule,
    'papers' as table_name,
    source_path as subject,
    kind as expected,
    fault as observed,
    paper_id,
    cast(null as varchar) as locator,
    cast(null as varchar) as quote,
from judged
where fault is not null
