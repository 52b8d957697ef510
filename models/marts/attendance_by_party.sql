/*
One row: attendance at a board's meetings in a year by political_group.
Key: board_id, meeting_year, political_group.
Each person at each meeting counts once. Expected are the board's own members with a recorded
status; substitutes and others who came are counted apart. The row without political_group holds
those for whom none is known.
*/
select
    counted.board_id,
    boards.name as board_name,
    counted.meeting_year,
    counted.dimension_value as political_group,
    counted.expected,
    counted.present,
    counted.apologies,
    counted.absent,
    counted.attendance_rate,
    counted.substitutes_present,
    counted.others_present,
    counted.represented_rate,
from stg_attendance_counts as counted
inner join boards on counted.board_id = boards.board_id
where counted.dimension = 'political_group'
