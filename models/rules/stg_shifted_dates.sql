/*
One row: one date that a paper announces or lists in a year's grid, on which no paper of a meeting
says that it met, and the meeting that may be meant: one whose date is off in the day, the month or
the year alone, or by two weeks at most. Key: paper_id, locator, statement_kind, printed_date.
An announcement means the first meeting that is known after the one that announces it; a column of
a grid means a meeting of the grid's years that has no column.
*/
with

met as (
    select distinct board_id, meeting_date
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
    from stg_meetings
    where statement_kind = 'grid'
),

announcements as (
    select
        announced.*,
        max_by(earlier.meeting_date, earlier.place) as announced_at,
    from stg_meetings as announced
    left join stg_meetings as earlier
        on
            announced.paper_id = earlier.paper_id
            and announced.board_id = earlier.board_id
            and announced.place > earlier.place
            and earlier.statement_kind in ('own', 'note')
    where announced.statement_kind = 'next'
    group by all
),

-- A column that lies within three days of a meeting is that meeting's.
expected as (
    select board_id, meeting_date from met
    union
    select listed.board_id, listed.meeting_date
    from columns_of_grids as listed
    anti join met
        on
            listed.board_id = met.board_id
            and abs(date_diff('day', listed.meeting_date, met.meeting_date)) <= 3
),

meant_by_announcements as (
    select
        announced.paper_id,
        announced.board_id,
        announced.meeting_date as printed_date,
        announced.locator,
        announced.quote,
        'next' as statement_kind,
        expected.meeting_date,
    from announcements as announced
    inner join expected
        on
            announced.board_id = expected.board_id
            and expected.meeting_date > coalesce(announced.announced_at, date '1900-01-01')
    qualify row_number() over (
        partition by announced.paper_id, announced.locator, announced.meeting_date
        order by
            if(
                announced.announced_at is null,
                abs(date_diff('day', announced.meeting_date, expected.meeting_date)),
                0
            ),
            expected.meeting_date
    ) = 1
),

meant_by_columns as (
    select distinct
        listed.paper_id,
        listed.board_id,
        listed.meeting_date as printed_date,
        listed.locator,
        listed.quote,
        'grid' as statement_kind,
        met.meeting_date,
    from columns_of_grids as listed
    inner join columns_of_grids as sibling
        on
            listed.paper_id = sibling.paper_id
            and listed.locator = sibling.locator
            and listed.meeting_date <> sibling.meeting_date
    inner join met
        on
            listed.board_id = met.board_id
            and sibling.first_year
            = year(met.meeting_date) - if(month(met.meeting_date) < 9, 1, 0)
    anti join columns_of_grids as other
        on
            listed.paper_id = other.paper_id
            and met.board_id = other.board_id
            and met.meeting_date = other.meeting_date
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
