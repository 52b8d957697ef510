/*
One row: one type of council and all forms in which papers print it. Key: council_type.
pattern matches any of the forms, in small letters, which forms lists.
*/
select
    register.value as council_type,
    string_agg(
        regexp_escape(lower(register.printed)), '|'
        order by length(register.printed) desc, register.printed
    ) as pattern,
    list(lower(register.printed) order by register.printed) as forms,
from reference.dimensions as register
where register.kind = 'council_type' and register.value <> 'total'
group by register.value
