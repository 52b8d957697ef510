/*
One row: one check that forbids to publish and stands in a warehouse all the same: a failed one of
severity error, or one that crashed, which is a fault of ours.
*/
select
    suite,
    check_no,
    expectation,
    observed,
from check_results
where (not success and severity = 'error') or exception is not null
order by suite, check_no
