/*
One row: one fault found while reading; the catalogue of rules has its severity and message. Key:
none; a paper may say the same thing twice.
Only papers that are there count. place holds the numbers of the locator, so that l9 comes before
l10.
*/
select
    extracted.paper_id,
    extracted.rule,
    extracted.table_name,
    extracted.subject,
    extracted.expected,
    extracted.observed,
    extracted.locator,
    extracted.quote,
    list_transform(
        regexp_extract_all(extracted.locator, '\d+'), lambda part: cast(part as integer)
    ) as place,
from extracts.findings as extracted
where extracted.paper_id in (select files.paper_id from extracts.files as files)
