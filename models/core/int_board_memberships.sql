/*
One row: one seat on a board in a year as a paper lists it, and the person who has it. Key: none; a
paper may say the same thing twice.
printed_id is the slug of the name as printed; councillor_id is that of the person. If the two
differ by more than an authority printed beside the name, the row is inferred.
*/
select
    printed.paper_id,
    printed.board_id,
    printed.board_name,
    printed.meeting_year,
    coalesce(persons.councillor_id, printed.councillor_id) as councillor_id,
    printed.councillor_id as printed_id,
    printed.councillor_name,
    printed.honours,
    printed.council_id,
    printed.council_name,
    printed.party,
    printed.political_group,
    printed.role,
    printed.is_inferred or persons.identity_rule is not null as is_inferred,
    nullif(concat_ws('; ', printed.inference_rule, persons.identity_rule), '') as inference_rule,
    printed.locator,
    printed.quote,
    printed.place,
from stg_printed_memberships as printed
left join int_same_person as persons
    on
        printed.councillor_id = persons.printed_id
        and printed.council_id is not distinct from persons.council_id
        and printed.board_id is not distinct from persons.board_id
        and printed.meeting_year is not distinct from persons.meeting_year
        and printed.political_group is not distinct from persons.political_group
