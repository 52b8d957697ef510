/*
One row: one council that is covered by words that are in no statement about delivered peer
challenges of the sector.
*/
select
    coverage.covered_by_paper_id as paper_id,
    coverage.covered_by_locator as locator,
    coverage.council_id,
    coverage.covered_by_statement,
from peer_challenge_coverage as coverage
anti join peer_challenges as statements
    on
        coverage.covered_by_paper_id = statements.paper_id
        and coverage.covered_by_locator = statements.locator
        and coverage.covered_by_statement = statements.quote
        and statements.council_name is null
        and statements.status = 'delivered'
where coverage.covered_by_statement is not null
order by all
