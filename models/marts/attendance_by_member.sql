/*
One row: one person's attendance at a board's meetings in a year. Key: board_id, meeting_year,
councillor_id.
The person is expected at meetings where they came, or stayed away, as one of the board's own
members. Meetings to which they came as a substitute or a guest are counted apart.
*/
select
    counted.board_id,
    boards.name as board_name,
    counted.meeting_year,
    counted.dimension_value as councillor_id,
    councillors.name as councillor_name,
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
inner join councillors on counted.dimension_value = councillors.councillor_id
where counted.dimension = 'councillor_id'
