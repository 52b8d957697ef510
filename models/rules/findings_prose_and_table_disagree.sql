/*
One row: one number of people in a programme that a paper gives in a sentence and that the printed
total of its table of the same programme and year contradicts.
If sentences give a programme in several parts, it agrees if the parts add up to the total. A
sentence without a year agrees if its number is the total of any year.
*/
with

printed as (
    select
        paper_id,
        period,
        programme_id,
        max(councillors) as councillors,
    from stg_leadership_stats
    where dimension_value = 'total' and programme_id <> 'all'
    group by all
    having count(distinct councillors) = 1
),

stated as (
    select
        said.paper_id,
        said.programme_id,
        said.participants,
        said.locator,
        said.quote,
        min(printed.councillors) as councillors,
        bool_or(said.participants = printed.councillors) as is_a_total,
    from stg_programme_participation as said
    inner join printed
        on
            said.paper_id = printed.paper_id
            and said.programme_id = printed.programme_id
            and (said.period is null or said.period is not distinct from printed.period)
    where
        said.dimension = 'total'
        and said.qualifier = 'exactly'
        and said.unit in ('councillors', 'leaders')
        and said.status in ('took_part', 'signed_up')
    group by all
),

compared as (
    select
        *,
        sum(participants) over programme as participants_added,
        bool_or(is_a_total) over programme as is_told_right,
    from stated
    window programme as (partition by paper_id, programme_id)
)

select
    'prose_and_table_disagree' as rule,
    'programme_participation' as table_name,
    programme_id as subject,
    cast(councillors as varchar) as expected,
    cast(participants as varchar) as observed,
    paper_id,
    locator,
    quote,
from compared
where not is_told_right and participants_added <> councillors
