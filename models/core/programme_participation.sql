/*
One row: one statement of how many took part in a programme, from tables and prose alike.
Key: paper_id, locator, programme_id, programme_name, dimension, dimension_value, participants,
unit, qualifier, status, period.
The printed totals of leadership tables are left out. If a sentence does not print a period, it has
the period of the nearest date, marked as inferred. A programme that is not in the register has no
programme_id. A number that another sentence or a table gives too is agreed.
*/
with

from_prose as (
    select
        programmes.programme_id,
        coalesce(programmes.name, statements.programme_name) as programme_name,
        statements.period,
        statements.as_of,
        statements.dimension,
        statements.dimension_value,
        statements.participants,
        statements.unit,
        statements.qualifier,
        statements.status,
        statements.is_inferred,
        statements.inference_rule,
        statements.paper_id,
        statements.locator,
        statements.quote,
        coalesce(stated.proof, statements.proof) as proof,
    from stg_programme_participation as statements
    left join programmes on statements.programme_id = programmes.programme_id
    left join int_figures_stated as stated
        on
            coalesce(statements.programme_id, statements.programme_name) = stated.programme_key
            and statements.period is not distinct from stated.period
            and statements.as_of is not distinct from stated.as_of
            and (statements.as_of is null) = stated.is_of_any_day
            and statements.dimension = stated.dimension
            and statements.dimension_value = stated.dimension_value
            and statements.participants = stated.participants
            and statements.unit is not distinct from stated.unit
            and statements.qualifier is not distinct from stated.qualifier
            and statements.status is not distinct from stated.status
),

from_tables as (
    select
        programmes.programme_id,
        cells.programme_name,
        cells.period,
        cells.as_of,
        cells.dimension,
        cells.dimension_value,
        cells.councillors as participants,
        'councillors' as unit,
        'exactly' as qualifier,
        cells.status,
        false as is_inferred,
        null as inference_rule,
        cells.paper_id,
        cells.locator,
        cells.quote,
        cells.proof,
    from leadership_stats as cells
    left join programmes on cells.programme_id = programmes.programme_id
    where not cells.is_total
),

all_statements as (
    select * from from_prose
    union all by name
    select * from from_tables
)

select
    statements.programme_id,
    statements.programme_name,
    statements.period,
    statements.as_of,
    statements.dimension,
    statements.dimension_value,
    statements.participants,
    statements.unit,
    statements.qualifier,
    statements.status,
    statements.is_inferred,
    statements.inference_rule,
    statements.paper_id,
    statements.locator,
    statements.quote,
    papers.label as paper_label,
    statements.proof,
from all_statements as statements
inner join papers on statements.paper_id = papers.paper_id
qualify row_number() over (
    partition by
        statements.paper_id, statements.locator, statements.programme_id,
        statements.programme_name, statements.dimension, statements.dimension_value,
        statements.participants, statements.unit, statements.qualifier, statements.status,
        statements.period
    order by
        statements.is_inferred, statements.as_of desc nulls last, statements.inference_rule,
        statements.quote, statements.proof
) = 1
