/*
One row: one person who is in a year's grid but not in the membership list of that board and year,
at the first place. Observers and lead peers are looked for only in lists that name any.
*/
with

lists as (
    select
        board_id,
        meeting_year,
        list(distinct role) as roles,
    from int_listed_memberships
    group by all
),

in_grids as (
    select
        board_id,
        meeting_year,
        councillor_id,
        arg_min(
            {
                'councillor_name': councillor_name,
                'capacity': capacity,
                'paper_id': paper_id,
                'locator': locator,
                'quote': quote
            },
            row(paper_id, place, quote)
        ) as first_seen,
    from int_attendance
    where evidence_kind = 'grid' and capacity <> 'in_attendance'
    group by all
)

select
    'grid_name_not_in_membership' as rule,
    'attendance_evidence' as table_name,
    concat_ws(
        ', ', in_grids.first_seen.councillor_name, in_grids.board_id, in_grids.meeting_year
    ) as subject,
    'a name in the membership list' as expected,
    in_grids.first_seen.capacity as observed,
    in_grids.first_seen.paper_id as paper_id,
    in_grids.first_seen.locator as locator,
    in_grids.first_seen.quote as quote,
from in_grids
inner join lists
    on in_grids.board_id = lists.board_id and in_grids.meeting_year = lists.meeting_year
anti join int_listed_memberships as listed
    on
        in_grids.board_id = listed.board_id
        and in_grids.meeting_year = listed.meeting_year
        and in_grids.councillor_id = listed.councillor_id
where
    in_grids.first_seen.capacity not in ('observer', 'lead_peer')
    or list_contains(lists.roles, in_grids.first_seen.capacity)
