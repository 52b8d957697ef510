/*
One row: one meeting and person, as the evidence of that meeting says. Key: meeting_id,
councillor_id.
A web record decides before a meeting's list, a list before a sentence, and a sentence before the
year's grid. A recorded status decides before one that was not recorded.
A seat that is more than a member's is kept from whatever source names it, a meeting's own list
before the grid: grids mark peers and observers, lists mark the chair. What the deciding statement
leaves out is taken from the others. The proof is that of all statements of the same status.
*/
with

ranked_evidence as (
    select
        evidence.*,
        evidence.capacity in ('member', 'in_attendance') as is_plain_seat,
        list_position(['register', 'list', 'prose', 'grid'], evidence.evidence_kind) as kind_rank,
        row(
            evidence.status = 'not_recorded',
            list_position(['register', 'list', 'prose', 'grid'], evidence.evidence_kind),
            -papers_read.recency,
            list_position(['present', 'apologies', 'absent', 'not_recorded'], evidence.status),
            evidence.locator,
            evidence.capacity,
            evidence.quote
        ) as rank,
        confirmed(
            strongest(evidence.proof) over same_status,
            min(evidence.paper_id || evidence.locator) over same_status,
            max(evidence.paper_id || evidence.locator) over same_status
        ) as status_proof,
    from attendance_evidence as evidence
    inner join stg_papers as papers_read on evidence.paper_id = papers_read.paper_id
    where evidence.meeting_id is not null
    window
        same_status as (
            partition by evidence.meeting_id, evidence.councillor_id, evidence.status
        )
)

select
    meeting_id,
    councillor_id,
    arg_min(
        {
            'board_id': board_id,
            'meeting_date': meeting_date,
            'councillor_name': councillor_name,
            'capacity': capacity,
            'status': status,
            'is_inferred': is_inferred,
            'inference_rule': inference_rule,
            'paper_id': paper_id,
            'locator': locator,
            'quote': quote,
            'proof': status_proof
        },
        rank
    ) as deciding,
    arg_min(
        { 'council_id': council_id, 'council_name': council_name }, row(council_id is null, rank)
    )
    filter (where council_name is not null) as council,
    arg_min({ 'political_group': political_group, 'party': party }, rank)
    filter (where political_group is not null) as politics,
    arg_min({ 'political_group': political_group, 'party': party }, rank)
    filter (where political_group is not null and party is not null) as politics_with_party,
    arg_min(capacity, row(kind_rank, rank)) filter (where not is_plain_seat) as weighty_capacity,
    arg_min(mode, rank) as mode,
    arg_min(substitutes_for, rank) as substitutes_for,
from ranked_evidence
group by meeting_id, councillor_id
