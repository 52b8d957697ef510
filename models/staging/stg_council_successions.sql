/*
One row: one body that took over (part of) another, as the register has it. Key: council_id,
successor_council_id.
*/
select
    cast(register.council_id as varchar) as council_id,
    cast(register.successor_council_id as varchar) as successor_council_id,
    cast(register.changed_on as date) as changed_on,
from reference.council_successions as register
