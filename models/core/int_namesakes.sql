/*
One row: one authority of a name that two or more people share, and the person it belongs to. Key:
name_id, council_id.
Two authorities of one name contradict each other, and are two people, if one list names both, if
their political groups have nothing in common, or if two boards name them in one year.
Three things are no contradiction. One authority may be the successor of the other. A member of a
county, fire or national park authority may sit on another authority of the region. The papers of
one board and year may differ, which is a change or a misprint.
A name without contradicting authorities is one person who changed. Otherwise each authority is one
person, but some authorities belong together: if one came after the other, or if they share a group
or a board's year and neither contradicts an authority of the other.
The person named first in time keeps the plain name. The others add their authority to it.
*/
with recursive

mentions as (
    select
        names.name_id,
        int_mentions.council_id,
        int_mentions.meeting_year,
        int_mentions.political_group,
        int_mentions.list_id,
        concat_ws(' ', int_mentions.board_id, int_mentions.meeting_year) as seat_id,
    from int_mentions
    inner join int_names as names on int_mentions.printed_id = names.printed_id
    where int_mentions.council_id is not null
),

units as (
    select
        mentions.name_id,
        mentions.council_id,
        councils.council_type,
        councils.region,
        coalesce(list_distinct(list(mentions.meeting_year)), []) as years,
        coalesce(list_distinct(list(mentions.political_group)), []) as political_groups,
        coalesce(list_distinct(list(mentions.list_id)), []) as lists,
        list_distinct(list(mentions.seat_id)) as seats,
        min(mentions.meeting_year) as first_year,
    from mentions
    left join stg_councils as councils on mentions.council_id = councils.council_id
    group by all
),

unit_pairs as (
    select
        one.name_id,
        one.council_id as one,
        other.council_id as other,
        (one.council_id, other.council_id) in (
            select (lines.council_id, lines.later_id) from int_council_lines as lines
        )
        or (other.council_id, one.council_id) in (
            select (lines.council_id, lines.later_id) from int_council_lines as lines
        ) as is_succession,
        list_has_any(one.years, other.years) as is_same_year,
        list_has_any(one.lists, other.lists) as is_same_list,
        list_has_any(one.seats, other.seats) as is_same_seat,
        len(one.political_groups) > 0
        and len(other.political_groups) > 0
        and not list_has_any(one.political_groups, other.political_groups) as is_other_group,
        list_has_any(one.political_groups, other.political_groups) as is_same_group,
        one.region = other.region
        and one.council_type <> other.council_type
        and (
            one.council_type in ('county', 'fire', 'national_park')
            or other.council_type in ('county', 'fire', 'national_park')
        ) as is_two_tiers,
    from units as one
    inner join units as other on one.name_id = other.name_id and one.council_id <> other.council_id
),

judged_pairs as (
    select
        name_id,
        one,
        other,
        is_succession,
        not is_succession
        and (
            is_same_list
            or is_other_group
            or (is_same_year and not is_same_seat and not is_two_tiers)
        ) as is_contradiction,
        is_succession or is_same_seat or is_same_group as is_alike,
    from unit_pairs
),

shared_names as (
    select distinct name_id
    from judged_pairs
    where is_contradiction
),

-- The authorities that belong with each authority, and those that contradict it.
stances as (
    select
        name_id,
        one as council_id,
        coalesce(list(other) filter (where is_alike and not is_contradiction), []) as alike,
        coalesce(list(other) filter (where is_contradiction), []) as contradicted,
    from judged_pairs
    group by name_id, one
),

joined_pairs as (
    select
        pairs.name_id,
        pairs.one,
        pairs.other,
    from judged_pairs as pairs
    inner join stances as one on pairs.name_id = one.name_id and pairs.one = one.council_id
    inner join stances as other on pairs.name_id = other.name_id and pairs.other = other.council_id
    where
        pairs.is_succession
        or (
            pairs.is_alike
            and not pairs.is_contradiction
            and not list_has_any(one.alike, other.contradicted)
            and not list_has_any(other.alike, one.contradicted)
        )
),

connected as (
    select
        units.name_id,
        units.council_id,
        units.council_id as reached,
    from units
    inner join shared_names on units.name_id = shared_names.name_id
    union
    select
        connected.name_id,
        connected.council_id,
        joined_pairs.other as reached,
    from connected
    inner join joined_pairs
        on connected.name_id = joined_pairs.name_id and connected.reached = joined_pairs.one
),

bearers as (
    select
        connected.name_id,
        connected.council_id,
        arg_min(
            { 'council_id': units.council_id, 'first_year': units.first_year },
            row(coalesce(units.first_year, '9999/00'), units.council_id)
        ) as first_seat,
    from connected
    inner join units
        on connected.name_id = units.name_id and connected.reached = units.council_id
    group by connected.name_id, connected.council_id
),

ranked_bearers as (
    select
        *,
        dense_rank() over (
            partition by name_id
            order by coalesce(first_seat.first_year, '9999/00'), first_seat.council_id
        ) as rank,
    from bearers
)

select
    name_id,
    council_id,
    if(rank = 1, name_id, name_id || '-' || first_seat.council_id) as councillor_id,
    rank,
from ranked_bearers
