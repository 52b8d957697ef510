/*
One row: one local authority, past or present, as a legal body. Key: council_id.
The register decides; no paper adds a row.
*/
select
    register.council_id,
    register.gss_code,
    register.name,
    register.short_name,
    register.region,
    register.nation,
    register.council_type,
    register.valid_from,
    register.valid_to,
from stg_councils as register
