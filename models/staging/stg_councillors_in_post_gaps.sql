/*
One row: one council that the register of councillors in post leaves out in one year, as the
register of gaps has it. Key: year, council_id.
*/
select
    cast(register.year as integer) as year,
    cast(register.council_id as varchar) as council_id,
from reference.councillors_in_post_gaps as register
