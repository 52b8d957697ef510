/*
One row: one lineage and year whose attendance is not the sum of its boards' attendance.
*/
with

of_boards as (
    select
        board_lineage.lineage_id,
        members.meeting_year,
        sum(members.expected) as expected,
        sum(members.present) as present,
        sum(members.substitutes_present) as substitutes_present,
        sum(members.others_present) as others_present,
        sum(members.represented_rate * members.expected) as represented,
    from attendance_by_member as members
    inner join board_lineage on members.board_id = board_lineage.board_id
    group by all
)

select
    coalesce(lineages.lineage_id, of_boards.lineage_id) as lineage_id,
    coalesce(lineages.meeting_year, of_boards.meeting_year) as meeting_year,
    of_boards.expected as expected_of_boards,
    lineages.expected,
from attendance_by_lineage as lineages
full join of_boards
    on
        lineages.lineage_id = of_boards.lineage_id
        and lineages.meeting_year = of_boards.meeting_year
where
    lineages.expected is distinct from of_boards.expected
    or lineages.present is distinct from of_boards.present
    or lineages.substitutes_present is distinct from of_boards.substitutes_present
    or lineages.others_present is distinct from of_boards.others_present
    -- Members' rates are fractions: their sum may be off in the last digits.
    or abs(lineages.represented_rate * lineages.expected - of_boards.represented) > 0.001
order by all
