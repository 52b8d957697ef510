/*
One row: one paper with numbers next to words about programmes, peer challenges or councillors that
no row took.
Extraction finds them as it reads the sentences; the finding is at the first of them.
*/
select
    'numbers_unread' as rule,
    'papers' as table_name,
    papers.label as subject,
    found.expected,
    found.observed,
    found.paper_id,
    found.locator,
    found.quote,
from stg_findings as found
inner join papers on found.paper_id = papers.paper_id
where found.table_name = 'sentences' and found.rule = 'numbers_unread'
