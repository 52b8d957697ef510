/*
One row: councillors of one political group in one region and type of council after one year's
elections, as the register has it. Key: year, region, council_type, political_group.
*/
select
    cast(register.year as integer) as year,
    cast(register.region as varchar) as region,
    cast(register.council_type as varchar) as council_type,
    cast(register.political_group as varchar) as political_group,
    cast(register.councillors as integer) as councillors,
    cast(register.source as varchar) as source,
from reference.councillors_in_post as register
