/*
One row: one region and one political group in one programme, as the seats suggest. Key: period,
as_of, programme_id, region, political_group.
The method is iterative proportional fitting. Start from the councillors in post of each group in
each region after the elections of the period's first year. Scale each region to its printed margin,
then each group to its own, and repeat until nothing moves. Of all tables with the printed margins,
the result is nearest to the seats in relative entropy.
Half a seat is added to each cell: a group without a seat in a region is unlikely there but
possible, because seats change hands within a year. A year without seats gives no row.
*/
with recursive

seats as (
    select
        year,
        region,
        political_group,
        sum(councillors) as councillors,
    from councillors_in_post
    group by all
),

sources as (
    select
        year,
        array_to_string(
            list_sort(list_distinct(flatten(list(string_split(source, '; '))))), '; '
        ) as source,
    from councillors_in_post
    group by all
),

started as (
    select
        cells.period,
        cells.as_of,
        cells.programme_id,
        cells.region,
        cells.political_group,
        cells.region_participants,
        cells.group_participants,
        sources.source,
        coalesce(seats.councillors, 0) + 0.5::double as fitted,
    from int_region_by_party as cells
    inner join sources on cells.first_year = sources.year
    left join seats
        on
            cells.first_year = seats.year
            and cells.region = seats.region
            and cells.political_group = seats.political_group
),

rounds as (
    select
        *,
        0 as round_no,
        false as is_settled,
    from started
    union all
    select
        period,
        as_of,
        programme_id,
        region,
        political_group,
        region_participants,
        group_participants,
        source,
        scaled_twice as fitted,
        round_no + 1 as round_no,
        max(abs(scaled_twice - fitted)) over (
            partition by period, as_of, programme_id
        ) < 1e-9 as is_settled,
    from (
        select
            *,
            coalesce(
                scaled_once * group_participants / nullif(
                    sum(scaled_once) over (
                        partition by period, as_of, programme_id, political_group
                    ),
                    0
                ),
                0
            ) as scaled_twice,
        from (
            select
                *,
                coalesce(
                    fitted * region_participants / nullif(
                        sum(fitted) over (partition by period, as_of, programme_id, region), 0
                    ),
                    0
                ) as scaled_once,
            from rounds
            -- A table of a few margins settles in tens of rounds; this stops one that never would.
            where not is_settled and round_no < 1000
        ) as to_regions
    ) as to_groups
)

select
    period,
    as_of,
    programme_id,
    region,
    political_group,
    fitted as estimate_by_seats,
    source as denominator_source,
from rounds
qualify row_number() over (
    partition by period, as_of, programme_id, region, political_group
    order by round_no desc
) = 1
