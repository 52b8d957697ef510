/*
One row: the councillors in post of one dimension's value after one year's elections. Key:
dimension, dimension_value, year.
source credits every source of the sum, each once. left_out names the councils that are missing from
the sum. It is not known which groups their councillors belong to, so they are missing from every
group.
*/
with

seats as (
    select
        unnest(['region', 'council_type', 'political_group']) as dimension,
        unnest([region, council_type, political_group]) as dimension_value,
        year,
        councillors,
        string_split(source, '; ') as sources,
    from councillors_in_post
),

added as (
    select
        dimension,
        dimension_value,
        year,
        sum(councillors) as councillors,
        list_sort(list_distinct(flatten(list(sources)))) as sources,
    from seats
    group by all
),

lacking as (
    select
        added.dimension,
        added.dimension_value,
        added.year,
        string_agg(gaps.council_name, ', ' order by gaps.council_name) as left_out,
    from added
    inner join councillors_in_post_gaps as gaps
        on
            added.year = gaps.year
            and (
                added.dimension = 'political_group'
                or (added.dimension = 'region' and added.dimension_value = gaps.region)
                or (added.dimension = 'council_type' and added.dimension_value = gaps.council_type)
            )
    group by all
)

select
    added.dimension,
    added.dimension_value,
    added.year,
    cast(added.councillors as integer) as councillors,
    array_to_string(added.sources, '; ') as source,
    lacking.left_out,
from added
left join lacking
    on
        added.dimension = lacking.dimension
        and added.dimension_value = lacking.dimension_value
        and added.year = lacking.year
