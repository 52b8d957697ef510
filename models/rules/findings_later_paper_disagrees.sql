/*
One row: one cell of a leadership table that an earlier paper printed differently.
*/
select
    'later_paper_disagrees' as rule,
    'leadership_stats' as table_name,
    concat_ws(', ', decided.programme_code, decided.dimension_value, decided.period) as subject,
    cast(decided.councillors as varchar) as expected,
    cast(earlier.councillors as varchar) as observed,
    earlier.paper_id,
    earlier.locator,
    earlier.quote,
from leadership_stats as decided
inner join stg_leadership_stats as earlier
    on
        decided.period is not distinct from earlier.period
        and decided.as_of is not distinct from earlier.as_of
        and decided.programme_code = earlier.programme_code
        and decided.dimension = earlier.dimension
        and decided.dimension_value = earlier.dimension_value
where decided.paper_id <> earlier.paper_id and decided.councillors <> earlier.councillors
