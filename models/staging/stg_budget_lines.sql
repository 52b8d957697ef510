/*
One row: one printed figure of a budget table. Key: none; a paper may say the same thing twice.
Only papers that are there count. place holds the numbers of the locator, so that l9 comes before
l10.
*/
select
    extracted.paper_id,
    extracted.table_title,
    extracted.financial_year,
    extracted.line,
    extracted.column_name,
    extracted.amount_gbp,
    extracted.is_total,
    extracted.table_no,
    extracted.row_no,
    extracted.column_no,
    extracted.proof,
    extracted.locator,
    extracted.quote,
    list_transform(
        regexp_extract_all(extracted.locator, '\d+'), lambda part: cast(part as integer)
    ) as place,
from extracts.budget_lines as extracted
where extracted.paper_id in (select files.paper_id from extracts.files as files)
