/*
Made for: council_type; party = political_group; region.
One row: uptake of one programme by each_value; programme_id all for every programme together.
Key: period, as_of, programme_id, each_value.
The row for all programmes is the printed Total column where there is one, else the sum of the
columns. Rows of values that no register has are left out, and count in what share is a part of.
Councillors in post are those after the May elections of the period's first year.
*/
select
    period,
    as_of,
    programme_id,
    programme_name,
    dimension_value as each_value,
    councillors,
    share,
    in_post as councillors_in_each_value,
    councillors_as_of,
    denominator_source,
    uptake_per_100,
    denominator_note,
from int_uptake_rates
where dimension = 'each_value'
