/*
One row: one person whom the record of one meeting has both as present and as kept away. The place
is that of the statement that did not decide.
*/
select
    'record_contradicts_itself' as rule,
    'attendance' as table_name,
    decided.councillor_name || ', ' || decided.meeting_id as subject,
    decided.status as expected,
    evidence.status as observed,
    evidence.paper_id,
    evidence.locator,
    evidence.quote,
from attendance as decided
inner join attendance_evidence as evidence
    on
        decided.meeting_id = evidence.meeting_id
        and decided.councillor_id = evidence.councillor_id
where
    evidence.evidence_kind <> 'grid'
    and evidence.status <> 'not_recorded'
    and decided.status <> 'not_recorded'
    and (evidence.status = 'present') <> (decided.status = 'present')
