/*
One row: one reading that was not trusted and is in no other table.
Key: paper_id, table_name, reason, values, locator.
*/
select distinct
    withheld.paper_id,
    withheld.table_name,
    withheld.reason,
    withheld.values,
    withheld.locator,
    withheld.quote,
from stg_set_aside as withheld
