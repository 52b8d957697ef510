/*
One row: uptake of one programme by political_group; programme_id all for every programme together.
Key: period, as_of, programme_id, political_group.
The row for all programmes is the printed Total column where there is one, else the sum of the
columns. Rows of values that no register has are left out, and count in what share is a part of.
Councillors in post are those after the May elections of the period's first year.
*/
select
    period,
    as_of,
    programme_id,
    programme_name,
    dimension_value as political_group,
    councillors,
    share,
    in_post as councillors_in_political_group,
    councillors_as_of,
    denominator_source,
    uptake_per_100,
    denominator_note,
from stg_uptake_rates
where dimension = 'political_group'
