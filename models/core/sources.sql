/*
One row: one site from which papers are fetched, and how the last fetch ended. Key: source_id.
The counts of meetings are of those that the warehouse holds; meetings_seen also counts those that
are not public or still to be fetched.
*/
with

covered as (
    select
        source_id,
        count(*) filter (where has_agenda) as with_agenda,
        count(*) filter (where has_minutes) as with_minutes,
        count(*) filter (where has_register) as with_register,
    from coverage
    where source_id is not null
    group by source_id
)

select
    known.source_id,
    known.kind,
    known.base_url,
    known.council_id,
    known.last_fetched_at,
    known.last_outcome,
    known.message,
    known.meetings_seen,
    cast(coalesce(covered.with_agenda, 0) as integer) as meetings_with_agenda,
    cast(coalesce(covered.with_minutes, 0) as integer) as meetings_with_minutes,
    cast(coalesce(covered.with_register, 0) as integer) as meetings_with_register,
    known.documents_kept,
from stg_sources as known
left join covered on known.source_id = covered.source_id
