/*
One row: one finding of severity error. Such a finding stops the publication.
*/
select
    paper_id,
    locator,
    rule,
    table_name,
    subject,
    message,
from quality_findings
where severity = 'error'
order by all
