/*
One row: uptake of one programme by political_group; programme_id all for every programme together.
Key: period, as_of, programme_id, political_group.
The row for all programmes is the printed Total column where there is one, else the sum of the
columns. Councillors in post are those after the May elections of the period's first year.
*/
with

in_post as (
    select
        year,
        political_group,
        sum(councillors) as councillors,
        min(source) as source,
    from councillors_in_post
    group by all
),

years_known as (
    select distinct year from councillors_in_post
)

select
    uptake.period,
    uptake.as_of,
    uptake.programme_id,
    uptake.dimension_value as political_group,
    uptake.councillors,
    uptake.councillors / nullif(uptake.programme_total, 0) as share,
    cast(in_post.councillors as integer) as councillors_in_political_group,
    in_post.source as denominator_source,
    100 * uptake.councillors / nullif(in_post.councillors, 0) as uptake_per_100,
    case
        when in_post.councillors > 0 then null
        when uptake.first_year is null then 'The table names no period.'
        when years_known.year is null
            then 'The register holds no councillors in post for ' || uptake.first_year || '.'
        else
            'The register holds no councillors in post of this kind: members who sit there '
            || 'are counted in the councils that they were elected to, or had no group of their '
            || 'own yet.'
    end as denominator_note,
from stg_uptake as uptake
left join years_known on uptake.first_year = years_known.year
left join in_post
    on uptake.first_year = in_post.year and uptake.dimension_value = in_post.political_group
where uptake.dimension = 'political_group'
