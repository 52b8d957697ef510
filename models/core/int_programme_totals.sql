/*
One row: one number that papers give for the whole of a programme, in a table or in a sentence. Key:
none; papers repeat each other.
A table's total counts as one statement: its printed total row, or the sum of its rows. A programme
that is not in the register has no programme_id; all means every programme of a table. known_on is
the day of the number, or else that of its paper.
*/
with

table_totals as (
    select
        if(figures.programme_id = 'all', 'all', programmes.programme_id) as programme_id,
        coalesce(
            programmes.name,
            if(figures.programme_id = 'all', 'All programmes', cells.programme_code)
        ) as programme_name,
        figures.period,
        figures.as_of,
        figures.programme_total as participants,
        'councillors' as unit,
        'exactly' as qualifier,
        cells.status,
        false as is_inferred,
        null as inference_rule,
        cells.paper_id,
        cells.locator,
        cells.quote,
        figures.total_proof as proof,
    from int_table_figures as figures
    inner join leadership_stats as cells
        on
            figures.period is not distinct from cells.period
            and figures.as_of is not distinct from cells.as_of
            and figures.dimension = cells.dimension
            and figures.status is not distinct from cells.status
            and (figures.programme_id = cells.programme_id or figures.programme_id = 'all')
    left join programmes on figures.programme_id = programmes.programme_id
    -- The printed total of the programme itself is the best place to look it up.
    qualify row_number() over (
        partition by figures.period, figures.as_of, figures.status, figures.programme_id
        order by
            cells.dimension_value = 'total' desc,
            lower(trim(cells.programme_code)) like 'total%'
            is distinct from (figures.programme_id = 'all'),
            figures.dimension, cells.locator, cells.programme_code
    ) = 1
),

totals as (
    select * from table_totals
    union all by name
    select
        programme_id,
        programme_name,
        period,
        as_of,
        participants,
        unit,
        qualifier,
        status,
        is_inferred,
        inference_rule,
        paper_id,
        locator,
        quote,
        proof,
    from programme_participation
    where dimension = 'total' and participants is not null
)

select
    totals.programme_id,
    totals.programme_name,
    coalesce(totals.programme_id, totals.programme_name) as programme_key,
    totals.period,
    totals.as_of,
    totals.participants,
    totals.unit,
    totals.qualifier,
    totals.status,
    totals.is_inferred,
    totals.inference_rule,
    coalesce(totals.as_of, papers_read.meeting_date) as known_on,
    papers_read.recency,
    totals.paper_id,
    totals.locator,
    totals.quote,
    totals.proof,
from totals
inner join stg_papers as papers_read on totals.paper_id = papers_read.paper_id
