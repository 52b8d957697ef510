/*
One row: one leadership table that gives way to a later one of the same paper, although the two
differ: it has a cell that the later one lacks or prints with another figure.
*/
with

first_places as (
    select
        paper_id,
        table_no,
        arg_min(locator, row(place, locator)) as locator,
    from stg_leadership_stats
    group by all
),

stated_otherwise as (
    select
        superseded.*,
        arg_min(
            { 'locator': cells.locator, 'quote': cells.quote }, row(cells.place, cells.quote)
        ) as source,
        count(*) as cells,
    from int_superseded_tables as superseded
    inner join stg_leadership_stats as cells
        on superseded.paper_id = cells.paper_id and superseded.table_no = cells.table_no
    anti join stg_leadership_stats as later
        on
            superseded.paper_id = later.paper_id
            and superseded.later_table_no = later.table_no
            and cells.programme_code = later.programme_code
            and cells.dimension_value = later.dimension_value
            and cells.councillors = later.councillors
    group by all
)

select
    'tables_of_one_paper_disagree' as rule,
    'leadership_stats' as table_name,
    concat_ws(', ', stated.dimension, stated.period, stated.as_of, stated.status) as subject,
    first_places.locator as expected,
    cast(stated.cells as varchar) as observed,
    stated.paper_id,
    stated.source.locator as locator,
    stated.source.quote as quote,
from stated_otherwise as stated
inner join first_places
    on stated.paper_id = first_places.paper_id and stated.later_table_no = first_places.table_no
