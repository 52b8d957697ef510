/*
One row: uptake of one programme by council_type; programme_id all for every programme together.
Key: period, as_of, programme_id, council_type.
The row for all programmes is the printed Total column where there is one, else the sum of the
columns. Rows of values that no register has are left out, and count in what share is a part of.
Councillors in post are those after the May elections of the period's first year.
*/
select
    period,
    as_of,
    programme_id,
    programme_name,
    dimension_value as council_type,
    councillors,
    share,
    in_post as councillors_in_council_type,
    councillors_as_of,
    denominator_source,
    uptake_per_100,
    denominator_note,
from stg_uptake_rates
where dimension = 'council_type'
