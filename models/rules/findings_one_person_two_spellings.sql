/*
One row: one name and the others that may be the same person's. Key: subject, observed.
Such names have the same surname, nearly the same spelling, and the same authority or the same board
and year. Or they fit the name, but do not fit a third name that one of them fits.
A Jaro-Winkler similarity of 0.9 matches Jon and John, and keeps Ann and Alan apart. A name is
compared with the next fifty, and its finding names five, so that hundreds who share a surname do
not make a list of all their pairs.
Names that were taken for one person are reported at the spelling that is not the main one. An
initial is not another spelling. Nor are other marks and spaces between the same letters.
*/
with

printed as (
    select
        printed_id,
        councillor_id,
        councillor_name,
        council_id,
        board_id,
        meeting_year,
        paper_id,
        locator,
        quote,
        place,
    from int_board_memberships
    union all by name
    select
        printed_id,
        councillor_id,
        councillor_name,
        council_id,
        board_id,
        meeting_year,
        paper_id,
        locator,
        quote,
        place,
    from int_attendance
),

seats as (
    select
        councillor_id,
        unnest(['council ' || council_id, 'seat ' || board_id || ' ' || meeting_year]) as context,
    from printed
),

people as (
    select distinct
        seats.context,
        seats.councillor_id,
        councillors.name,
        lower(list_extract(string_split(councillors.name, ' '), -1)) as surname,
    from seats
    inner join councillors on seats.councillor_id = councillors.councillor_id
    where seats.context is not null
),

numbered as (
    select
        *,
        row_number() over (partition by context, surname order by councillor_id) as number,
        count(*) over (partition by context, surname) as last_number,
    from people
),

followed as (
    select
        *,
        unnest(range(number + 1, least(number + 50, last_number) + 1)) as next_number,
    from numbered
),

spelled_alike as (
    select distinct
        one.councillor_id,
        one.name,
        other.name as other_name,
    from followed as one
    inner join numbered as other
        on
            one.context = other.context
            and one.surname = other.surname
            and one.next_number = other.number
    where
        one.name <> other.name
        and jaro_winkler_similarity(lower(one.name), lower(other.name)) >= 0.9
),

bearers as (
    select distinct
        printed.printed_id,
        names.name_id,
        councillors.councillor_id,
        councillors.name,
    from printed
    inner join int_names as names on printed.printed_id = names.printed_id
    inner join councillors on printed.councillor_id = councillors.councillor_id
),

other_bearers as (
    select
        printed_id,
        name_id,
        name,
        max(councillor_id) as last_id,
    from bearers
    group by all
),

left_apart as (
    select distinct
        one.councillor_id,
        one.name,
        other.name as other_name,
    from int_name_pairs as fitting
    inner join bearers as one on fitting.one = one.printed_id
    inner join other_bearers as other on fitting.other = other.printed_id
    where one.name_id <> other.name_id and one.councillor_id < other.last_id
),

pairs as (
    select * from spelled_alike
    union
    select * from left_apart
),

first_places as (
    select
        councillor_id,
        min(row(paper_id, locator, quote)) as place,
    from (
        select councillor_id, paper_id, locator, quote from board_memberships
        union all
        select councillor_id, paper_id, locator, quote from attendance_evidence
    ) as places
    group by councillor_id
),

taken_for_several as (
    select
        pairs.name as subject,
        list(distinct pairs.other_name order by pairs.other_name) as others,
        min(first_places.place) as place,
    from pairs
    inner join first_places on pairs.councillor_id = first_places.councillor_id
    group by pairs.name
),

taken_for_one as (
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
    subject,
    'They may be one person and were taken for '
    || if(len(others) = 1, 'two', 'several') as expected,
    array_to_string(others[:5], ', ')
    || if(len(others) > 5, ' and ' || (len(others) - 5) || ' more', '') as observed,
    place[1] as paper_id,
    place[2] as locator,
    place[3] as quote,
from taken_for_several
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
from taken_for_one
