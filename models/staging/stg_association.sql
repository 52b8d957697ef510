/*
One row: the association whose boards the register holds. Key: name.
*/
select distinct cast(register.name as varchar) as name
from reference.association_names as register
