/*
One row: councillors of one political group in one region and type of council after one year's
elections. Key: year, region, council_type, political_group.
The register decides; no paper adds a row.
*/
select
    register.year,
    register.region,
    register.council_type,
    register.political_group,
    register.councillors,
    register.source,
from stg_councillors_in_post as register
