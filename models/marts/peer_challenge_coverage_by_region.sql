/*
One row: the councils of one type in one region that exist at the newest paper's date.
Key: region, council_type.
*/
with

newest as (
    select max(meeting_date) as newest_date from papers
),

existing as (
    select
        councils.region,
        councils.council_type,
        councils.council_id in (
            select named.council_id
            from stg_named_challenges as named
            where named.council_id is not null
        ) as is_seen,
    from councils
    cross join newest
    where
        coalesce(councils.valid_from, newest.newest_date) <= newest.newest_date
        and coalesce(councils.valid_to, newest.newest_date) >= newest.newest_date
)

select
    region,
    council_type,
    cast(count(*) as integer) as councils,
    cast(count(*) filter (where is_seen) as integer) as councils_seen,
    cast(count(*) filter (where not is_seen) as integer) as councils_never_seen,
from existing
group by all
