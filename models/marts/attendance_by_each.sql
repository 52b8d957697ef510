/*
Made for: party = political_group; region.
One row: attendance at a board's meetings in a year by each_value.
Key: board_id, meeting_year, each_value.
Each person at each meeting counts once. The board's own members with a recorded status are
expected; substitutes and others who came are counted apart. The row without each_value is for
people whose each_value is not known.
*/
select
    counted.board_id,
    boards.name as board_name,
    counted.meeting_year,
    counted.dimension_value as each_value,
    counted.expected,
    counted.present,
    counted.apologies,
    counted.absent,
    counted.attendance_rate,
    counted.substitutes_present,
    counted.others_present,
    counted.represented_rate,
    counted.proof,
from int_attendance_counts as counted
inner join boards on counted.board_id = boards.board_id
where counted.dimension = 'each_value'
