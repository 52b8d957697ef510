/*
One row: one organisation that a person or statement represents and whose name has no word of an
authority's, at its place in the first paper by id. One finding names all papers of an organisation:
each of them would say the same.
*/
select
    'organisation_unknown' as rule,
    arg_min(table_name, paper_id) as table_name,
    council_name as subject,
    'the name of an authority'
    || if(count(*) > 1, '; ' || count(*) || ' papers have this one', '') as expected,
    council_name as observed,
    min(paper_id) as paper_id,
    arg_min(locator, paper_id) as locator,
    arg_min(quote, paper_id) as quote,
from int_unknown_councils
where not looks_like_council
group by council_name
