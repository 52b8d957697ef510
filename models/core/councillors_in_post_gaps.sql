/*
One row: one council that councillors_in_post leaves out in one year, though it existed after that
year's elections. Key: year, council_id.
The registers decide; no paper adds a row.
*/
select
    gaps.year,
    gaps.council_id,
    councils.name as council_name,
    councils.region,
    councils.council_type,
from stg_councillors_in_post_gaps as gaps
inner join councils on gaps.council_id = councils.council_id
