/*
One row: one date that a paper announces or lists in a year's grid, but on which no paper of a
meeting says that it met, and the meeting that may be meant. Its date differs in the day, the month
or the year alone, or by two weeks at most. Key: paper_id, locator, statement_kind, printed_date.
An announcement means the first known meeting after the one that announces it. A column of a grid
means a meeting of the grid's years that has no column.
*/
with

met as (
    select distinct
        board_id,
        meeting_date,
        date_diff('day', date '1900-01-01', meeting_date) // 15 as fortnight,
    from stg_meetings
    where statement_kind in ('own', 'note')
),

columns_of_grids as (
    select
        paper_id,
        board_id,
        meeting_date,
        locator,
        quote,
        year(meeting_date) - if(month(meeting_date) < 9, 1, 0) as first_year,
        date_diff('day', date '1900-01-01', meeting_date) // 15 as fortnight,
    from stg_meetings
    where statement_kind = 'grid'
),

announcements as (
    select *
    from (
        select
            *,
            max(row(place, meeting_date)) filter (where statement_kind in ('own', 'note')) over (
                partition by paper_id, board_id
                order by place
                groups between unbounded preceding and 1 preceding
            ) as announced_at,
        from stg_meetings
    ) as statements
    where statement_kind = 'next'
),

around_meetings as (
    select
        board_id,
        meeting_date + cast(unnest(range(-3, 4)) as integer) as day,
    from met
),

-- A column within three days of a meeting is that meeting's.
expected as (
    select board_id, meeting_date from met
    union
    select listed.board_id, listed.meeting_date
    from columns_of_grids as listed
    anti join around_meetings as around
        on listed.board_id = around.board_id and listed.meeting_date = around.day
),

following as (
    select
        announced.*,
        expected.meeting_date as expected_date,
    from announcements as announced
    asof inner join expected
        on
            announced.board_id = expected.board_id
            and coalesce(announced.announced_at[2], announced.meeting_date) < expected.meeting_date
    union all
    -- Nothing says after which meeting: the nearest may also be an earlier one.
    select
        announced.*,
        expected.meeting_date as expected_date,
    from announcements as announced
    asof inner join expected
        on
            announced.board_id = expected.board_id
            and announced.meeting_date >= expected.meeting_date
    where announced.announced_at is null
),

meant_by_announcements as (
    select
        paper_id,
        board_id,
        meeting_date as printed_date,
        locator,
        quote,
        'next' as statement_kind,
        expected_date as meeting_date,
    from following
    qualify row_number() over (
        partition by paper_id, locator, meeting_date
        order by abs(date_diff('day', meeting_date, expected_date)), expected_date
    ) = 1
),

years_of_grids as (
    select
        paper_id,
        locator,
        first_year,
        min(meeting_date) as first_date,
        max(meeting_date) as last_date,
    from columns_of_grids
    group by all
),

-- Two dates that may mean the same day have one of these in common.
parts_of_meetings as (
    select
        board_id,
        meeting_date,
        unnest([
            strftime(meeting_date, '%Y-%m'),
            strftime(meeting_date, '%Y day %d'),
            strftime(meeting_date, '%m-%d'),
            'fortnight ' || fortnight
        ]) as part,
    from met
),

parts_of_columns as (
    select distinct
        board_id,
        meeting_date,
        unnest([
            strftime(meeting_date, '%Y-%m'),
            strftime(meeting_date, '%Y day %d'),
            strftime(meeting_date, '%m-%d'),
            'fortnight ' || (fortnight - 1),
            'fortnight ' || fortnight,
            'fortnight ' || (fortnight + 1)
        ]) as part,
    from columns_of_grids
),

near_meetings as (
    select distinct
        printed.board_id,
        printed.meeting_date as printed_date,
        meant.meeting_date,
        year(meant.meeting_date) - if(month(meant.meeting_date) < 9, 1, 0) as first_year,
    from parts_of_columns as printed
    inner join parts_of_meetings as meant
        on printed.board_id = meant.board_id and printed.part = meant.part
),

meant_by_columns as (
    select distinct
        listed.paper_id,
        listed.board_id,
        listed.meeting_date as printed_date,
        listed.locator,
        listed.quote,
        'grid' as statement_kind,
        near.meeting_date,
    from columns_of_grids as listed
    inner join near_meetings as near
        on listed.board_id = near.board_id and listed.meeting_date = near.printed_date
    -- Another column of the grid has the meeting's year.
    inner join years_of_grids as years
        on
            listed.paper_id = years.paper_id
            and listed.locator = years.locator
            and near.first_year = years.first_year
            and (
                listed.meeting_date <> years.first_date
                or listed.meeting_date <> years.last_date
            )
    anti join columns_of_grids as other
        on
            listed.paper_id = other.paper_id
            and near.board_id = other.board_id
            and near.meeting_date = other.meeting_date
),

meant as (
    select * from meant_by_announcements
    union all
    select * from meant_by_columns
)

select
    meant.paper_id,
    meant.board_id,
    meant.printed_date,
    meant.meeting_date,
    meant.statement_kind,
    meant.locator,
    meant.quote,
from meant
anti join met on meant.board_id = met.board_id and meant.printed_date = met.meeting_date
where
    meant.printed_date <> meant.meeting_date
    and (
        abs(date_diff('day', meant.printed_date, meant.meeting_date)) <= 14
        or cast(year(meant.printed_date) = year(meant.meeting_date) as integer)
        + cast(month(meant.printed_date) = month(meant.meeting_date) as integer)
        + cast(day(meant.printed_date) = day(meant.meeting_date) as integer) = 2
    )
qualify row_number() over (
    partition by meant.paper_id, meant.locator, meant.statement_kind, meant.printed_date
    order by abs(date_diff('day', meant.printed_date, meant.meeting_date)), meant.meeting_date
) = 1
