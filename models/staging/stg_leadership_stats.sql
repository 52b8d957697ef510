/*
One row: one printed cell of a leadership programme table. Key: none; a paper may say the same
thing twice.
Only papers that are there count. place holds the numbers of the locator, so that l9 comes before
l10.
*/
select
    extracted.paper_id,
    extracted.period,
    extracted.as_of,
    extracted.programme_id,
    extracted.programme_code,
    extracted.dimension,
    extracted.dimension_value,
    extracted.councillors,
    extracted.status,
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
from extracts.leadership_stats as extracted
where extracted.paper_id in (select files.paper_id from extracts.files as files)
