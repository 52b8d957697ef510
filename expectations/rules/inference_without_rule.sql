/*
One row: one row that is marked as inferred and does not name the rule that inferred it.
*/
with

marked as (
    select
        'attendance' as checked_table,
        paper_id,
        locator,
        councillor_id,
        is_inferred,
        inference_rule,
    from attendance
    union all
    select
        'attendance_evidence' as checked_table,
        paper_id,
        locator,
        councillor_id,
        is_inferred,
        inference_rule,
    from attendance_evidence
    union all
    select
        'board_memberships' as checked_table,
        paper_id,
        locator,
        councillor_id,
        is_inferred,
        inference_rule,
    from board_memberships
)

select
    checked_table,
    paper_id,
    locator,
    councillor_id,
from marked
where is_inferred and inference_rule is null
order by all
