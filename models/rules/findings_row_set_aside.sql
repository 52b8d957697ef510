/*
One row: one finding row_set_aside: a row that broke a check and is in set_aside instead.
Key: table_name, subject, paper_id, locator.
*/
select
    'row_set_aside' as rule,
    withheld.table_name,
    withheld.subject,
    cast(null as varchar) as expected,
    string_agg(withheld.reason, '; ' order by withheld.reason) as observed,
    withheld.paper_id,
    withheld.locator,
    min(withheld.quote) as quote,
from stg_set_aside as withheld
group by withheld.table_name, withheld.subject, withheld.paper_id, withheld.locator
