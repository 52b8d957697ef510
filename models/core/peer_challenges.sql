/*
One row: one statement about peer challenges or peer reviews.
Key: paper_id, locator, quote, council_name, challenge_type, status, period, savings_period; where
no council is named, challenges too: one sentence may count those of districts and of counties.
A statement that another place repeats, savings included, is agreed. If it names no council and no
number, the other place must have the same words.
*/
select
    statements.council_id,
    statements.council_name,
    statements.challenge_type,
    statements.period,
    statements.challenges,
    statements.qualifier,
    statements.status,
    statements.savings_gbp,
    statements.savings_period,
    statements.paper_id,
    statements.locator,
    statements.quote,
    statements.joint_no,
    statements.happened_on,
    papers.label as paper_label,
    confirmed(
        strongest(statements.proof) over same_challenge,
        min(statements.paper_id || statements.locator) over same_challenge,
        max(statements.paper_id || statements.locator) over same_challenge
    ) as proof,
from stg_peer_challenges as statements
inner join papers on statements.paper_id = papers.paper_id
window
    same_challenge as (
        partition by
            coalesce(statements.council_id, statements.council_name), statements.challenge_type,
            statements.period, statements.challenges, statements.qualifier, statements.status,
            statements.savings_gbp, statements.savings_period,
            if(
                statements.council_name is null
                and statements.challenges is null
                and statements.savings_gbp is null,
                statements.quote,
                null
            )
    )
qualify row_number() over (
    partition by
        statements.paper_id, statements.locator, statements.quote, statements.council_name,
        statements.challenge_type, statements.status, statements.period, statements.savings_period,
        if(statements.council_name is null, statements.challenges, null)
    order by
        statements.joint_no nulls last, statements.savings_gbp desc nulls last,
        statements.challenges desc nulls last
) = 1
