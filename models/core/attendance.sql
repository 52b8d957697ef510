/*
One row: one meeting and person, after the evidence of all papers has been reconciled. Key:
meeting_id, councillor_id.
Authority and party come from the evidence of the meeting. If it gives none, they come from the
membership of that board and year. If that gives none, they come from what papers say of the person
in the nearest other year or on another board of that year; only this last step is an inference. A
name that is not in the register gives way to a known authority of the same year.
*/
with

missing as (
    select
        decided.meeting_id,
        decided.councillor_id,
        cast(left(meetings.meeting_year, 4) as integer) as first_year,
    from int_attendance_decided as decided
    inner join meetings on decided.meeting_id = meetings.meeting_id
    left join int_listed_memberships as seats
        on
            meetings.board_id = seats.board_id
            and meetings.meeting_year = seats.meeting_year
            and decided.councillor_id = seats.councillor_id
    where
        (decided.council is null and seats.council_name is null)
        or (decided.politics is null and seats.political_group is null)
),

nearest as (
    select
        missing.meeting_id,
        missing.councillor_id,
        arg_min(
            {
                'council_id': years.council_id,
                'council_name': years.council_name,
                'is_same_year': years.first_year = missing.first_year
            },
            row(abs(years.first_year - missing.first_year), years.first_year)
        ) filter (where years.council_name is not null) as council,
        arg_min(
            {
                'political_group': years.political_group,
                'party': years.party,
                'is_same_year': years.first_year = missing.first_year
            },
            row(abs(years.first_year - missing.first_year), years.first_year)
        ) filter (where years.political_group is not null) as politics,
    from missing
    inner join int_person_years as years on missing.councillor_id = years.councillor_id
    group by missing.meeting_id, missing.councillor_id
),

candidates as (
    select
        decided.*,
        seats.role as seat_role,
        coalesce(
            if(decided.council.council_id is not null, decided.council, null),
            if(
                seats.council_id is not null,
                { 'council_id': seats.council_id, 'council_name': seats.council_name },
                null
            ),
            decided.council,
            if(
                seats.council_name is not null,
                { 'council_id': seats.council_id, 'council_name': seats.council_name },
                null
            )
        ) as known_council,
        coalesce(
            decided.politics,
            if(
                seats.political_group is not null,
                { 'political_group': seats.political_group, 'party': seats.party },
                null
            )
        ) as known_politics,
        nearest.council as nearest_council,
        nearest.politics as nearest_politics,
    from int_attendance_decided as decided
    inner join meetings on decided.meeting_id = meetings.meeting_id
    left join int_listed_memberships as seats
        on
            meetings.board_id = seats.board_id
            and meetings.meeting_year = seats.meeting_year
            and decided.councillor_id = seats.councillor_id
    left join nearest
        on
            decided.meeting_id = nearest.meeting_id
            and decided.councillor_id = nearest.councillor_id
),

completed as (
    select
        *,
        coalesce(
            known_council.council_id, if(known_council is null, nearest_council.council_id, null)
        )
            as council_id,
        coalesce(known_council.council_name, nearest_council.council_name) as council_name,
        coalesce(known_politics.political_group, nearest_politics.political_group)
            as political_group,
        case
            when known_politics is null then nearest_politics.party
            when known_politics.party is not null then known_politics.party
            when known_politics.political_group = politics_with_party.political_group
                then politics_with_party.party
        end as party,
        case
            when known_council is not null or nearest_council is null then null
            when nearest_council.is_same_year then 'council_from_other_board'
            else 'council_from_other_year'
        end as council_rule,
        case
            when known_politics is not null or nearest_politics is null then null
            when nearest_politics.is_same_year then 'group_from_other_board'
            else 'group_from_other_year'
        end as group_rule,
    from candidates
)

select
    completed.meeting_id,
    completed.deciding.board_id as board_id,
    completed.deciding.meeting_date as meeting_date,
    completed.councillor_id,
    completed.deciding.councillor_name as councillor_name,
    completed.council_id,
    completed.council_name,
    councils.region,
    completed.party,
    completed.political_group,
    coalesce(completed.weighty_capacity, completed.deciding.capacity) as capacity,
    completed.deciding.status as status,
    completed.mode,
    completed.substitutes_for,
    completed.deciding.is_inferred
    or completed.council_rule is not null
    or completed.group_rule is not null as is_inferred,
    nullif(
        concat_ws(
            '; ',
            completed.deciding.inference_rule,
            completed.council_rule,
            completed.group_rule
        ),
        ''
    ) as inference_rule,
    completed.deciding.paper_id as paper_id,
    completed.deciding.locator as locator,
    completed.deciding.quote as quote,
    meetings.board_name,
    meetings.meeting_year,
    papers.label as paper_label,
    completed.deciding.proof as proof,
from completed
inner join meetings on completed.meeting_id = meetings.meeting_id
inner join papers on completed.deciding.paper_id = papers.paper_id
left join councils on completed.council_id = councils.council_id
