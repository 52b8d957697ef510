/*
One row: one seat on a board in a year, from a membership list. Key: none; a paper may say the same
thing twice.
Only papers that are there count. place holds the numbers of the locator, so that l9 comes before
l10.
*/
select
    extracted.paper_id,
    extracted.board_id,
    extracted.board_name,
    extracted.meeting_year,
    extracted.councillor_id,
    extracted.councillor_name,
    extracted.honours,
    extracted.council_id,
    extracted.council_name,
    extracted.party,
    extracted.political_group,
    extracted.role,
    extracted.is_inferred,
    extracted.inference_rule,
    extracted.locator,
    extracted.quote,
    list_transform(
        regexp_extract_all(extracted.locator, '\d+'), lambda part: cast(part as integer)
    ) as place,
from extracts.board_memberships as extracted
where extracted.paper_id in (select files.paper_id from extracts.files as files)
