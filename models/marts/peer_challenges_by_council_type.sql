/*
One row: peer challenges of named councils of one council_type, by type, period and status.
Key: council_type, challenge_type, period, status.
A joint challenge counts once, with what it saved; where its councils have two values of
council_type, once in each. The row without council_type holds bodies that no register has.
*/
select
    dimension_value as council_type,
    challenge_type,
    period,
    status,
    challenges,
    councils_named,
    savings_gbp_per_year,
    savings_gbp_one_off,
from stg_challenge_counts
where dimension = 'council_type'
