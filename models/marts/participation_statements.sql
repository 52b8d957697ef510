/*
One row: one number worth adding up: the most complete statement of one programme, period, unit and
status. Key: programme_id, programme_name, period, unit, status.
A total that a paper states, or that a table has, comes before parts. Of several totals, one with a
printed period comes first, then the latest known, then the greatest, because a number of a part is
smaller.
If no total is stated, the parts of one breakdown in one paper are added up, and parts_added says
how many. The breakdown with the most parts counts, and as_of is the latest day of its parts.
proof is then the weakest of theirs, and qualifier is about if theirs differ.
A total is never in the table together with its parts. So a number without a period is left out if
its paper has one with a period. A number over all programmes is left out too: the Total of a table
(programme_id all) is left out if a programme of that period, unit and status has a row. So is the
same number if the paper of the table repeats it on the same day, or under a name that is not in the
register.
Numbers of different units or statuses must not be added: they count the same people.
*/
with

parts as (
    select
        programme_id,
        programme_name,
        coalesce(programme_id, programme_name) as programme_key,
        period,
        max(as_of) as as_of,
        unit,
        status,
        dimension,
        dimension_value,
        paper_id,
        max(participants) as participants,
        arg_max(
            qualifier, row(participants, qualifier = 'exactly', qualifier)
        ) as qualifier,
        bool_or(is_inferred) as is_inferred,
        min(inference_rule) as inference_rule,
        arg_min(
            { 'locator': locator, 'quote': quote }, row(-participants, locator, quote)
        ) as source,
        arg_max(proof, row(participants, surer(proof, null))) as proof,
    from programme_participation
    where dimension <> 'total' and participants is not null
    group by all
),

parts_added as (
    select
        parts.programme_id,
        parts.programme_name,
        parts.programme_key,
        parts.period,
        max(parts.as_of) as as_of,
        parts.unit,
        parts.status,
        parts.dimension,
        if(count(*) = 1, min(parts.dimension_value), 'total') as dimension_value,
        sum(parts.participants) as participants,
        if(count(distinct parts.qualifier) = 1, min(parts.qualifier), 'about') as qualifier,
        bool_or(parts.is_inferred) as is_inferred,
        min(parts.inference_rule) as inference_rule,
        count(*) as parts_added,
        coalesce(max(parts.as_of), papers_read.meeting_date) as known_on,
        papers_read.recency,
        parts.paper_id,
        arg_min(parts.source, row(parts.source.locator, parts.dimension_value)) as source,
        weakest(parts.proof) as proof,
        -- A single part that is not in the register would bring its label into the mart.
        count(*) > 1
        or bool_or(
            parts.dimension = 'council'
            or (parts.dimension, parts.dimension_value) in (
                select (known.dimension, known.dimension_value)
                from stg_dimension_values as known
            )
        ) as is_known,
    from parts
    inner join stg_papers as papers_read on parts.paper_id = papers_read.paper_id
    group by
        parts.programme_id, parts.programme_name, parts.programme_key, parts.period, parts.unit,
        parts.status, parts.dimension, parts.paper_id, papers_read.meeting_date,
        papers_read.recency
),

-- A number of a programme that is in no table, equal to the total of a table of its paper. If the
-- programme is not in the register, or the number is of the same day, it means all programmes.
sums_of_programmes as (
    select distinct
        totals.programme_key,
        totals.period,
        totals.unit,
        totals.status,
        totals.participants,
        totals.paper_id,
    from int_programme_totals as totals
    inner join int_programme_totals as altogether
        on
            altogether.programme_id = 'all'
            and totals.period is not distinct from altogether.period
            and totals.unit = altogether.unit
            and totals.status = altogether.status
            and totals.participants = altogether.participants
            and totals.paper_id = altogether.paper_id
    anti join leadership_stats as cells
        on totals.programme_key in (cells.programme_id, cells.programme_code)
    where totals.programme_id is null or totals.as_of = altogether.as_of
),

candidates as (
    select
        totals.programme_id,
        totals.programme_name,
        totals.programme_key,
        totals.period,
        totals.as_of,
        'total' as dimension,
        'total' as dimension_value,
        totals.participants,
        totals.unit,
        totals.qualifier,
        totals.status,
        totals.is_inferred,
        totals.inference_rule,
        null as parts_added,
        totals.known_on,
        totals.recency,
        totals.paper_id,
        totals.locator,
        totals.quote,
        totals.proof,
    from int_programme_totals as totals
    anti join sums_of_programmes as sums
        on
            totals.programme_key = sums.programme_key
            and totals.period is not distinct from sums.period
            and totals.unit = sums.unit
            and totals.status = sums.status
            and totals.participants = sums.participants
            and totals.paper_id = sums.paper_id
    union all by name
    select
        * exclude (source, is_known),
        source.locator as locator,
        source.quote as quote,
    from parts_added
    where is_known
),

periods_known as (
    select candidates.*
    from candidates
    anti join candidates as dated
        on
            candidates.period is null
            and dated.period is not null
            and candidates.programme_key = dated.programme_key
            and candidates.unit is not distinct from dated.unit
            and candidates.status = dated.status
            and candidates.paper_id = dated.paper_id
),

ranked as (
    select
        *,
        count(*) over (partition by programme_key, period, unit, status) as statements,
        row_number() over (
            partition by programme_key, period, unit, status
            order by
                parts_added is not null, parts_added desc, is_inferred,
                known_on desc nulls last, participants desc,
                qualifier = 'exactly' desc, recency desc, dimension, locator, quote
        ) as rank,
        bool_or(programme_key <> 'all') over (
            partition by period, unit, status
        ) as has_programmes,
    from periods_known
)

select
    programme_id,
    programme_name,
    period,
    as_of,
    dimension,
    dimension_value,
    try_cast(participants as integer) as participants,
    unit,
    qualifier,
    status,
    is_inferred,
    inference_rule,
    cast(parts_added as integer) as parts_added,
    cast(statements as integer) as statements,
    paper_id,
    locator,
    quote,
    proof,
from ranked
where rank = 1 and not (programme_key = 'all' and has_programmes)
