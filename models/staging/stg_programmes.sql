/*
One row: one LGA programme, as the register has it. Key: programme_id.
*/
select
    cast(register.programme_id as varchar) as programme_id,
    cast(register.name as varchar) as name,
    cast(register.acronym as varchar) as acronym,
    cast(register.theme as varchar) as theme,
from reference.programmes as register
