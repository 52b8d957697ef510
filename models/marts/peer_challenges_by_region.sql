/*
One row: peer challenges of named councils of one region, by type, period and status.
Key: region, challenge_type, period, status.
A joint challenge counts once, with what it saved; where its councils have two values of
region, once in each. The row without region holds bodies that no register has.
*/
select
    dimension_value as region,
    challenge_type,
    period,
    status,
    challenges,
    councils_named,
    savings_gbp_per_year,
    savings_gbp_one_off,
from stg_challenge_counts
where dimension = 'region'
