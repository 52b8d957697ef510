/*
One row: one name in one paper that is in the place of an authority's name but is not in the
register, at its first place. Key: council_name, paper_id.
looks_like_council says whether names of authorities have one of its words. A name that two
authorities share is left out: the finding council_ambiguous reports it.
*/
with

named as (
    select
        'board_memberships' as table_name, council_id, council_name, paper_id, locator, quote, place
    from int_board_memberships
    union all by name
    select
        'attendance_evidence' as table_name,
        council_id,
        council_name,
        paper_id,
        locator,
        quote,
        place
    from int_attendance
    union all by name
    select
        'peer_challenges' as table_name, council_id, council_name, paper_id, locator, quote, place
    from stg_peer_challenges
),

first_places as (
    select
        council_name,
        paper_id,
        arg_min(table_name, row(place, table_name)) as table_name,
        arg_min(locator, row(place, table_name)) as locator,
        arg_min(quote, row(place, table_name)) as quote,
    from named
    where
        council_id is null
        and council_name is not null
        and (council_name, paper_id) not in (
            select (findings.observed, findings.paper_id) from stg_findings as findings
            where findings.rule = 'council_ambiguous'
        )
    group by council_name, paper_id
)

select
    council_name,
    paper_id,
    table_name,
    locator,
    quote,
    list_has_any(
        regexp_extract_all(lower(council_name), '[\p{L}\p{M}]+'),
        (select list(words.word) from stg_council_words as words)
    ) as looks_like_council,
from first_places
