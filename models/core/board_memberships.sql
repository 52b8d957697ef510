/*
One row: one person's seat on a board in a year. Key: board_id, meeting_year, councillor_id.
Membership lists decide. If a year has no list, attendance lists and registers that give positions
make its seats, marked as inferred (seat_from_attendance). The role is that of most meetings, then
the weightier one.
Attendance that was withheld gives no seat. A person who was only in attendance has no seat. Nor has
a person who is only among a list's apologies, because apologies give no position.
The proof is register if a register of attendance names the person in a seat. A seat of a membership
list is agreed if attendance names the person too, an inferred one if two sources of attendance do.
*/
with

positions as (
    select
        evidence.board_id,
        meetings.meeting_year,
        evidence.councillor_id,
        evidence.capacity,
        evidence.meeting_date,
        evidence.meeting_id,
        evidence.paper_id,
        evidence.locator,
        evidence.quote,
        papers_read.recency,
        {
            'council_id': attendance.council_id,
            'council_name': attendance.council_name,
            'party': attendance.party,
            'political_group': attendance.political_group,
            'inference_rule': attendance.inference_rule
        } as person,
    from attendance_evidence as evidence
    inner join attendance
        on
            evidence.meeting_id = attendance.meeting_id
            and evidence.councillor_id = attendance.councillor_id
    inner join meetings on evidence.meeting_id = meetings.meeting_id
    inner join stg_papers as papers_read on evidence.paper_id = papers_read.paper_id
    where
        evidence.evidence_kind in ('list', 'register')
        and evidence.capacity <> 'in_attendance'
        and (
            evidence.evidence_kind = 'register'
            or evidence.status = 'present'
            or evidence.capacity <> 'member'
        )
        and (evidence.board_id, meetings.meeting_year) not in (
            select (listed.board_id, listed.meeting_year)
            from int_listed_memberships as listed
        )
),

roles as (
    select
        board_id,
        meeting_year,
        councillor_id,
        capacity,
        count(distinct meeting_id) as meetings,
        arg_max(
            {
                'person': person,
                'paper_id': paper_id,
                'locator': locator,
                'quote': quote
            },
            row(meeting_date, recency, locator, quote)
        ) as latest,
    from positions
    group by all
),

chosen as (
    select roles.*
    from roles
    left join stg_role_weights as weights on roles.capacity = weights.role
    qualify row_number() over (
        partition by roles.board_id, roles.meeting_year, roles.councillor_id
        order by roles.meetings desc, weights.weight
    ) = 1
),

seats as (
    select * from int_listed_memberships
    union all by name
    select
        chosen.board_id,
        chosen.meeting_year,
        chosen.councillor_id,
        chosen.latest.person.council_id as council_id,
        chosen.latest.person.council_name as council_name,
        chosen.latest.person.party as party,
        chosen.latest.person.political_group as political_group,
        chosen.capacity as role,
        true as is_inferred,
        concat_ws(
            '; ', 'seat_from_attendance', chosen.latest.person.inference_rule
        ) as inference_rule,
        chosen.latest.paper_id as paper_id,
        chosen.latest.locator as locator,
        chosen.latest.quote as quote,
    from chosen
),

witnesses as (
    select
        board_id,
        meeting_year,
        councillor_id,
        bool_or(evidence_kind = 'register') as is_registered,
        count(distinct row(paper_id, evidence_kind)) as sources,
    from attendance_evidence
    where capacity <> 'in_attendance'
    group by all
)

select
    seats.board_id,
    seats.meeting_year,
    seats.councillor_id,
    seats.council_id,
    seats.council_name,
    seats.party,
    seats.political_group,
    seats.role,
    seats.is_inferred,
    seats.inference_rule,
    seats.paper_id,
    seats.locator,
    seats.quote,
    case
        when witnesses.is_registered then 'register'
        when witnesses.sources > if(seats.is_inferred, 1, 0) then 'agreed'
        else 'single'
    end as proof,
from seats
left join witnesses
    on
        seats.board_id = witnesses.board_id
        and seats.meeting_year = witnesses.meeting_year
        and seats.councillor_id = witnesses.councillor_id
