/*
One row: one printed total of a budget table that its parts do not add up to.
A row is added up to a last column that is named a total. A column is added up only where the
table's one total row is its last, no figure is missing, and no line is the sum of lines right
above it: sub-totals are often not named as such, and a false finding is worse than none.
*/
with

cells as (
    select
        *,
        regexp_matches(column_name, '(?i)\btotal\b') as is_total_column,
        max(column_no) over table_cells as last_column,
        max(row_no) over table_cells as last_row,
    from budget_lines
    window table_cells as (partition by paper_id, table_no)
),

row_sums as (
    select
        paper_id,
        table_no,
        line as subject,
        sum(amount_gbp) filter (where not is_total_column) as added,
        max(amount_gbp) filter (where is_total_column) as printed,
        arg_max({ 'locator': locator, 'quote': quote }, column_no) as source,
    from cells
    group by paper_id, table_no, row_no, line
    having
        count(*) filter (where not is_total_column) > 1
        and count(*) filter (where is_total_column) = 1
        and max(column_no) filter (where is_total_column) = min(last_column)
),

total_rows as (
    select
        paper_id,
        table_no,
        max(row_no) filter (where is_total and not is_total_column) as total_row,
    from cells
    group by paper_id, table_no
    having
        count(distinct row_no) filter (where is_total and not is_total_column) = 1
        and max(row_no) filter (where is_total and not is_total_column) = max(last_row)
        and count(*) = count(distinct row_no) * count(distinct column_no)
),

running as (
    select
        cells.*,
        sum(amount_gbp) over (
            partition by paper_id, table_no, column_no order by row_no
        ) as sum_so_far,
    from cells
),

hidden_sub_totals as (
    select distinct
        line.paper_id,
        line.table_no,
    from running as line
    inner join running as above
        on
            line.paper_id = above.paper_id
            and line.table_no = above.table_no
            and line.column_no = above.column_no
            and above.row_no < line.row_no - 1
    where
        not line.is_total
        and line.amount_gbp <> 0
        and line.sum_so_far - 2 * line.amount_gbp = above.sum_so_far - above.amount_gbp
),

column_sums as (
    select
        cells.paper_id,
        cells.table_no,
        max(cells.line) filter (where cells.row_no = total_rows.total_row)
        || ', '
        || cells.column_name as subject,
        sum(cells.amount_gbp) filter (where cells.row_no < total_rows.total_row) as added,
        max(cells.amount_gbp) filter (where cells.row_no = total_rows.total_row) as printed,
        arg_max({ 'locator': cells.locator, 'quote': cells.quote }, cells.row_no) as source,
    from cells
    inner join total_rows
        on cells.paper_id = total_rows.paper_id and cells.table_no = total_rows.table_no
    anti join hidden_sub_totals
        on
            cells.paper_id = hidden_sub_totals.paper_id
            and cells.table_no = hidden_sub_totals.table_no
    group by cells.paper_id, cells.table_no, cells.column_no, cells.column_name
    having count(*) > 2
),

sums as (
    select subject, added, printed, source, paper_id from row_sums
    union all
    select subject, added, printed, source, paper_id from column_sums
)

select
    'total_does_not_add_up' as rule,
    'budget_lines' as table_name,
    subject,
    cast(added as varchar) as expected,
    cast(printed as varchar) as observed,
    paper_id,
    source.locator as locator,
    source.quote as quote,
from sums
where printed <> added
