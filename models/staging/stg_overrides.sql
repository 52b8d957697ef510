/*
One row: one ruling about who is who, which overrules what the models would decide.
Key: councillor_id, council_id, distinct_from.
*/
select
    register.councillor_id,
    register.council_id,
    register.same_as,
    register.distinct_from,
    register.reason,
    register.source,
from reference.overrides as register
