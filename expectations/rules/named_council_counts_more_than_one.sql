/*
One row: one statement about a named council whose number of challenges is not one.
*/
select
    paper_id,
    locator,
    council_name,
    challenges,
from peer_challenges
where council_id is not null and challenges is distinct from 1
order by all
