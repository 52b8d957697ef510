/*
One row: one board in one paper that is not in the register and was made from the paper's own words.
*/
select
    'board_unknown' as rule,
    'boards' as table_name,
    statements.board_name as subject,
    'the name of a board in the register' as expected,
    statements.board_name as observed,
    statements.paper_id,
    arg_min(statements.locator, row(statements.place, statements.quote)) as locator,
    arg_min(statements.quote, row(statements.place, statements.quote)) as quote,
from stg_meetings as statements
anti join stg_boards as register on statements.board_id = register.board_id
group by statements.board_name, statements.paper_id
