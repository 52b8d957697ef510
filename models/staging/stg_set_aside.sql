/*
One row: one row of a table that the audit set aside. Key: none.
subject is its key as people read it.
*/
select
    withheld.paper_id,
    withheld.table_name,
    withheld.reason,
    withheld.values,
    withheld.locator,
    withheld.quote,
    withheld.subject,
from extracts.set_aside as withheld
