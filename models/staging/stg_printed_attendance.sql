/*
One row: one statement that someone came or did not. Key: none; a paper may say the same thing
twice.
Only papers that are there count. place holds the numbers of the locator, so that l9 comes before
l10.
*/
select
    extracted.paper_id,
    extracted.board_id,
    extracted.meeting_date,
    extracted.meeting_type,
    extracted.board_id
    || ':' || extracted.meeting_date
    || coalesce(':' || extracted.meeting_type, '') as printed_meeting,
    extracted.meeting_year,
    extracted.councillor_id,
    extracted.councillor_name,
    extracted.honours,
    extracted.council_id,
    extracted.council_name,
    extracted.party,
    extracted.political_group,
    extracted.capacity,
    extracted.status,
    extracted.mode,
    extracted.substitutes_for,
    extracted.evidence_kind,
    extracted.is_inferred,
    extracted.inference_rule,
    extracted.proof,
    extracted.person_key,
    extracted.locator,
    extracted.quote,
    list_transform(
        regexp_extract_all(extracted.locator, '\d+'), lambda part: cast(part as integer)
    ) as place,
from extracts.attendance as extracted
where extracted.paper_id in (select files.paper_id from extracts.files as files)
