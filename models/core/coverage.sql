/*
One row: one meeting, and what is known about it. Key: meeting_id.
papers counts the papers that mention the meeting in any way. A meeting also has an agenda or
minutes if its source says that they are published.
*/
with

mentions as (
    select
        printed_meeting,
        paper_id,
        kind = 'agenda_pack' as is_agenda,
        kind = 'minutes' as is_minutes,
    from stg_papers
    union all
    select printed_meeting, paper_id, false, statement_kind = 'note' from stg_meetings
    union all
    select printed_meeting, paper_id, note_kind = 'agenda', note_kind = 'minutes'
    from stg_agenda_items
    union all
    select printed_meeting, paper_id, false, true from stg_decisions
    union all
    select printed_meeting, paper_id, false, true from stg_actions
    union all
    select printed_meeting, paper_id, false, false from stg_action_progress
    union all
    select printed_meeting, paper_id, false, false from stg_officer_attendance
    union all
    select distinct printed_meeting, paper_id, false, false from int_attendance
),

stated as (
    select
        dates.meeting_id,
        bool_or(mentions.is_agenda) as has_agenda,
        bool_or(mentions.is_minutes) as has_minutes,
        count(distinct mentions.paper_id) as papers_speaking,
    from mentions
    inner join int_meeting_dates as dates
        on mentions.printed_meeting = dates.printed_meeting
    group by dates.meeting_id
),

attended as (
    select distinct meeting_id from attendance
    where status <> 'not_recorded'
),

-- What a source says of a meeting that it holds as data.
sourced as (
    select
        dates.meeting_id,
        min(fetched.source_id) as source_id,
        bool_or(fetched.has_agenda) as has_agenda,
        bool_or(fetched.has_minutes) as has_minutes,
    from stg_fetched_meetings as fetched
    inner join stg_papers as papers_read on fetched.paper_id = papers_read.paper_id
    inner join int_meeting_dates as dates
        on papers_read.printed_meeting = dates.printed_meeting
    group by dates.meeting_id
),

registered as (
    select distinct meeting_id from attendance_evidence
    where evidence_kind = 'register' and status <> 'not_recorded'
)

select
    meetings.meeting_id,
    meetings.status,
    coalesce(stated.has_agenda, false) or coalesce(sourced.has_agenda, false) as has_agenda,
    coalesce(stated.has_minutes, false) or coalesce(sourced.has_minutes, false) as has_minutes,
    attended.meeting_id is not null as has_attendance,
    cast(coalesce(stated.papers_speaking, 0) as integer) as papers,
    sourced.source_id,
    registered.meeting_id is not null as has_register,
from meetings
left join stated on meetings.meeting_id = stated.meeting_id
left join attended on meetings.meeting_id = attended.meeting_id
left join sourced on meetings.meeting_id = sourced.meeting_id
left join registered on meetings.meeting_id = registered.meeting_id
