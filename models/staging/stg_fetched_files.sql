/*
One row: one file that was fetched. Key: source_path.
*/
select
    source_path,
    min(source_id) as source_id,
    min(source_url) as source_url,
    min(published_on) as published_on,
    min(fetched_at) as fetched_at,
from extracts.fetched_files
group by source_path
