/*
One row: one person whom a year's grid has among the observers or lead peers and the record of a
meeting among the members, or the other way round.
*/
with

seats as (
    select
        meeting_id,
        councillor_id,
        councillor_name,
        evidence_kind = 'grid' as is_grid,
        capacity,
        capacity in ('observer', 'lead_peer') as is_guest,
        paper_id,
        locator,
        quote,
    from attendance_evidence
    where meeting_id is not null and capacity in ('member', 'observer', 'lead_peer')
),

records as (
    select
        meeting_id,
        councillor_id,
        is_guest,
        min(capacity) as capacity,
    from seats
    where not is_grid
    group by all
)

select
    'capacity_disagrees' as rule,
    'attendance_evidence' as table_name,
    grid.councillor_name || ', ' || grid.meeting_id as subject,
    record.capacity as expected,
    grid.capacity as observed,
    grid.paper_id,
    grid.locator,
    min(grid.quote) as quote,
from seats as grid
inner join records as record
    on
        grid.meeting_id = record.meeting_id
        and grid.councillor_id = record.councillor_id
        and grid.is_guest <> record.is_guest
where grid.is_grid
group by all
