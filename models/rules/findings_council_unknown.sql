/*
One row: one authority's name in one paper that no register knows, at its first place.
*/
with

named as (
    select
        'board_memberships' as table_name, council_id, council_name, paper_id, locator, quote, place
    from stg_board_memberships
    union all by name
    select
        'attendance_evidence' as table_name,
        council_id,
        council_name,
        paper_id,
        locator,
        quote,
        place
    from stg_attendance
    union all by name
    select
        'peer_challenges' as table_name, council_id, council_name, paper_id, locator, quote, place
    from stg_peer_challenges
)

select
    'council_unknown' as rule,
    arg_min(table_name, row(place, table_name)) as table_name,
    council_name as subject,
    'the name of an authority' as expected,
    council_name as observed,
    paper_id,
    arg_min(locator, row(place, table_name)) as locator,
    arg_min(quote, row(place, table_name)) as quote,
from named
where council_id is null and council_name is not null
group by council_name, paper_id
