/*
One row: one organisation in one paper that a person or statement represents and whose name has no
word of an authority's, at its first place.
*/
select
    'organisation_unknown' as rule,
    table_name,
    council_name as subject,
    'the name of an authority' as expected,
    council_name as observed,
    paper_id,
    locator,
    quote,
from int_unknown_councils
where not looks_like_council
