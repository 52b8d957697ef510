/*
One row: one region and type whose counts differ from the councils in peer_challenge_coverage.
*/
with

listed as (
    select
        region,
        council_type,
        count(*) as councils,
        count(*) filter (where not never_seen) as councils_seen,
        count(*) filter (where named_in_papers) as councils_named,
        count(*) filter (where covered_by_statement is not null) as councils_covered,
        count(*) filter (where said_to_have_had_none) as councils_said_to_have_had_none,
        count(*) filter (where never_seen) as councils_never_seen,
    from peer_challenge_coverage
    group by all
)

select
    coalesce(counted.region, listed.region) as region,
    coalesce(counted.council_type, listed.council_type) as council_type,
    counted.councils,
    listed.councils as councils_listed,
    counted.councils_never_seen,
    listed.councils_never_seen as never_seen_listed,
from peer_challenge_coverage_by_region as counted
full join listed
    on
        counted.region is not distinct from listed.region
        and counted.council_type = listed.council_type
where
    counted.councils is distinct from listed.councils
    or counted.councils_seen is distinct from listed.councils_seen
    or counted.councils_named is distinct from listed.councils_named
    or counted.councils_covered is distinct from listed.councils_covered
    or counted.councils_said_to_have_had_none
    is distinct from listed.councils_said_to_have_had_none
    or counted.councils_never_seen is distinct from listed.councils_never_seen
order by all
