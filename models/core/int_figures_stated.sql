/*
One row: one number of those who took part in a programme, as papers give it, and how it is proved.
Key: all columns but proof.
A table is one place, and so is a sentence. A number that two places give for the same programme,
period, day and part is agreed. is_of_any_day: a sentence without a day may speak of any, and so may
a table without a day that repeats one with a day. Other tables without a day are of a day unknown.
*/
with

stated as (
    select
        cells.programme_id as programme_key,
        cells.period,
        cells.as_of,
        reprinted.table_no is not null and cells.as_of is null as is_of_any_day,
        if(cells.dimension_value = 'total', 'total', cells.dimension) as dimension,
        cells.dimension_value,
        cells.councillors as participants,
        'councillors' as unit,
        'exactly' as qualifier,
        cells.status,
        cells.proof,
        cells.paper_id || ' table ' || cells.table_no as place,
    from stg_leadership_stats as cells
    left join int_reprinted_tables as reprinted
        on
            cells.paper_id = reprinted.paper_id
            and cells.table_no = reprinted.table_no
            and cells.period = reprinted.period
            and cells.dimension = reprinted.dimension
    union all by name
    select
        coalesce(programme_id, programme_name) as programme_key,
        period,
        as_of,
        as_of is null as is_of_any_day,
        dimension,
        dimension_value,
        participants,
        unit,
        qualifier,
        status,
        proof,
        paper_id || ' ' || locator as place,
    from stg_programme_participation
),

stated_once as (
    select
        * exclude (proof, place),
        strongest(proof) as proof,
        min(place) as first_place,
        max(place) as last_place,
    from stated
    group by all
)

select
    stated.programme_key,
    stated.period,
    stated.as_of,
    stated.is_of_any_day,
    stated.dimension,
    stated.dimension_value,
    stated.participants,
    stated.unit,
    stated.qualifier,
    stated.status,
    confirmed(
        strongest(others.proof), min(others.first_place), max(others.last_place)
    ) as proof,
from stated_once as stated
inner join stated_once as others
    on
        stated.programme_key = others.programme_key
        and stated.period is not distinct from others.period
        and stated.dimension = others.dimension
        and stated.dimension_value = others.dimension_value
        and stated.participants = others.participants
        and stated.unit is not distinct from others.unit
        and stated.qualifier is not distinct from others.qualifier
        and stated.status is not distinct from others.status
        and (
            stated.as_of is not distinct from others.as_of
            or stated.is_of_any_day
            or others.is_of_any_day
        )
group by all
