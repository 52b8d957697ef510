/*
One row: one council that is called never seen though it is named or covered, or the other way
round, or named without a challenge.
*/
select
    council_id,
    challenges_seen,
    named_in_papers,
    covered_by_statement,
    never_seen,
from peer_challenge_coverage
where
    named_in_papers is distinct from (challenges_seen > 0)
    or never_seen is distinct from (not named_in_papers and covered_by_statement is null)
order by council_id
