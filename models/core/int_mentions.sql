/*
One row: one way in which one paper names a person. Key: none.
printed_id is the slug of the name as printed. list_id says which list of the paper the name is in;
it is NULL outside lists. Nobody is listed twice in one list, so two names in a list are two people.
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
