/*
One row: one finding about a source, from its last fetch. A fetch knows these rules and no others.
*/
select
    rule,
    'sources' as table_name,
    source_id || ': ' || subject as subject,
    cast(null as varchar) as expected,
    observed,
    cast(null as varchar) as paper_id,
    cast(null as varchar) as locator,
    cast(null as varchar) as quote,
from stg_source_problems
where
    rule in (
        'source_ignores_days',
        'source_item_not_fetched',
        'source_list_empty',
        'source_meeting_hidden',
        'source_meeting_vanished'
    )
