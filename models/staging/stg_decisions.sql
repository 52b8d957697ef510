/*
One row: one decision in a meeting's note. Key: none; a paper may say the same thing twice.
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
    extracted.item_no,
    extracted.item_title,
    extracted.seq,
    extracted.text,
    extracted.proof,
    extracted.locator,
    extracted.quote,
    list_transform(
        regexp_extract_all(extracted.locator, '\d+'), lambda part: cast(part as integer)
    ) as place,
from extracts.decisions as extracted
where extracted.paper_id in (select files.paper_id from extracts.files as files)
