/*
One row: one printed cell of a leadership programme table.
Key: period, as_of, programme_code, dimension, dimension_value, status.
A table that is printed in two papers counts once: the later paper decides for each programme that
it prints, and leaves the others to the earlier one. A table without a date that only repeats one
with a date gives way to that one.
Within a paper, tables without a common cell are parts of one table. If two tables have a cell in
common, the later table decides, and no cell of the other counts.
A cell that another table or a sentence gives too is agreed.
*/
with

ranked_tables as (
    select
        cells.*,
        dense_rank() over (
            partition by
                cells.period, cells.as_of, cells.dimension, cells.status, cells.programme_id
            order by papers_read.recency desc
        ) as paper_rank,
    from stg_leadership_stats as cells
    inner join stg_papers as papers_read on cells.paper_id = papers_read.paper_id
),

decided_tables as (
    select ranked_tables.*
    from ranked_tables
    anti join int_superseded_tables as superseded
        on
            ranked_tables.paper_id = superseded.paper_id
            and ranked_tables.period is not distinct from superseded.period
            and ranked_tables.as_of is not distinct from superseded.as_of
            and ranked_tables.dimension = superseded.dimension
            and ranked_tables.status is not distinct from superseded.status
            and ranked_tables.table_no = superseded.table_no
    anti join int_reprinted_tables as reprinted
        on
            ranked_tables.as_of is null
            and ranked_tables.paper_id = reprinted.paper_id
            and ranked_tables.table_no = reprinted.table_no
            and ranked_tables.period = reprinted.period
            and ranked_tables.dimension = reprinted.dimension
    where ranked_tables.paper_rank = 1
),

ranked_cells as (
    select
        *,
        row_number() over (
            partition by period, as_of, programme_code, dimension, dimension_value, status
            order by row_no, column_no, place
        ) as rank,
    from decided_tables
)

select
    ranked_cells.period,
    ranked_cells.as_of,
    ranked_cells.programme_id,
    ranked_cells.programme_code,
    ranked_cells.dimension,
    ranked_cells.dimension_value,
    ranked_cells.councillors,
    ranked_cells.status,
    ranked_cells.is_total,
    ranked_cells.paper_id,
    ranked_cells.locator,
    ranked_cells.quote,
    coalesce(
        programmes.name,
        if(ranked_cells.programme_id = 'all', 'All programmes', ranked_cells.programme_code)
    ) as programme_name,
    papers.label as paper_label,
    coalesce(stated.proof, ranked_cells.proof) as proof,
from ranked_cells
inner join papers on ranked_cells.paper_id = papers.paper_id
left join int_figures_stated as stated
    on
        ranked_cells.programme_id = stated.programme_key
        and ranked_cells.period is not distinct from stated.period
        and ranked_cells.as_of is not distinct from stated.as_of
        and not stated.is_of_any_day
        and if(ranked_cells.dimension_value = 'total', 'total', ranked_cells.dimension)
        = stated.dimension
        and ranked_cells.dimension_value = stated.dimension_value
        and ranked_cells.councillors = stated.participants
        and stated.unit = 'councillors'
        and stated.qualifier = 'exactly'
        and ranked_cells.status is not distinct from stated.status
left join programmes on ranked_cells.programme_id = programmes.programme_id
where ranked_cells.rank = 1
