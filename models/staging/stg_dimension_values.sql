/*
One row: one canonical value of one dimension, as the register has it; total is a value of each.
Key: dimension, dimension_value.
*/
select distinct
    register.kind as dimension,
    register.value as dimension_value,
from reference.dimensions as register
where register.kind <> 'header'
