/*
One row: one paper that could not be read. Key: source_path.
*/
select
    rejected.source_path,
    rejected.sha256,
    rejected.reason,
    rejected.rejected_at,
from stg_rejected_papers as rejected
