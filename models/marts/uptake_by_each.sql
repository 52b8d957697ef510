/*
Made for: council_type; party = political_group; region.
One row: uptake of one programme by each_value; programme_id all is every programme together.
Key: period, as_of, programme_id, each_value.
The row for all programmes is the printed Total column if there is one, otherwise the sum of the
columns. Rows with values that are not in the register are left out, but count in the sum that share
is a part of. Councillors in post are those after the May elections of the period's first year.
proof is that of the number of councillors.
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
    proof,
from int_uptake_rates
where dimension = 'each_value'
