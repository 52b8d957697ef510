/*
One row: one leadership table without a date that repeats a table of another paper. That table has a
date, and has each of its cells with the same figure. Key: paper_id, table_no, period, dimension.
*/
with

sizes as (
    select
        paper_id,
        table_no,
        period,
        dimension,
        count(distinct row(programme_code, dimension_value)) as cells,
    from stg_leadership_stats
    where as_of is null
    group by all
),

matches as (
    select
        undated.paper_id,
        undated.table_no,
        undated.period,
        undated.dimension,
        dated.paper_id as dated_paper_id,
        dated.table_no as dated_table_no,
        count(distinct row(undated.programme_code, undated.dimension_value)) as cells,
    from stg_leadership_stats as undated
    inner join stg_leadership_stats as dated
        on
            undated.paper_id <> dated.paper_id
            and undated.period = dated.period
            and undated.dimension = dated.dimension
            and undated.programme_code = dated.programme_code
            and undated.dimension_value = dated.dimension_value
            and undated.councillors = dated.councillors
    where undated.as_of is null and dated.as_of is not null
    group by all
)

select distinct
    sizes.paper_id,
    sizes.table_no,
    sizes.period,
    sizes.dimension,
from sizes
inner join matches
    on
        sizes.paper_id = matches.paper_id
        and sizes.table_no = matches.table_no
        and sizes.period = matches.period
        and sizes.dimension = matches.dimension
        and sizes.cells = matches.cells
