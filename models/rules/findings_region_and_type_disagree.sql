/*
One row: one programme whose number of councillors from a region is not its number from the region's
one type of council, which no other region has.
If the councillors of authorities without seats of their own can make up the difference, they are
the reason and the finding is only a note. If a paper prints a cell more than once, the first of its
last table counts.
*/
with

pairs as (
    select
        region,
        min(council_type) as council_type,
    from councillors_in_post
    group by region
    having
        count(distinct council_type) = 1
        and min(council_type) not in (
            select elsewhere.council_type from councillors_in_post as elsewhere
            group by elsewhere.council_type
            having count(distinct elsewhere.region) > 1
        )
),

printed as (
    select * from stg_leadership_stats
    where programme_id <> 'all' and dimension_value <> 'total'
    qualify row_number() over (
        partition by
            paper_id, period, as_of, status, programme_id, dimension, dimension_value
        order by table_no desc, row_no, column_no, place
    ) = 1
),

uncounted as (
    select
        paper_id,
        period,
        as_of,
        status,
        programme_id,
        sum(councillors) as councillors,
    from printed
    where
        dimension = 'council_type'
        and dimension_value not in (
            select in_post.council_type from councillors_in_post as in_post
        )
    group by all
)

select
    if(
        by_region.councillors > by_type.councillors
        and by_region.councillors - by_type.councillors <= coalesce(uncounted.councillors, 0),
        'margins_differ_by_uncounted_types',
        'region_and_type_disagree'
    ) as rule,
    'leadership_stats' as table_name,
    by_region.programme_id || ', ' || pairs.region as subject,
    cast(by_type.councillors as varchar) as expected,
    cast(by_region.councillors as varchar) as observed,
    by_region.paper_id,
    by_region.locator,
    by_region.quote,
from printed as by_region
inner join pairs
    on by_region.dimension_value = pairs.region and by_region.dimension = 'region'
inner join printed as by_type
    on
        pairs.council_type = by_type.dimension_value
        and by_type.dimension = 'council_type'
        and by_region.paper_id = by_type.paper_id
        and by_region.period is not distinct from by_type.period
        and by_region.as_of is not distinct from by_type.as_of
        and by_region.status is not distinct from by_type.status
        and by_region.programme_id = by_type.programme_id
left join uncounted
    on
        by_region.paper_id = uncounted.paper_id
        and by_region.period is not distinct from uncounted.period
        and by_region.as_of is not distinct from uncounted.as_of
        and by_region.status is not distinct from uncounted.status
        and by_region.programme_id = uncounted.programme_id
where by_region.councillors <> by_type.councillors
