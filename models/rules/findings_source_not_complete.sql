/*
One row: one source whose last fetch was refused, failed, or ended before its end.
*/
select
    'source_not_complete' as rule,
    'sources' as table_name,
    source_id as subject,
    'complete' as expected,
    concat_ws(': ', last_outcome, message) as observed,
    cast(null as varchar) as paper_id,
    cast(null as varchar) as locator,
    cast(null as varchar) as quote,
from sources
where last_outcome <> 'complete'
