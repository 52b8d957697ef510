/*
One row: one name in one paper that reads like an authority's but is not in the register, at its
first place.
*/
select
    'council_unknown' as rule,
    table_name,
    council_name as subject,
    'the name of an authority' as expected,
    council_name as observed,
    paper_id,
    locator,
    quote,
from int_unknown_councils
where looks_like_council
