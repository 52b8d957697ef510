/*
One row: one statement about attendance as printed, including contradictory ones.
Key: paper_id, locator, councillor_id, meeting_date, evidence_kind, capacity, status.
A statement that does not say which meeting it is about has no meeting_id. proof is that of the
statement alone; attendance has what several statements prove together.
*/
with

dated as (
    select
        statements.*,
        dates.meeting_id,
        dates.meeting_date as meant_date,
        row_number() over (
            partition by
                statements.paper_id,
                statements.locator,
                statements.councillor_id,
                dates.meeting_date,
                statements.evidence_kind,
                statements.capacity,
                statements.status
            order by statements.quote, statements.council_name, statements.political_group
        ) as repetition,
    from int_attendance as statements
    left join int_meeting_dates as dates
        on statements.printed_meeting = dates.printed_meeting
)

select
    dated.meeting_id,
    dated.board_id,
    dated.meant_date as meeting_date,
    dated.councillor_id,
    dated.councillor_name,
    dated.council_id,
    dated.council_name,
    councils.region,
    dated.party,
    dated.political_group,
    dated.capacity,
    dated.status,
    dated.mode,
    dated.substitutes_for,
    dated.is_inferred,
    dated.inference_rule,
    dated.paper_id,
    dated.locator,
    dated.quote,
    dated.evidence_kind,
    boards.name as board_name,
    dated.meeting_year,
    papers.label as paper_label,
    dated.proof,
    dated.person_key,
from dated
inner join boards on dated.board_id = boards.board_id
inner join papers on dated.paper_id = papers.paper_id
left join councils on dated.council_id = councils.council_id
where dated.repetition = 1
