/*
One row: one council that is called never seen though challenges were, or the other way round.
*/
select
    council_id,
    challenges_seen,
    never_seen,
from peer_challenge_coverage
where never_seen is distinct from (challenges_seen = 0)
order by council_id
