/*
One row: one statement about peer challenges or peer reviews. Key: none; a paper may say the same
thing twice.
Only papers that are there count. place holds the numbers of the locator, so that l9 comes before
l10.
*/
select
    extracted.paper_id,
    extracted.council_id,
    extracted.council_name,
    extracted.challenge_type,
    extracted.period,
    extracted.challenges,
    extracted.qualifier,
    extracted.status,
    extracted.savings_gbp,
    extracted.savings_period,
    extracted.proof,
    extracted.locator,
    extracted.quote,
    extracted.joint_no,
    extracted.happened_on,
    list_transform(
        regexp_extract_all(extracted.locator, '\d+'), lambda part: cast(part as integer)
    ) as place,
from extracts.peer_challenges as extracted
where extracted.paper_id in (select files.paper_id from extracts.files as files)
