/*
One row: one source whose own council is not in the register of councils.
*/
select
    'source_council_unknown' as rule,
    'sources' as table_name,
    known.source_id as subject,
    cast(null as varchar) as expected,
    known.council_id as observed,
    cast(null as varchar) as paper_id,
    cast(null as varchar) as locator,
    cast(null as varchar) as quote,
from sources as known
anti join councils on known.council_id = councils.council_id
where known.council_id is not null
