/*
One row: what papers say of one person in one board year. Key: councillor_id, meeting_year.
A membership list decides before attendance, and a statement about a known authority before others.
*/
with

statements as (
    select
        councillor_id,
        meeting_year,
        council_id,
        council_name,
        party,
        political_group,
        row(0, paper_id, locator) as rank,
    from int_listed_memberships
    union all
    select
        councillor_id,
        meeting_year,
        council_id,
        council_name,
        party,
        political_group,
        row(1, paper_id, locator) as rank,
    from int_attendance
    where meeting_year is not null and (council_name is not null or political_group is not null)
)

select
    councillor_id,
    meeting_year,
    cast(left(meeting_year, 4) as integer) as first_year,
    arg_min(council_id, rank) filter (where council_id is not null) as council_id,
    arg_min(council_name, row(council_id is null, rank)) filter (
        where council_name is not null
    ) as council_name,
    arg_min(party, rank) filter (where political_group is not null) as party,
    arg_min(political_group, rank) filter (where political_group is not null) as political_group,
from statements
where regexp_matches(meeting_year, '^\d{4}/\d{2}$')
group by all
