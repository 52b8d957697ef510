/*
One row: two printed names with one number in a source's register, so that they are of one person.
Key: one, other. The smaller id comes first.
*/
with

numbered as (
    select distinct
        councillor_id as printed_id,
        person_key,
    from stg_printed_attendance
    where person_key is not null
)

select distinct
    first_name.printed_id as one,
    other_name.printed_id as other,
from numbered as first_name
inner join numbered as other_name
    on
        first_name.person_key = other_name.person_key
        and first_name.printed_id < other_name.printed_id
