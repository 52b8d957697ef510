/*
One row: one statement that a person came, or did not, that contradicts what the meeting's record
decided.
A year's grid that contradicts the record is one rule; a record that contradicts itself is another.
The place is that of the statement that did not decide. A grid that has only yes and no does not
contradict apologies.
*/
select
    if(
        evidence.evidence_kind = 'grid',
        'grid_and_list_disagree',
        'record_contradicts_itself'
    ) as rule,
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
    evidence.status <> 'not_recorded'
    and decided.status <> 'not_recorded'
    and (evidence.status = 'present') <> (decided.status = 'present')
