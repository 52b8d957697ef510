/*
One row: one figure of a printed table that its sums, or the same figure in another table,
contradict.
Extraction finds them as it reads the table. The last line of a finding's place shows which table of
the warehouse has the row, because a place may cover several rows.
*/
with

homes as (
    select 'budget_lines' as table_name, paper_id, locator from stg_budget_lines
    union
    select 'leadership_stats' as table_name, paper_id, locator from stg_leadership_stats
),

places as (
    select
        paper_id,
        regexp_extract(locator, '^p\d+') as page,
        regexp_extract(locator, '\d+$') as last_line,
        min(table_name) as table_name,
    from homes
    group by all
)

select
    found.rule,
    coalesce(places.table_name, found.table_name) as table_name,
    found.subject,
    found.expected,
    found.observed,
    found.paper_id,
    found.locator,
    found.quote,
from stg_findings as found
left join places
    on
        found.paper_id = places.paper_id
        and regexp_extract(found.locator, '^p\d+') = places.page
        and regexp_extract(found.locator, '\d+$') = places.last_line
where
    found.table_name = 'tables'
    and found.rule in (
        'total_does_not_add_up',
        'total_row_has_slid',
        'figure_told_in_two_ways'
    )
