/*
One row: one officer named as present at a meeting. Key: meeting_id, name, organisation.
The later paper decides.
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
    from stg_officer_attendance as officers
    inner join stg_meeting_dates as dates
        on officers.board_id = dates.board_id and officers.meeting_date = dates.printed_date
    inner join stg_papers as papers_read on officers.paper_id = papers_read.paper_id
)

select
    meeting_id,
    name,
    organisation,
    paper_id,
    locator,
    quote,
from ranked_officers
where rank = 1
