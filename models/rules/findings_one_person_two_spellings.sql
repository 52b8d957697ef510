/*
One row: two names that may be one person: same surname, nearly the same spelling, and the same
authority or the same board and year; or two that fit each other and not a third that fits one.
0.9 of Jaro-Winkler similarity lets through Jon and John, and keeps Ann and Alan apart. Names that
were taken for one person are told at the spelling that is not the person's; an initial is no other
spelling, and neither are other marks and spaces between the same letters.
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

spelled_alike as (
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

bearers as (
    select
        printed_id,
        councillor_id,
    from stg_board_memberships
    union
    select
        printed_id,
        councillor_id,
    from stg_attendance
),

left_apart as (
    select distinct
        one.councillor_id,
        one_person.name,
        other_person.name as other_name,
    from stg_name_pairs as fitting
    inner join stg_names as one_name on fitting.one = one_name.printed_id
    inner join stg_names as other_name on fitting.other = other_name.printed_id
    inner join bearers as one on fitting.one = one.printed_id
    inner join bearers as other on fitting.other = other.printed_id
    inner join councillors as one_person on one.councillor_id = one_person.councillor_id
    inner join councillors as other_person on other.councillor_id = other_person.councillor_id
    where one_name.name_id <> other_name.name_id and one.councillor_id < other.councillor_id
),

pairs as (
    select * from spelled_alike
    union
    select * from left_apart
),

places as (
    select councillor_id, paper_id, locator, quote from board_memberships
    union all
    select councillor_id, paper_id, locator, quote from attendance_evidence
),

printed as (
    select councillor_id, councillor_name, paper_id, locator, quote, place
    from stg_board_memberships
    union all by name
    select councillor_id, councillor_name, paper_id, locator, quote, place
    from stg_attendance
),

merged as (
    select
        councillors.name as subject,
        printed.councillor_name as observed,
        arg_min(
            { 'paper_id': printed.paper_id, 'locator': printed.locator, 'quote': printed.quote },
            row(printed.paper_id, printed.place, printed.quote)
        ) as source,
    from printed
    inner join councillors on printed.councillor_id = councillors.councillor_id
    where
        regexp_replace(lower(strip_accents(printed.councillor_name)), '\P{L}', '', 'g')
        <> regexp_replace(lower(strip_accents(councillors.name)), '\P{L}', '', 'g')
        and length(string_split(printed.councillor_name, ' ')[1]) > 2
        and levenshtein(lower(printed.councillor_name), lower(councillors.name)) <= 3
    group by councillors.name, printed.councillor_name
)

select
    'one_person_two_spellings' as rule,
    'councillors' as table_name,
    pairs.name as subject,
    'They may be one person and were taken for two' as expected,
    pairs.other_name as observed,
    arg_min(places.paper_id, row(places.paper_id, places.locator)) as paper_id,
    arg_min(places.locator, row(places.paper_id, places.locator)) as locator,
    arg_min(places.quote, row(places.paper_id, places.locator, places.quote)) as quote,
from pairs
inner join places on pairs.councillor_id = places.councillor_id
group by pairs.name, pairs.other_name
union all
select
    'one_person_two_spellings' as rule,
    'councillors' as table_name,
    subject,
    'They were taken for one person' as expected,
    observed,
    source.paper_id as paper_id,
    source.locator as locator,
    source.quote as quote,
from merged
