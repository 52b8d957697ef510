/*
One row: one meeting that coverage lacks, or has with another status.
*/
select
    meetings.meeting_id,
    meetings.status,
    coverage.status as status_in_coverage,
from meetings
left join coverage on meetings.meeting_id = coverage.meeting_id
where coverage.status is distinct from meetings.status
order by meetings.meeting_id
