/*
One row: one cell of a leadership or budget table that an earlier paper printed differently.
*/
with

budget_lines_of_papers as (
    select
        lower(lines.table_title) as table_title,
        lines.financial_year,
        lines.line,
        lines.column_name,
        lines.amount_gbp,
        papers_read.recency,
        lines.paper_id,
        lines.locator,
        lines.quote,
    from stg_budget_lines as lines
    inner join stg_papers as papers_read on lines.paper_id = papers_read.paper_id
    where lines.table_title is not null and lines.financial_year is not null
    -- A line of that name twice in one table cannot be told from the other.
    qualify count(*) over (
        partition by
            lines.paper_id,
            lower(lines.table_title),
            lines.financial_year,
            lines.line,
            lines.column_name
    ) = 1
)

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
        and decided.status is not distinct from earlier.status
where decided.paper_id <> earlier.paper_id and decided.councillors <> earlier.councillors
union all
select
    'later_paper_disagrees' as rule,
    'budget_lines' as table_name,
    concat_ws(', ', earlier.line, earlier.column_name, earlier.financial_year) as subject,
    cast(later.amount_gbp as varchar) as expected,
    cast(earlier.amount_gbp as varchar) as observed,
    earlier.paper_id,
    earlier.locator,
    earlier.quote,
from budget_lines_of_papers as earlier
inner join budget_lines_of_papers as later
    on
        earlier.table_title = later.table_title
        and earlier.financial_year = later.financial_year
        and earlier.line = later.line
        and earlier.column_name = later.column_name
        and earlier.recency < later.recency
where earlier.amount_gbp <> later.amount_gbp
