/*
One row: two names that may be one person: same surname, nearly the same spelling, and the same
authority or the same board and year.
0.9 of Jaro-Winkler similarity lets through Jon and John, and keeps Ann and Alan apart.
*/
with

seats as (
    select distinct
        councillor_id,
        councillor_name,
        coalesce(council_id, '') as council_id,
        board_id || ' ' || meeting_year as board_year,
    from stg_board_memberships
    union
    select distinct
        councillor_id,
        councillor_name,
        coalesce(council_id, '') as council_id,
        board_id || ' ' || meeting_year as board_year,
    from stg_attendance
),

people as (
    select distinct
        seats.councillor_id,
        councillors.name,
        lower(list_extract(string_split(councillors.name, ' '), -1)) as surname,
        seats.council_id,
        seats.board_year,
    from seats
    inner join councillors on seats.councillor_id = councillors.councillor_id
),

pairs as (
    select distinct
        one.councillor_id,
        one.name,
        other.name as other_name,
    from people as one
    inner join people as other
        on one.surname = other.surname and one.councillor_id < other.councillor_id
    where
        one.name <> other.name
        and (
            one.board_year = other.board_year
            or (one.council_id = other.council_id and one.council_id <> '')
        )
        and jaro_winkler_similarity(lower(one.name), lower(other.name)) >= 0.9
),

places as (
    select councillor_id, paper_id, locator, quote from board_memberships
    union all
    select councillor_id, paper_id, locator, quote from attendance_evidence
)

select
    'one_person_two_spellings' as rule,
    'councillors' as table_name,
    pairs.name as subject,
    'one spelling' as expected,
    pairs.other_name as observed,
    arg_min(places.paper_id, row(places.paper_id, places.locator)) as paper_id,
    arg_min(places.locator, row(places.paper_id, places.locator)) as locator,
    arg_min(places.quote, row(places.paper_id, places.locator, places.quote)) as quote,
from pairs
inner join places on pairs.councillor_id = places.councillor_id
group by pairs.name, pairs.other_name
