/*
One row: one exact number of people in a programme at one day that an earlier paper tells
otherwise. Without a day two numbers may both be right: people go on signing up.
*/
with

told as (
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
    where said.as_of is not null and said.qualifier = 'exactly'
    -- A paper that tells of two numbers counts two things.
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
)

select
    'figure_told_in_two_ways' as rule,
    'programme_participation' as table_name,
    concat_ws(
        ', ', earlier.programme_name, earlier.dimension_value, earlier.unit, earlier.as_of
    ) as subject,
    cast(later.participants as varchar) as expected,
    cast(earlier.participants as varchar) as observed,
    earlier.paper_id,
    earlier.locator,
    earlier.quote,
from told as earlier
inner join told as later
    on
        earlier.programme_name = later.programme_name
        and earlier.period is not distinct from later.period
        and earlier.as_of = later.as_of
        and earlier.dimension = later.dimension
        and earlier.dimension_value is not distinct from later.dimension_value
        and earlier.unit = later.unit
        and earlier.status = later.status
        and earlier.recency < later.recency
where earlier.participants <> later.participants
