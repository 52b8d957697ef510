/*
One row: one cell of a total row or column that is not marked as a total, or one that is marked but
is not a total.
Sums over the details leave out marked cells, so a wrong mark counts people twice or not at all.
*/
select
    paper_id,
    locator,
    period,
    as_of,
    programme_code,
    dimension,
    dimension_value,
    status,
    is_total,
from leadership_stats
where is_total is distinct from (lower(programme_code) like 'total%' or dimension_value = 'total')
order by all
