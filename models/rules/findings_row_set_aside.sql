/*
One row: one finding row_set_aside: a row that was read and is in set_aside instead of its table.
Key: table_name, subject, paper_id, locator.
A reason may name a column behind a colon. What has no words here is the name of a check.
*/
with
doubts (reason, words) as (
    values
    ('figures_left_over', 'a figure of its row belongs to no cell'),
    ('figures_in_wrong_columns', 'its figures may be under wrong heads'),
    ('figures_without_head', 'its figures have no head above them'),
    ('sums_do_not_hold', 'the printed sums do not hold'),
    ('readings_disagree', 'two readings of its row disagree'),
    ('label_torn', 'its label is torn'),
    ('implausible_value', 'no paper can mean this value'),
    ('too_many_people', 'no meeting has so many people'),
    ('unique_key', 'another row of the same words has other values')
)

select
    'row_set_aside' as rule,
    withheld.table_name,
    withheld.subject,
    cast(null as varchar) as expected,
    array_to_string(
        list_sort(list(distinct coalesce(doubts.words, 'it broke the check ' || withheld.reason))),
        '; '
    ) as observed,
    withheld.paper_id,
    withheld.locator,
    min(withheld.quote) as quote,
from stg_set_aside as withheld
left join doubts on split_part(withheld.reason, ':', 1) = doubts.reason
group by withheld.table_name, withheld.subject, withheld.paper_id, withheld.locator
