/*
One row: one person whom papers name beside two authorities, at the first place of the later one. If
there are several before it, the first by name is reported.
Authorities that came one after the other are one seat. overrides.csv has already decided if it says
who is meant.
*/
with

statements as (
    select
        councillor_id, councillor_name, council_id, council_name, meeting_year, inference_rule,
        paper_id, locator, quote, place, 'board_memberships' as table_name
    from int_board_memberships
    union all by name
    select
        councillor_id, councillor_name, council_id, council_name, meeting_year, inference_rule,
        paper_id, locator, quote, place, 'attendance_evidence' as table_name
    from int_attendance
),

seats as (
    select
        councillor_id,
        council_id,
        min(council_name) as council_name,
        min(coalesce(meeting_year, '9999/00')) as first_year,
        arg_min(
            { 'table_name': table_name, 'paper_id': paper_id, 'locator': locator, 'quote': quote },
            row(coalesce(meeting_year, '9999/00'), paper_id, place, table_name, quote)
        ) as source,
    from statements
    where council_id is not null and not contains(coalesce(inference_rule, ''), 'overruled')
    group by councillor_id, council_id
),

pairs as (
    select
        earlier.councillor_id,
        later.council_name as observed,
        later.source as source,
        min(earlier.council_name) as expected,
    from seats as earlier
    inner join seats as later
        on
            earlier.councillor_id = later.councillor_id
            and row(earlier.first_year, earlier.council_id)
            < row(later.first_year, later.council_id)
    where
        (earlier.council_id, later.council_id) not in (
            select (lines.council_id, lines.later_id) from int_council_lines as lines
        )
        and (later.council_id, earlier.council_id) not in (
            select (lines.council_id, lines.later_id) from int_council_lines as lines
        )
    group by earlier.councillor_id, later.council_name, later.source
)

select
    'person_of_two_councils' as rule,
    pairs.source.table_name as table_name,
    councillors.name as subject,
    pairs.expected as expected,
    pairs.observed as observed,
    pairs.source.paper_id as paper_id,
    pairs.source.locator as locator,
    pairs.source.quote as quote,
from pairs
inner join councillors on pairs.councillor_id = councillors.councillor_id
