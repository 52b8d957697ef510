/*
One row: one name in one paper that two people share, at the first place where nothing shows which
is meant.
*/
with

unclear as (
    select
        'board_memberships' as table_name,
        councillor_id,
        councillor_name,
        inference_rule,
        paper_id,
        locator,
        quote,
        place,
    from int_board_memberships
    union all by name
    select
        'attendance_evidence' as table_name,
        councillor_id,
        councillor_name,
        inference_rule,
        paper_id,
        locator,
        quote,
        place,
    from int_attendance
)

select
    'namesake_unclear' as rule,
    arg_min(table_name, row(place, table_name)) as table_name,
    councillor_name as subject,
    'one person of the name' as expected,
    councillor_id as observed,
    paper_id,
    arg_min(locator, row(place, table_name)) as locator,
    arg_min(quote, row(place, table_name, quote)) as quote,
from unclear
where contains(inference_rule, 'namesake_unclear')
group by councillor_id, councillor_name, paper_id
