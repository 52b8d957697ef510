/*
One row: one body that took over (part of) another. Key: council_id, successor_council_id.
The register decides; no paper adds a row.
*/
select
    register.council_id,
    register.successor_council_id,
    register.changed_on,
from stg_council_successions as register
