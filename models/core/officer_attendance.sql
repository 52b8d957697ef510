/*
One row: one officer named as present at a meeting. Key: meeting_id, name, organisation.
The later paper decides. An officer whom two places name is agreed.
*/
with

ranked_officers as (
    select
        dates.meeting_id,
        officers.*,
        row_number() over (
            partition by dates.meeting_id, officers.name, officers.organisation
            order by papers_read.recency desc, officers.place, officers.quote
        ) as rank,
        confirmed(
            strongest(officers.proof) over same_officer,
            min(officers.paper_id || officers.locator) over same_officer,
            max(officers.paper_id || officers.locator) over same_officer
        ) as officer_proof,
    from stg_officer_attendance as officers
    inner join int_meeting_dates as dates
        on officers.printed_meeting = dates.printed_meeting
    inner join stg_papers as papers_read on officers.paper_id = papers_read.paper_id
    window
        same_officer as (
            partition by dates.meeting_id, officers.name, officers.organisation
        )
)

select
    ranked_officers.meeting_id,
    ranked_officers.name,
    ranked_officers.organisation,
    ranked_officers.paper_id,
    ranked_officers.locator,
    ranked_officers.quote,
    meetings.board_name,
    meetings.meeting_date,
    meetings.meeting_year,
    papers.label as paper_label,
    ranked_officers.officer_proof as proof,
from ranked_officers
inner join meetings on ranked_officers.meeting_id = meetings.meeting_id
inner join papers on ranked_officers.paper_id = papers.paper_id
where ranked_officers.rank = 1
