/*
One row: one statement of how many took part in a programme. Key: none; a paper may say
the same thing twice.
Only papers that are there count. place holds the numbers of the locator, so that l9 comes before
l10.
*/
select
    extracted.paper_id,
    extracted.programme_id,
    extracted.programme_name,
    extracted.period,
    extracted.as_of,
    extracted.dimension,
    extracted.dimension_value,
    extracted.participants,
    extracted.unit,
    extracted.qualifier,
    extracted.status,
    extracted.is_inferred,
    extracted.inference_rule,
    extracted.proof,
    extracted.locator,
    extracted.quote,
    list_transform(
        regexp_extract_all(extracted.locator, '\d+'), lambda part: cast(part as integer)
    ) as place,
from extracts.programme_participation as extracted
where extracted.paper_id in (select files.paper_id from extracts.files as files)
