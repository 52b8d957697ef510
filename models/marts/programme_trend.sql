/*
One row: how many took part in one programme in one period, or are planned to, in one unit.
Key: programme_id, programme_name, unit, standing, period.
Actual numbers (took part, signed up) and plans are rows of different standing and never compared;
those who dropped out are in neither. A table's total counts as one statement. Of several statements
the one that was known last counts, then the greatest: a number of a part is smaller.
The change is from the year just before, where a row of the same programme, unit and standing has
it; across a gap, or between periods of several years, there is none.
*/
with

table_totals as (
    select
        figures.programme_id,
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
        cells.paper_id,
        cells.locator,
        cells.quote,
    from stg_uptake as figures
    inner join leadership_stats as cells
        on
            figures.period = cells.period
            and figures.as_of is not distinct from cells.as_of
            and figures.dimension = cells.dimension
            and (figures.programme_id = cells.programme_id or figures.programme_id = 'all')
    left join programmes on figures.programme_id = programmes.programme_id
    -- The printed total of the programme itself is the best place to look it up.
    qualify row_number() over (
        partition by figures.period, figures.as_of, figures.programme_id
        order by
            cells.dimension_value = 'total' desc,
            lower(trim(cells.programme_code)) like 'total%'
            is distinct from (figures.programme_id = 'all'),
            figures.dimension, cells.locator, cells.programme_code
    ) = 1
),

statements as (
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
        paper_id,
        locator,
        quote,
    from programme_participation
    where
        dimension = 'total'
        and period is not null
        and participants is not null
        and status in ('took_part', 'signed_up', 'planned')
),

dated as (
    select
        statements.*,
        coalesce(statements.programme_id, statements.programme_name) as programme_key,
        if(statements.status = 'planned', 'planned', 'actual') as standing,
        -- 2009/10-2011/12 has no year before it.
        if(
            contains(statements.period, '-'), null, try_cast(left(statements.period, 4) as integer)
        ) as first_year,
        coalesce(statements.as_of, papers_read.meeting_date) as known_on,
        papers_read.recency,
    from statements
    inner join stg_papers as papers_read on statements.paper_id = papers_read.paper_id
),

chosen as (
    select
        *,
        count(*) over (partition by programme_key, unit, standing, period) as statements_found,
    from dated
    qualify row_number() over (
        partition by programme_key, unit, standing, period
        order by
            known_on desc nulls last, participants desc, qualifier = 'exactly' desc, recency desc,
            status, locator, quote
    ) = 1
)

select
    chosen.programme_id,
    chosen.programme_name,
    chosen.unit,
    chosen.standing,
    chosen.period,
    cast(chosen.participants as integer) as participants,
    chosen.qualifier,
    chosen.status,
    chosen.as_of,
    -- Board and financial years both still run on 31 March.
    chosen.standing = 'actual'
    and chosen.known_on < make_date(chosen.first_year + 1, 3, 31) as is_part_year,
    year_before.period as previous_period,
    cast(year_before.participants as integer) as previous_participants,
    cast(chosen.participants - year_before.participants as integer) as change,
    (chosen.participants - year_before.participants)
    / nullif(year_before.participants, 0) as change_share,
    if(
        year_before.period is null,
        null,
        coalesce(chosen.qualifier = 'exactly' and year_before.qualifier = 'exactly', false)
    ) as is_change_exact,
    cast(chosen.statements_found as integer) as statements,
    chosen.paper_id,
    chosen.locator,
    chosen.quote,
from chosen
left join chosen as year_before
    on
        chosen.programme_key = year_before.programme_key
        and chosen.unit is not distinct from year_before.unit
        and chosen.standing = year_before.standing
        and chosen.first_year = year_before.first_year + 1
