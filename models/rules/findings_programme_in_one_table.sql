/*
One row: one programme that is in a leadership table of a paper but not in another of its tables, of
the same period and day and by another dimension, at its first place in the table that has it.
*/
with

tables_read as (
    select distinct
        paper_id,
        period,
        as_of,
        dimension,
    from stg_leadership_stats
),

columns_read as (
    select
        paper_id,
        period,
        as_of,
        dimension,
        programme_id,
        arg_min(
            { 'code': programme_code, 'locator': locator, 'quote': quote },
            row(dimension_value = 'total', place, quote)
        ) as first_cell,
    from stg_leadership_stats
    where programme_id <> 'all'
    group by all
)

select
    'programme_in_one_table' as rule,
    'leadership_stats' as table_name,
    having_it.first_cell.code as subject,
    string_agg(sister.dimension, ', ' order by sister.dimension) as expected,
    having_it.dimension as observed,
    having_it.paper_id,
    having_it.first_cell.locator as locator,
    having_it.first_cell.quote as quote,
from columns_read as having_it
inner join tables_read as sister
    on
        having_it.paper_id = sister.paper_id
        and having_it.period is not distinct from sister.period
        and having_it.as_of is not distinct from sister.as_of
        and having_it.dimension <> sister.dimension
anti join columns_read as same_programme
    on
        sister.paper_id = same_programme.paper_id
        and sister.period is not distinct from same_programme.period
        and sister.as_of is not distinct from same_programme.as_of
        and sister.dimension = same_programme.dimension
        and having_it.programme_id = same_programme.programme_id
group by all
