/*
One row: one finding, of a paper's extraction or of a rule in this folder.
Key: rule, table_name, subject, paper_id, locator, observed.
A new rule is a file here and a line below.
*/
with

gathered as (
    select * exclude (place) from stg_findings
    where table_name <> 'tables'
    union all by name
    select * from findings_action_item_disagrees
    union all by name
    select * from findings_agenda_pages_run_backwards
    union all by name
    select * from findings_announced_meeting_disagrees
    union all by name
    select * from findings_announced_venue_disagrees
    union all by name
    select * from findings_board_unknown
    union all by name
    select * from findings_capacity_disagrees
    union all by name
    select * from findings_cell_printed_twice
    union all by name
    select * from findings_council_unknown
    union all by name
    select * from findings_dimension_value_unknown
    union all by name
    select * from findings_figure_told_in_two_papers
    union all by name
    select * from findings_grid_date_disagrees
    union all by name
    select * from findings_grid_name_not_in_membership
    union all by name
    select * from findings_grid_names_others
    union all by name
    select * from findings_later_paper_disagrees
    union all by name
    select * from findings_margins_disagree
    union all by name
    select * from findings_minutes_without_date
    union all by name
    select * from findings_namesake_unclear
    union all by name
    select * from findings_one_person_two_spellings
    union all by name
    select * from findings_organisation_unknown
    union all by name
    select * from findings_paper_holds_nothing_expected
    union all by name
    select * from findings_person_of_two_councils
    union all by name
    select * from findings_prose_and_table_disagree
    union all by name
    select * from findings_programme_in_one_table
    union all by name
    select * from findings_region_and_type_disagree
    union all by name
    select * from findings_row_set_aside
    union all by name
    select * from findings_statuses_disagree
    union all by name
    select * from findings_tables_of_one_paper_disagree
    union all by name
    select * from findings_total_does_not_add_up
)

select
    rule,
    table_name,
    subject,
    expected,
    observed,
    paper_id,
    locator,
    quote,
from gathered
qualify row_number() over (
    partition by rule, table_name, subject, paper_id, locator, observed order by expected, quote
) = 1
