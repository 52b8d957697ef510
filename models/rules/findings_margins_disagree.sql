/*
One row: one programme whose councillors by region or by council type add up to another number than
by political group.
If the councillors of authorities without seats of their own (those that no count of councillors in
post has) make up the difference, they are the reason and the finding is only a note.
*/
with

details as (
    select
        *,
        concat_ws('|', programme_id, status, coalesce(period, ''), as_of) as column_key,
    from int_table_figures
    where programme_id <> 'all'
),

uncounted as (
    select
        details.column_key,
        details.dimension,
        sum(details.councillors) as councillors,
    from details
    where
        details.dimension = 'council_type'
        and details.dimension_value not in (
            select in_post.council_type from councillors_in_post as in_post
        )
    group by all
),

margins as (
    select
        column_key,
        programme_id,
        status,
        period,
        as_of,
        dimension,
        max(rows_total) as councillors,
    from details
    group by all
),

compared as (
    select
        margin.*,
        party.councillors as councillors_by_party,
        coalesce(uncounted.councillors, 0) as councillors_uncounted,
    from margins as margin
    inner join margins as party
        on margin.column_key = party.column_key and party.dimension = 'political_group'
    left join uncounted
        on margin.column_key = uncounted.column_key and margin.dimension = uncounted.dimension
    where margin.dimension <> 'political_group' and margin.councillors <> party.councillors
),

places as (
    select
        period,
        as_of,
        dimension,
        status,
        programme_id,
        arg_min(
            { 'paper_id': paper_id, 'locator': locator, 'quote': quote },
            row(dimension_value <> 'total', paper_id, locator)
        ) as source,
    from leadership_stats
    group by all
)

select
    if(
        abs(compared.councillors - compared.councillors_by_party) = compared.councillors_uncounted,
        'margins_differ_by_uncounted_types',
        'margins_disagree'
    ) as rule,
    'leadership_stats' as table_name,
    compared.programme_id || ' by ' || compared.dimension as subject,
    cast(compared.councillors_by_party as varchar) as expected,
    cast(compared.councillors as varchar) as observed,
    places.source.paper_id as paper_id,
    places.source.locator as locator,
    places.source.quote as quote,
from compared
inner join places
    on
        compared.period is not distinct from places.period
        and compared.as_of is not distinct from places.as_of
        and compared.dimension = places.dimension
        and compared.status is not distinct from places.status
        and compared.programme_id = places.programme_id
