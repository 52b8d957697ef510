/*
One row: one way in which one paper names a person. Key: none.
printed_id is the slug of the name as printed; list_id tells which list of the paper it stands in,
NULL where it stands in none: nobody is listed twice in one list, so that two names in it are two
people.
*/
with

statements as (
    select
        councillor_id as printed_id,
        councillor_name,
        council_id,
        board_id,
        meeting_year,
        political_group,
        paper_id,
        concat_ws(' ', paper_id, board_id, meeting_year) as list_id,
    from stg_printed_memberships
    union all
    select
        councillor_id as printed_id,
        councillor_name,
        council_id,
        board_id,
        meeting_year,
        political_group,
        paper_id,
        if(
            evidence_kind in ('list', 'register'),
            concat_ws(' ', paper_id, board_id, meeting_date, meeting_type),
            null
        ) as list_id,
    from stg_printed_attendance
)

select
    printed_id,
    councillor_name,
    council_id,
    board_id,
    meeting_year,
    political_group,
    paper_id,
    list_id,
    count(*) as statements,
from statements
group by all
