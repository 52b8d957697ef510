/*
One row: one code of a council over time, as the register has it. Key: scheme, code, council_id.
*/
select
    cast(register.council_id as varchar) as council_id,
    cast(register.scheme as varchar) as scheme,
    cast(register.code as varchar) as code,
    cast(register.valid_from as date) as valid_from,
    cast(register.valid_to as date) as valid_to,
from reference.council_codes as register
