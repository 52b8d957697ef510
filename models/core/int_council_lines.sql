/*
One row: one authority and one that came after it, directly or through others. Key: council_id,
later_id.
*/
with recursive

followed as (
    select
        council_id,
        successor_council_id as later_id,
    from stg_council_successions
    union
    select
        followed.council_id,
        next_step.successor_council_id as later_id,
    from followed
    inner join stg_council_successions as next_step on followed.later_id = next_step.council_id
)

select
    council_id,
    later_id,
from followed
