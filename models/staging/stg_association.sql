/*
One row: the association whose boards the register holds. Key: name.
The first line of the register has its name; the others have more of its printed forms.
*/
select cast(register.name as varchar) as name
from reference.association_names as register
order by register.rowid
limit 1
