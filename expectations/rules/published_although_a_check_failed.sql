/*
One row: one check that forbids publication but is in a warehouse all the same: a failed one of
severity error, or one that crashed, which is a bug in this project.
*/
select
    suite,
    check_no,
    expectation,
    observed,
from check_results
where (not success and severity = 'error') or exception is not null
order by suite, check_no
