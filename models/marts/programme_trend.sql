/*
One row: how many took part in one programme in one period, or are planned to, in one unit. Key:
programme_id, programme_name, unit, standing, period.
Actual numbers (took part, signed up) and plans are rows of different standing and are never
compared; neither includes those who dropped out. A table's total counts as one statement. A period
that only the title or the date of the paper suggests starts no trend.
Of several statements the latest known counts, then the greatest, because a number of a part is
smaller. The change is from the year just before, if the same programme, unit and standing has a row
for it. There is no change across a gap, or between periods of several years.
proof is the weaker of both years'.
*/
with

dated as (
    select
        *,
        if(status = 'planned', 'planned', 'actual') as standing,
        -- 2009/10-2011/12 has no year before it.
        if(contains(period, '-'), null, try_cast(left(period, 4) as integer)) as first_year,
    from int_programme_totals
    where
        period is not null
        and status in ('took_part', 'signed_up', 'planned')
        and coalesce(inference_rule, '') not in (
            'period_from_title', 'period_from_paper_date', 'period_from_calendar_year'
        )
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
    try_cast(chosen.participants as integer) as participants,
    chosen.qualifier,
    chosen.status,
    chosen.as_of,
    -- Board and financial years both still run on 31 March.
    chosen.standing = 'actual'
    and chosen.known_on < make_date(chosen.first_year + 1, 3, 31) as is_part_year,
    year_before.period as previous_period,
    try_cast(year_before.participants as integer) as previous_participants,
    year_before.qualifier as previous_qualifier,
    try_cast(chosen.participants - year_before.participants as integer) as change,
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
    less_sure(chosen.proof, year_before.proof) as proof,
from chosen
left join chosen as year_before
    on
        chosen.programme_key = year_before.programme_key
        and chosen.unit is not distinct from year_before.unit
        and chosen.standing = year_before.standing
        and chosen.first_year = year_before.first_year + 1
