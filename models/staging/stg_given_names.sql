/*
One row: one given name and another that may replace it. Key: one, other.
Short forms of one full name replace each other; short forms of two full names do not.
*/
with

forms as (
    select
        lower(strip_accents(register.name)) as full_name,
        lower(strip_accents(register.name)) as form,
    from reference.given_names as register
    union
    select
        lower(strip_accents(register.name)) as full_name,
        lower(strip_accents(register.variant)) as form,
    from reference.given_names as register
)

select distinct
    forms.form as one,
    others.form as other,
from forms
inner join forms as others on forms.full_name = others.full_name and forms.form <> others.form
