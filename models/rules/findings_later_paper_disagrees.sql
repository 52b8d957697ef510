/*
One row: one cell of a leadership or budget table that an earlier paper printed differently. The
expected figure is that of the table that counts; for a budget, it is the first different one after
it.
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
    -- Two lines of one name in one table cannot be distinguished.
    qualify count(*) over (
        partition by
            lines.paper_id,
            lower(lines.table_title),
            lines.financial_year,
            lines.line,
            lines.column_name
    ) = 1
),

followed_lines as (
    select
        *,
        lead(amount_gbp) over papers_in_order as next_amount_gbp,
    from budget_lines_of_papers
    window
        papers_in_order as (
            partition by table_title, financial_year, line, column_name order by recency
        )
),

compared_lines as (
    select
        *,
        first_value(nullif(next_amount_gbp, amount_gbp) ignore nulls) over (
            partition by table_title, financial_year, line, column_name
            order by recency
            rows between current row and unbounded following
        ) as later_amount_gbp,
    from followed_lines
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
    concat_ws(', ', line, column_name, financial_year) as subject,
    cast(later_amount_gbp as varchar) as expected,
    cast(amount_gbp as varchar) as observed,
    paper_id,
    locator,
    quote,
from compared_lines
where later_amount_gbp is not null
