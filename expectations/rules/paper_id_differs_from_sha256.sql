/*
One row: one paper whose id is not the first 16 digits of its SHA-256.
*/
select
    paper_id,
    source_path,
    sha256,
from papers
where paper_id is distinct from left(sha256, 16)
order by paper_id
