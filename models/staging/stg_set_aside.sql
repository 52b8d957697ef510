/*
One row: one reading that was not trusted, by an extractor or by the audit of an earlier candidate.
Key: none.
subject says which row it is, in words for people.
Only papers that are there count; the audit names no others.
*/
select
    extracted.paper_id,
    extracted.table_name,
    extracted.reason,
    extracted.values,
    extracted.locator,
    extracted.quote,
    extracted.subject,
from extracts.set_aside as extracted
where extracted.paper_id in (select files.paper_id from extracts.files as files)
union all
select
    withheld.paper_id,
    withheld.table_name,
    withheld.reason,
    withheld.values,
    withheld.locator,
    withheld.quote,
    withheld.subject,
from extracts.withheld as withheld
