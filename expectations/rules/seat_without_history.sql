/*
One row: one seat of a year that is in no stretch of the person's history.
*/
select
    seats.paper_id,
    seats.locator,
    seats.councillor_id,
    seats.board_id,
    seats.meeting_year,
from board_memberships as seats
left join councillor_history as history
    on
        seats.councillor_id = history.councillor_id
        and seats.board_id = history.board_id
        and seats.meeting_year between history.from_meeting_year and history.to_meeting_year
        and seats.role = history.role
        and seats.council_id is not distinct from history.council_id
where history.councillor_id is null
order by all
