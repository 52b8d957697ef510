/*
One row: one printed name and the person's main name, which is another spelling of it or itself.
Key: printed_id.
Names that pairs connect are one name if each of them fits every other. If one does not fit (D Bee
fits Dora Bee and Dan Bee), none is merged, and the finding one_person_two_spellings reports it.
The main name is the one in most papers, then in most statements, then the longest. A given name
comes before a peerage.
*/
with

-- Each fits every other if all of them fit the same names, including themselves.
circles as (
    select
        one as printed_id,
        list_sort(list_append(list(other), one)) as names,
    from int_name_pairs
    group by one
),

weights as (
    select
        printed_id,
        count(distinct paper_id) as papers,
        sum(statements) as statements,
        string_split(printed_id, '-')[1] in (
            select peerages.title from stg_peerages as peerages
        ) as is_peer,
    from int_mentions
    group by printed_id
),

standing as (
    select
        circles.names,
        arg_min(
            weights.printed_id,
            row(
                weights.is_peer,
                -weights.papers,
                -weights.statements,
                -length(weights.printed_id),
                weights.printed_id
            )
        ) as name_id,
    from circles
    inner join weights on circles.printed_id = weights.printed_id
    group by circles.names
    having count(*) = len(circles.names)
)

select
    weights.printed_id,
    coalesce(standing.name_id, weights.printed_id) as name_id,
    pairs.rule,
from weights
left join circles on weights.printed_id = circles.printed_id
left join standing on circles.names = standing.names
left join int_name_pairs as pairs
    on weights.printed_id = pairs.one and standing.name_id = pairs.other
