/*
One row: one council's challenge that a statement mentions and that the list by council lacks.
A statement that a council has had none is not a challenge.
*/
select
    statements.paper_id,
    statements.locator,
    statements.council_name,
    statements.challenge_type,
    statements.period,
    statements.status,
from peer_challenges as statements
where
    statements.council_name is not null
    and statements.status <> 'not_had'
    and not exists (
        select 1
        from peer_challenges_by_council as listed
        where
            coalesce(listed.council_id, listed.council_name)
            = coalesce(statements.council_id, statements.council_name)
            and listed.challenge_type = statements.challenge_type
            and listed.period is not distinct from statements.period
            and listed.status = statements.status
    )
order by all
