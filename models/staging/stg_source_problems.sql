/*
One row: one thing that went wrong or looked wrong in the last fetch of a source. Key: none.
*/
select
    source_id,
    rule,
    subject,
    observed,
from extracts.source_problems
