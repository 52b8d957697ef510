/*
One row: one local authority, past or present, as a legal body, as the register has it. Key:
council_id.
*/
select
    cast(register.council_id as varchar) as council_id,
    cast(register.gss_code as varchar) as gss_code,
    cast(register.name as varchar) as name,
    cast(register.short_name as varchar) as short_name,
    cast(register.region as varchar) as region,
    cast(register.nation as varchar) as nation,
    cast(register.council_type as varchar) as council_type,
    cast(register.valid_from as date) as valid_from,
    cast(register.valid_to as date) as valid_to,
from reference.councils as register
