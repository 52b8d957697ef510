/*
One row: one person who came to a meeting according to the year's grid, but whom the meeting's own
list does not name. A list of fewer than three people is taken as part of a list.
*/
with

listed as (
    select meeting_id
    from attendance_evidence
    where evidence_kind in ('list', 'register') and meeting_id is not null
    group by meeting_id
    having count(distinct councillor_id) >= 3
)

select
    'grid_names_others' as rule,
    'attendance_evidence' as table_name,
    grid.councillor_name || ', ' || grid.meeting_id as subject,
    'a name in the list' as expected,
    grid.status as observed,
    grid.paper_id,
    grid.locator,
    grid.quote,
from attendance_evidence as grid
inner join listed on grid.meeting_id = listed.meeting_id
anti join attendance_evidence as record
    on
        grid.meeting_id = record.meeting_id
        and grid.councillor_id = record.councillor_id
        and record.evidence_kind <> 'grid'
where grid.evidence_kind = 'grid' and grid.status = 'present'
