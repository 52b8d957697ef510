/*
One row: one board that is not in the register and was made from the papers' own words, at its place
in the first paper by id. One finding names all papers of a board: each of them would say the same.
*/
with

places as (
    select
        board_id,
        board_name,
        paper_id,
        locator,
        quote,
        row(paper_id, place, quote) as place,
    from stg_meetings
)

select
    'board_unknown' as rule,
    'boards' as table_name,
    places.board_name as subject,
    'the name of a board in the register'
    || if(
        count(distinct places.paper_id) > 1,
        '; ' || count(distinct places.paper_id) || ' papers have this one',
        ''
    ) as expected,
    places.board_name as observed,
    min(places.paper_id) as paper_id,
    arg_min(places.locator, places.place) as locator,
    arg_min(places.quote, places.place) as quote,
from places
anti join stg_boards as register on places.board_id = register.board_id
group by places.board_id, places.board_name
