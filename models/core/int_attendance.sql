/*
One row: one statement that someone came or did not, and the person it is about. Key: none; a paper
may say the same thing twice.
printed_id is the slug of the name as printed; councillor_id is that of the person. If the two
differ by more than an authority printed beside the name, the row is inferred. The member replaced
is the one of that name on the board in that year.
*/
with

seats as (
    select
        printed_id,
        board_id,
        meeting_year,
        min(councillor_id) as councillor_id,
    from int_same_person
    group by all
)

select
    printed.paper_id,
    printed.board_id,
    printed.meeting_date,
    printed.meeting_type,
    printed.printed_meeting,
    printed.meeting_year,
    coalesce(persons.councillor_id, printed.councillor_id) as councillor_id,
    printed.councillor_id as printed_id,
    printed.councillor_name,
    printed.honours,
    printed.council_id,
    printed.council_name,
    printed.party,
    printed.political_group,
    printed.capacity,
    printed.status,
    printed.mode,
    coalesce(seats.councillor_id, names.name_id, printed.substitutes_for) as substitutes_for,
    printed.evidence_kind,
    printed.is_inferred or persons.identity_rule is not null as is_inferred,
    nullif(concat_ws('; ', printed.inference_rule, persons.identity_rule), '') as inference_rule,
    printed.proof,
    printed.person_key,
    printed.locator,
    printed.quote,
    printed.place,
from stg_printed_attendance as printed
left join int_same_person as persons
    on
        printed.councillor_id = persons.printed_id
        and printed.council_id is not distinct from persons.council_id
        and printed.board_id is not distinct from persons.board_id
        and printed.meeting_year is not distinct from persons.meeting_year
        and printed.political_group is not distinct from persons.political_group
left join seats
    on
        printed.substitutes_for = seats.printed_id
        and printed.board_id = seats.board_id
        and printed.meeting_year is not distinct from seats.meeting_year
left join int_names as names on printed.substitutes_for = names.printed_id
