/*
One row: attendance in a year at the meetings of a board, whatever it was called. Key: lineage_id,
meeting_year.
If the name changed within a year, the meetings under both names are added up. The board's own
members with a recorded status are expected; substitutes and others who came are counted apart.
*/
with

added as (
    select
        board_lineage.lineage_id,
        board_lineage.lineage_name,
        counted.meeting_year,
        sum(counted.meetings) as meetings,
        sum(counted.expected) as expected,
        sum(counted.present) as present,
        sum(counted.apologies) as apologies,
        sum(counted.absent) as absent,
        sum(counted.substitutes_present) as substitutes_present,
        sum(counted.others_present) as others_present,
        sum(counted.represented) as represented,
        weakest(counted.proof) as proof,
    from int_attendance_counts as counted
    inner join board_lineage on counted.board_id = board_lineage.board_id
    where counted.dimension = 'all'
    group by all
)

select
    lineage_id,
    lineage_name,
    meeting_year,
    cast(meetings as integer) as meetings,
    cast(expected as integer) as expected,
    cast(present as integer) as present,
    cast(apologies as integer) as apologies,
    cast(absent as integer) as absent,
    present / nullif(expected, 0) as attendance_rate,
    cast(substitutes_present as integer) as substitutes_present,
    cast(others_present as integer) as others_present,
    represented / nullif(expected, 0) as represented_rate,
    proof,
from added
