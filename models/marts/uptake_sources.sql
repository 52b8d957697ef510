/*
One row: one printed cell behind the uptake figures, with the paper that it is in. Key: period,
as_of, programme_code, dimension, dimension_value.
Printed totals stay, so that a reader can compare them with the sums: programme_id all is the total
column, dimension_value total the total row. Rows with values that are not in the register are left
out, because no figure uses them. A table of another status than the figures' is left out too.
*/
with

cells as (
    select
        period,
        as_of,
        if(lower(trim(programme_code)) like 'total%', 'all', programme_id) as programme_id,
        programme_code,
        dimension,
        dimension_value,
        councillors,
        status,
        paper_id,
        locator,
        quote,
        proof,
    from leadership_stats
)

select
    cells.period,
    cells.as_of,
    cells.programme_id,
    programmes.name as programme_name,
    cells.programme_code,
    cells.dimension,
    cells.dimension_value,
    cells.councillors,
    cells.paper_id,
    papers.source_path,
    papers.title as paper_title,
    cells.locator,
    cells.quote,
    cells.proof,
from cells
inner join papers on cells.paper_id = papers.paper_id
inner join stg_dimension_values as known
    on cells.dimension = known.dimension and cells.dimension_value = known.dimension_value
semi join int_uptake_tables as counted
    on
        cells.period is not distinct from counted.period
        and cells.as_of is not distinct from counted.as_of
        and cells.dimension = counted.dimension
        and cells.status is not distinct from counted.status
left join programmes on cells.programme_id = programmes.programme_id
