/*
One row: councillors of one dimension's value in one programme, compared with those in post. Key:
period, as_of, dimension, dimension_value, programme_id.
Councillors in post are those after the elections of the period's first year, and of no other year.
The share is of the sum of the table's rows, because a printed total may be a misprint.
denominator_note says why there is no number, or what a number leaves out.
*/
with

years_covered as (
    select
        min(year) as first_covered,
        max(year) as last_covered,
    from councillors_in_post
),

against_posts as (
    select
        uptake.*,
        in_post.councillors as in_post,
        in_post.source as denominator_source,
        in_post.left_out,
        uptake.first_year in (
            select posts.year from councillors_in_post as posts
        ) as is_year_covered,
        -- 2009/10-2011/12 is longer than the one year that the register counts.
        contains(uptake.period, '-') as is_of_several_years,
    from int_uptake as uptake
    left join int_denominators as in_post
        on
            uptake.dimension = in_post.dimension
            and uptake.dimension_value = in_post.dimension_value
            and uptake.first_year = in_post.year
),

explained as (
    select
        against_posts.*,
        case
            when against_posts.first_year is null
                then ['The table names no period, so no year to count the councillors in post of.']
            when not against_posts.is_year_covered
                then [
                    'The register has no councillors in post for ' || against_posts.first_year
                    || ': it covers ' || years_covered.first_covered || ' to '
                    || years_covered.last_covered || '.'
                ]
            when against_posts.in_post > 0
                then [
                    if(
                        against_posts.is_of_several_years,
                        'Councillors in post are those of ' || against_posts.first_year
                        || ', the first year of the period.',
                        null
                    ),
                    'Councillors in post leave out ' || against_posts.left_out || ': the register '
                    || 'has no number for ' || against_posts.first_year || '.',
                ]
            when against_posts.dimension = 'council_type'
                then [
                    'Nobody is elected to authorities of this type: their members sit there for '
                    || 'other councils and are counted in those.'
                ]
            when against_posts.dimension = 'political_group'
                then [
                    'The register counts nobody in this group in ' || against_posts.first_year
                    || ': members of a party without a group of its own are counted in another.'
                ]
            else [
                'The register counts nobody in this region in ' || against_posts.first_year || '.'
            ]
        end as notes,
    from against_posts
    cross join years_covered
)

select
    period,
    as_of,
    programme_id,
    programme_name,
    dimension,
    dimension_value,
    councillors,
    councillors / nullif(rows_total, 0) as share,
    cast(in_post as integer) as in_post,
    -- The register shows the state after a year's elections; the latest of them were in June.
    if(in_post is null, null, make_date(first_year, 6, 30)) as councillors_as_of,
    denominator_source,
    100 * councillors / nullif(in_post, 0) as uptake_per_100,
    nullif(array_to_string(notes, ' '), '') as denominator_note,
    proof,
from explained
