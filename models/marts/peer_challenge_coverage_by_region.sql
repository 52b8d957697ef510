/*
One row: the councils of one type in one region that exist at as_of, as peer_challenge_coverage
lists them. Key: region, council_type.
A council is seen if papers name it or a statement covers it.
*/
select
    region,
    council_type,
    as_of,
    cast(count(*) as integer) as councils,
    cast(count(*) filter (where not never_seen) as integer) as councils_seen,
    cast(count(*) filter (where named_in_papers) as integer) as councils_named,
    cast(count(*) filter (where statement is not null) as integer) as councils_covered,
    cast(count(*) filter (where said_to_have_had_none) as integer)
        as councils_said_to_have_had_none,
    cast(count(*) filter (where never_seen) as integer) as councils_never_seen,
    weakest(proof) as proof,
from int_challenge_coverage
group by all
