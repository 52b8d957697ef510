/*
One row: one LGA programme. Key: programme_id.
The register decides; no paper adds a row.
*/
select
    register.programme_id,
    register.name,
    register.acronym,
    register.theme,
from stg_programmes as register
