/*
One row: councillors of one dimension's value in one programme of one leadership table. The
programme all is every programme together. Key: period, as_of, dimension, status, dimension_value,
programme_id.
Tables of different statuses count the same people and are never added.
The printed Total column is used for all; if a row has none, the sum of its columns is.
programme_total is the printed total row, or the sum of the rows if none is printed. rows_total is
always the sum of the rows. Both include rows with values that are not in the register; this table
leaves those rows out. sources lists the paper and the place of each printed cell behind the number,
and proof is the weakest of theirs.
*/
with

cells as (
    select
        period,
        as_of,
        dimension,
        status,
        dimension_value,
        if(lower(trim(programme_code)) like 'total%', 'all', programme_id) as programme_id,
        programme_code,
        councillors,
        paper_id || ' ' || locator as source,
        proof,
    from leadership_stats
),

codes as (
    select
        programme_id,
        min(programme_code) as programme_code,
    from cells
    group by programme_id
),

columns_added as (
    select
        period,
        as_of,
        dimension,
        status,
        dimension_value,
        'all' as programme_id,
        sum(councillors) as councillors,
        string_agg(distinct source, '; ' order by source) as sources,
        weakest(proof) as proof,
    from cells
    where programme_id <> 'all'
    group by all
),

printed as (
    select
        period,
        as_of,
        dimension,
        status,
        dimension_value,
        programme_id,
        sum(councillors) as councillors,
        string_agg(distinct source, '; ' order by source) as sources,
        weakest(proof) as proof,
    from cells
    group by all
),

figures as (
    select * from printed
    union all by name
    select columns_added.*
    from columns_added
    anti join printed
        on
            columns_added.period is not distinct from printed.period
            and columns_added.as_of is not distinct from printed.as_of
            and columns_added.dimension = printed.dimension
            and columns_added.status is not distinct from printed.status
            and columns_added.dimension_value = printed.dimension_value
            and printed.programme_id = 'all'
),

with_totals as (
    select
        *,
        coalesce(
            sum(councillors) filter (where dimension_value = 'total') over programme,
            sum(councillors) filter (where dimension_value <> 'total') over programme
        ) as programme_total,
        sum(councillors) filter (where dimension_value <> 'total') over programme as rows_total,
        coalesce(
            weakest(if(dimension_value = 'total', proof, null)) over programme,
            weakest(if(dimension_value <> 'total', proof, null)) over programme
        ) as total_proof,
    from figures
    window programme as (partition by period, as_of, dimension, status, programme_id)
)

select
    totalled.period,
    totalled.as_of,
    try_cast(left(totalled.period, 4) as integer) as first_year,
    totalled.dimension,
    totalled.status,
    totalled.dimension_value,
    totalled.programme_id,
    case
        when totalled.programme_id = 'all' then 'All programmes'
        else coalesce(programmes.name, codes.programme_code)
    end as programme_name,
    try_cast(totalled.councillors as integer) as councillors,
    try_cast(totalled.programme_total as integer) as programme_total,
    try_cast(totalled.rows_total as integer) as rows_total,
    totalled.sources,
    totalled.proof,
    totalled.total_proof,
from with_totals as totalled
inner join stg_dimension_values as known
    on
        totalled.dimension = known.dimension
        and totalled.dimension_value = known.dimension_value
left join programmes on totalled.programme_id = programmes.programme_id
left join codes on totalled.programme_id = codes.programme_id
where totalled.dimension_value <> 'total'
