/*
One row: one finding, of a paper's extraction or of a rule in this folder.
Key: rule, table_name, subject, paper_id, locator, observed.
A new rule is a new file here: findings_each is the union of all of them.
*/
with

gathered as (
    select * exclude (place) from stg_findings
    where table_name not in ('tables', 'sentences')
    union all by name
    select * from findings_each
)

select
    rule,
    table_name,
    subject,
    expected,
    observed,
    paper_id,
    locator,
    quote,
from gathered
qualify row_number() over (
    partition by rule, table_name, subject, paper_id, locator, observed order by expected, quote
) = 1
