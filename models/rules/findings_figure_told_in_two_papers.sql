/*
One row: one exact number of people in a programme on one day that a later paper gives differently.
The first such paper after it gives the expected value. Without a day two numbers may both be right:
people go on signing up.
*/
with

stated as (
    select distinct
        said.programme_name,
        said.period,
        said.as_of,
        said.dimension,
        said.dimension_value,
        said.unit,
        said.status,
        said.participants,
        papers_read.recency,
        said.paper_id,
        said.locator,
        said.quote,
    from stg_programme_participation as said
    inner join stg_papers as papers_read on said.paper_id = papers_read.paper_id
    where
        said.programme_name is not null
        and said.as_of is not null
        and said.qualifier = 'exactly'
    -- A paper that gives two numbers counts two things.
    qualify count(distinct said.participants) over (
        partition by
            said.paper_id,
            said.programme_name,
            said.period,
            said.as_of,
            said.dimension,
            said.dimension_value,
            said.unit,
            said.status
    ) = 1
),

followed as (
    select
        *,
        lead(participants) over papers_in_order as next_participants,
    from stated
    window
        papers_in_order as (
            partition by
                programme_name, period, as_of, dimension, dimension_value, unit, status
            order by recency
        )
),

compared as (
    select
        *,
        first_value(nullif(next_participants, participants) ignore nulls) over (
            partition by
                programme_name, period, as_of, dimension, dimension_value, unit, status
            order by recency
            rows between current row and unbounded following
        ) as told_later,
    from followed
)

select
    'figure_told_in_two_ways' as rule,
    'programme_participation' as table_name,
    concat_ws(', ', programme_name, dimension_value, unit, as_of) as subject,
    cast(told_later as varchar) as expected,
    cast(participants as varchar) as observed,
    paper_id,
    locator,
    quote,
from compared
where told_later is not null
