/*
One row: one printed name and the name that stands for it, another spelling of it or itself.
Key: printed_id.
Names that pairs connect are one name if each of them fits each other; where one does not (D Bee
fits Dora Bee and Dan Bee), none is merged, and the finding one_person_two_spellings tells. The
name of most papers stands for the others, then that of most statements, then the longest; a given
name comes before a peerage.
*/
with recursive

connected as (
    select
        one as printed_id,
        one as reached,
    from stg_name_pairs
    union
    select
        connected.printed_id,
        pairs.other as reached,
    from connected
    inner join stg_name_pairs as pairs on connected.reached = pairs.one
),

groups_of_names as (
    select
        printed_id,
        min(reached) as group_id,
        count(*) as names,
    from connected
    group by printed_id
),

pair_counts as (
    select
        one as printed_id,
        count(*) as pairs,
    from stg_name_pairs
    group by one
),

whole_groups as (
    select groups_of_names.group_id
    from groups_of_names
    inner join pair_counts on groups_of_names.printed_id = pair_counts.printed_id
    group by groups_of_names.group_id
    having bool_and(pair_counts.pairs = groups_of_names.names - 1)
),

weights as (
    select
        printed_id,
        count(distinct paper_id) as papers,
        sum(statements) as statements,
        string_split(printed_id, '-')[1] in (
            select peerages.title from stg_peerages as peerages
        ) as is_peer,
    from stg_mentions
    group by printed_id
),

standing as (
    select
        groups_of_names.group_id,
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
    from groups_of_names
    inner join whole_groups on groups_of_names.group_id = whole_groups.group_id
    inner join weights on groups_of_names.printed_id = weights.printed_id
    group by groups_of_names.group_id
)

select
    weights.printed_id,
    coalesce(standing.name_id, weights.printed_id) as name_id,
    pairs.rule,
from weights
left join groups_of_names on weights.printed_id = groups_of_names.printed_id
left join standing on groups_of_names.group_id = standing.group_id
left join stg_name_pairs as pairs
    on weights.printed_id = pairs.one and standing.name_id = pairs.other
