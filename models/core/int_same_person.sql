/*
One row: the person meant by a printed name beside this authority, on this board, in this year, of
this group. Names that need no decision are left out.
Key: printed_id, council_id, board_id, meeting_year, political_group.
If two people share a name and no authority is printed, the one of that board and year is meant,
then one of that year, then one of another year; at each step one of the same group comes first. If
two remain, the plain name is taken and the finding namesake_unclear reports it. overrides.csv
overrules all of this.
*/
with

contexts as (
    select distinct
        mentions.printed_id,
        mentions.council_id,
        mentions.board_id,
        mentions.meeting_year,
        mentions.political_group,
        names.name_id,
        names.rule as name_rule,
    from int_mentions as mentions
    inner join int_names as names on mentions.printed_id = names.printed_id
),

-- What a seat may share with a context, and its weight; a name alone proves nothing.
nearnesses as (
    select
        *,
        unnest([
            'name',
            if(meeting_year is null, null, 'any year'),
            meeting_year,
            board_id || ' ' || meeting_year
        ]) as nearness,
        unnest([null, 0, 2, 3]) as weight,
    from contexts
),

seats as (
    select distinct
        namesakes.name_id,
        namesakes.councillor_id,
        namesakes.rank,
        near.nearness,
        near.political_group,
    from int_namesakes as namesakes
    inner join nearnesses as near
        on namesakes.name_id = near.name_id and namesakes.council_id = near.council_id
),

candidates as (
    select
        near.printed_id,
        near.board_id,
        near.meeting_year,
        near.political_group,
        seats.councillor_id,
        seats.rank,
        max(
            near.weight
            + 4 * cast(
                near.political_group is not distinct from seats.political_group
                or near.political_group is null
                or seats.political_group is null as integer
            )
        ) as fit,
    from nearnesses as near
    inner join seats on near.name_id = seats.name_id and near.nearness = seats.nearness
    where near.council_id is null
    group by all
),

ranked_candidates as (
    select
        *,
        rank() over (
            partition by printed_id, board_id, meeting_year, political_group order by fit desc
        ) as place,
    from candidates
),

chosen as (
    select
        printed_id,
        cast(null as varchar) as council_id,
        board_id,
        meeting_year,
        political_group,
        arg_min(councillor_id, rank) as councillor_id,
        count(*) as bearers,
    from ranked_candidates
    where place = 1
    group by all
),

rulings as (
    select
        councillor_id as ruled_id,
        council_id,
        min(same_as) as same_as,
    from stg_overrides
    where same_as is not null
    group by all
),

decided as (
    select
        contexts.*,
        coalesce(
            council_ruling.same_as,
            name_ruling.same_as,
            namesakes.councillor_id,
            chosen.councillor_id,
            contexts.name_id
        ) as councillor_id,
        case
            when coalesce(council_ruling.same_as, name_ruling.same_as) is not null
                then 'overruled'
            when chosen.bearers > 1 then 'namesake_unclear'
            when chosen.bearers = 1 then 'namesake_by_board_and_year'
        end as person_rule,
    from contexts
    left join int_namesakes as namesakes
        on contexts.name_id = namesakes.name_id and contexts.council_id = namesakes.council_id
    left join chosen
        on
            contexts.printed_id = chosen.printed_id
            and contexts.council_id is not distinct from chosen.council_id
            and contexts.board_id is not distinct from chosen.board_id
            and contexts.meeting_year is not distinct from chosen.meeting_year
            and contexts.political_group is not distinct from chosen.political_group
    left join rulings as council_ruling
        on
            contexts.printed_id = council_ruling.ruled_id
            and contexts.council_id = council_ruling.council_id
    left join rulings as name_ruling
        on contexts.printed_id = name_ruling.ruled_id and name_ruling.council_id is null
)

select
    printed_id,
    council_id,
    board_id,
    meeting_year,
    political_group,
    councillor_id,
    case
        when person_rule = 'overruled' then person_rule
        else nullif(concat_ws('; ', name_rule, person_rule), '')
    end as identity_rule,
from decided
where councillor_id <> printed_id or person_rule is not null
