/*
One row: one site from which papers are fetched. Key: source_id.
*/
select
    source_id,
    kind,
    base_url,
    council_id,
    last_fetched_at,
    last_outcome,
    message,
    meetings_seen,
    documents_kept,
from extracts.sources
