/*
One row: one printed figure of a budget table. Key: paper_id, table_no, row_no, column_no.
A table of the same title and year that is printed in two papers counts once: the later paper
decides. A table without a title or year is never matched with another.
A figure that two tables of that title and year print is agreed.
*/
select
    lines.paper_id,
    lines.table_title,
    lines.financial_year,
    lines.line,
    lines.column_name,
    lines.amount_gbp,
    lines.is_total,
    lines.table_no,
    lines.row_no,
    lines.column_no,
    lines.locator,
    lines.quote,
    papers.label as paper_label,
    if(
        lines.table_title is null or lines.financial_year is null,
        lines.proof,
        confirmed(
            strongest(lines.proof) over same_figure,
            min(row(lines.paper_id, lines.table_no)) over same_figure,
            max(row(lines.paper_id, lines.table_no)) over same_figure
        )
    ) as proof,
from stg_budget_lines as lines
inner join papers on lines.paper_id = papers.paper_id
inner join stg_papers as papers_read on lines.paper_id = papers_read.paper_id
window
    same_figure as (
        partition by
            lower(lines.table_title), lines.financial_year, lines.line, lines.column_name,
            lines.amount_gbp, lines.is_total
    )
qualify
    lines.table_title is null
    or lines.financial_year is null
    or papers_read.recency = max(papers_read.recency) over (
        partition by lower(lines.table_title), lines.financial_year
    )
