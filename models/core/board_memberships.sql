/*
One row: one person's seat on a board in a year. Key: board_id, meeting_year, councillor_id.
Membership lists decide. A year without one has the seats that its attendance lists and registers
give by position, marked as inferred (seat_from_attendance): the role of most meetings, then the
weightier one. Who was only in attendance has no seat, and neither has who is only among the
apologies of a list, since those print no position.
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
    from attendance_evidence as evidence
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
            from stg_listed_memberships as listed
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
                'meeting_id': meeting_id,
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
    select *
    from roles
    qualify row_number() over (
        partition by board_id, meeting_year, councillor_id
        order by
            meetings desc,
            list_position(
                [
                    'chair', 'vice_chair', 'deputy_chair', 'lead_peer', 'member',
                    'observer', 'substitute'
                ],
                capacity
            )
    ) = 1
),

seats as (
    select
        board_id,
        meeting_year,
        councillor_id,
        council_id,
        council_name,
        party,
        political_group,
        role,
        is_inferred,
        inference_rule,
        paper_id,
        locator,
        quote,
    from stg_listed_memberships
    union all
    select
        chosen.board_id,
        chosen.meeting_year,
        chosen.councillor_id,
        attendance.council_id,
        attendance.council_name,
        attendance.party,
        attendance.political_group,
        chosen.capacity as role,
        true as is_inferred,
        concat_ws('; ', 'seat_from_attendance', attendance.inference_rule) as inference_rule,
        chosen.latest.paper_id as paper_id,
        chosen.latest.locator as locator,
        chosen.latest.quote as quote,
    from chosen
    inner join attendance
        on
            chosen.latest.meeting_id = attendance.meeting_id
            and chosen.councillor_id = attendance.councillor_id
)

select
    board_id,
    meeting_year,
    councillor_id,
    council_id,
    council_name,
    party,
    political_group,
    role,
    is_inferred,
    inference_rule,
    paper_id,
    locator,
    quote,
from seats
