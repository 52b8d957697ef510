/*
One row: one meeting that a source holds as data, and what it says is published. Key: source_path.
*/
select
    fetched.source_path,
    fetched.source_id,
    fetched.has_agenda,
    fetched.has_minutes,
    files.paper_id,
from extracts.fetched_meetings as fetched
inner join extracts.files as files on fetched.source_path = files.source_path
