/*
One row: one value in one paper by which a table or sentence breaks figures down, but which is not
among the dimension's values in the register, at its first place.
The figures stay as printed in the facts and reach no mart.
*/
with

values_printed as (
    select
        'leadership_stats' as table_name,
        dimension,
        dimension_value,
        paper_id,
        locator,
        quote,
        row(place, row_no, column_no) as place,
    from stg_leadership_stats
    union all by name
    select
        'programme_participation' as table_name,
        dimension,
        dimension_value,
        paper_id,
        locator,
        quote,
        row(place, 0, 0) as place,
    from stg_programme_participation
)

select
    'dimension_value_unknown' as rule,
    printed.table_name,
    printed.dimension_value as subject,
    printed.dimension as expected,
    printed.dimension_value as observed,
    printed.paper_id,
    arg_min(printed.locator, row(printed.place, printed.quote)) as locator,
    arg_min(printed.quote, row(printed.place, printed.quote)) as quote,
from values_printed as printed
anti join stg_dimension_values as known
    on
        printed.dimension = known.dimension
        and printed.dimension_value = known.dimension_value
where printed.dimension in (select dimensions.dimension from stg_dimension_values as dimensions)
group by printed.table_name, printed.dimension, printed.dimension_value, printed.paper_id
