/*
One row: one printed total of a leadership table that its parts do not add up to.
Rows are added up to the Total column, columns to the total row.
*/
with

cells as (
    select
        *,
        lower(trim(programme_code)) like 'total%' as is_total_column,
        dimension_value = 'total' as is_total_row,
    from leadership_stats
),

row_sums as (
    select
        period,
        as_of,
        dimension,
        dimension_value,
        sum(councillors) filter (where not is_total_column) as added,
        max(councillors) filter (where is_total_column) as printed,
        arg_max({ 'paper_id': paper_id, 'locator': locator, 'quote': quote }, locator)
        filter (where is_total_column) as source,
        dimension || ' ' || dimension_value as subject,
    from cells
    group by all
    having count(*) filter (where not is_total_column) > 1
),

column_sums as (
    select
        period,
        as_of,
        dimension,
        programme_code,
        sum(councillors) filter (where not is_total_row) as added,
        max(councillors) filter (where is_total_row) as printed,
        arg_max({ 'paper_id': paper_id, 'locator': locator, 'quote': quote }, locator)
        filter (where is_total_row) as source,
        programme_code || ' by ' || dimension as subject,
    from cells
    group by all
    having count(*) filter (where not is_total_row) > 1
),

sums as (
    select subject, period, added, printed, source from row_sums
    union all
    select subject, period, added, printed, source from column_sums
)

select
    'total_does_not_add_up' as rule,
    'leadership_stats' as table_name,
    concat_ws(', ', subject, period) as subject,
    cast(added as varchar) as expected,
    cast(printed as varchar) as observed,
    source.paper_id as paper_id,
    source.locator as locator,
    source.quote as quote,
from sums
where printed <> added
