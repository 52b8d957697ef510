/*
One row: one number worth adding up that is not a total stated by a sentence or table, or that has
more parts than the statements do.
*/
with

parts as (
    select
        coalesce(programme_id, programme_name) as programme_key,
        period,
        unit,
        status,
        dimension,
        paper_id,
        sum(participants) as most_added,
    from programme_participation
    where dimension <> 'total'
    group by all
)

select
    chosen.paper_id,
    chosen.locator,
    chosen.programme_name,
    chosen.period,
    chosen.unit,
    chosen.status,
    chosen.participants,
    chosen.parts_added,
from participation_statements as chosen
left join parts
    on
        coalesce(chosen.programme_id, chosen.programme_name) = parts.programme_key
        and chosen.period is not distinct from parts.period
        and chosen.unit is not distinct from parts.unit
        and chosen.status = parts.status
        and chosen.dimension = parts.dimension
        and chosen.paper_id = parts.paper_id
where
    (chosen.dimension = 'total') is distinct from (chosen.parts_added is null)
    or (
        chosen.parts_added is not null
        and (parts.most_added is null or chosen.participants > parts.most_added)
    )
    or (
        chosen.parts_added is null
        and not exists (
            select 1
            from programme_participation as stated
            where
                stated.paper_id = chosen.paper_id
                and stated.locator = chosen.locator
                and stated.participants = chosen.participants
                and stated.dimension = 'total'
        )
        and not exists (
            select 1
            from leadership_stats as cells
            where cells.paper_id = chosen.paper_id and cells.locator = chosen.locator
        )
    )
order by all
