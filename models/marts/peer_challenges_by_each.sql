/*
Made for: council_type; region.
One row: peer challenges of named councils of one each_value, by type, period and status.
Key: each_value, challenge_type, period, status.
A joint challenge counts once, with what it saved; if its councils have two values of each_value, it
counts once in each. The row without each_value is for bodies that are not in the register.
*/
select
    dimension_value as each_value,
    challenge_type,
    period,
    status,
    challenges,
    qualifier,
    councils_named,
    savings_gbp_per_year,
    savings_gbp_one_off,
    proof,
from int_challenge_counts
where dimension = 'each_value'
