/*
One row: one code of a council over time. Key: scheme, code, council_id.
The register decides; no paper adds a row.
*/
select
    register.council_id,
    register.scheme,
    register.code,
    register.valid_from,
    register.valid_to,
from stg_council_codes as register
