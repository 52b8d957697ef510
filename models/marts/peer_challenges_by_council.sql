/*
One row: one peer challenge of one named council, however many statements mention it. Key:
council_id, council_name, challenge_type, period, status.
A joint challenge is in the row of each of its councils, with all that it saved. The marts by region
and type and the summary count it once.
*/
select
    named.council_id,
    named.council_name,
    councils.region,
    councils.council_type,
    named.challenge_type,
    named.period,
    named.status,
    cast(named.challenges as integer) as challenges,
    named.qualifier,
    (
        select string_agg(others.council_name, ', ' order by others.council_name)
        from int_named_challenges as others
        where
            named.is_joint
            and others.challenge_id = named.challenge_id
            and others.challenge_type = named.challenge_type
            and others.period is not distinct from named.period
            and others.status = named.status
            and others.council_key <> named.council_key
    ) as joint_with,
    named.savings_gbp,
    named.savings_period,
    named.paper_id,
    named.locator,
    named.quote,
    named.proof,
from int_named_challenges as named
left join councils on named.council_id = councils.council_id
