/*
One row: one date that papers print for a meeting of a board, and one kind of meeting that they call
it, if any. Key: board_id, printed_date, printed_type. printed_meeting joins the three as statements
give them, and links each statement to its meeting.
meeting_date is the day of the meeting that is meant. This is the printed date, with one exception:
a date that only year's grids give, within three days of one that another statement of the board
gives, is a misprint of that one. But if a board meets twice in three days, its grid has two
columns.
meeting_type is the kind that is meant. A statement that names only the day belongs to the one
meeting of that day, or else to the ordinary one.
A day has an ordinary meeting beside a special one if a paper says so, or if two papers show it and
only one is called special. Two papers show it by hours that are half an hour or more apart. If one
gives no hour, they show it by the contents of two agendas or two notes: they are of two meetings if
fewer than half of all who came, or of all items, are in both. A copy has the same contents. Two
papers without such contents are taken as papers of one meeting.
is_stated is false if no meeting follows from the row.
*/
with

statements as (
    select
        board_id,
        meeting_date,
        meeting_type,
        statement_kind <> 'grid' as is_firm,
    from stg_meetings
    union all
    select
        board_id,
        meeting_date,
        meeting_type,
        evidence_kind <> 'grid' as is_firm,
    from int_attendance
    union all
    select board_id, meeting_date, meeting_type, true as is_firm from stg_officer_attendance
    union all
    select board_id, meeting_date, meeting_type, true as is_firm from stg_agenda_items
    union all
    select board_id, meeting_date, meeting_type, true as is_firm from stg_decisions
    union all
    select board_id, meeting_date, meeting_type, true as is_firm from stg_actions
),

printed_dates as (
    select
        board_id,
        meeting_date as printed_date,
        bool_or(is_firm) as is_firm,
    from statements
    where meeting_date is not null
    group by all
),

close_dates as (
    select
        loose.board_id,
        loose.printed_date,
        firm.printed_date as meeting_date,
    from (
        select
            board_id,
            printed_date,
            unnest(range(-3, 4)) as days,
        from printed_dates
        where not is_firm
    ) as loose
    inner join printed_dates as firm
        on
            loose.board_id = firm.board_id
            and loose.printed_date + cast(loose.days as integer) = firm.printed_date
            and firm.is_firm
),

columns_of_grids as (
    select distinct
        paper_id,
        board_id,
        meeting_date,
    from stg_meetings
    where statement_kind = 'grid'
),

nearest as (
    select
        close_dates.board_id,
        close_dates.printed_date,
        arg_min(
            close_dates.meeting_date,
            row(
                abs(date_diff('day', close_dates.printed_date, close_dates.meeting_date)),
                close_dates.meeting_date
            )
        ) as meeting_date,
    from close_dates
    where
        (close_dates.board_id, close_dates.printed_date, close_dates.meeting_date) not in (
            select (one.board_id, one.meeting_date, other.meeting_date)
            from close_dates as pair
            inner join columns_of_grids as one
                on pair.board_id = one.board_id and pair.printed_date = one.meeting_date
            inner join columns_of_grids as other
                on
                    one.paper_id = other.paper_id
                    and pair.board_id = other.board_id
                    and pair.meeting_date = other.meeting_date
        )
    group by all
),

meant_dates as (
    select
        printed_dates.board_id,
        printed_dates.printed_date,
        coalesce(nearest.meeting_date, printed_dates.printed_date) as meeting_date,
        nearest.meeting_date is not null as is_misprint,
    from printed_dates
    left join nearest
        on
            printed_dates.board_id = nearest.board_id
            and printed_dates.printed_date = nearest.printed_date
),

-- One row for each day on which a meeting has a name for its kind.
called as (
    select
        board_id,
        meeting_date,
        min(meeting_type) as only_type,
        count(distinct meeting_type) > 1 as are_several,
    from statements
    where meeting_type is not null
    group by board_id, meeting_date
),

-- Who came to a meeting and what its items are, by each paper that says so.
contents as (
    select
        board_id,
        meeting_date,
        meeting_type,
        paper_id,
        councillor_id as person,
        null as item,
    from int_attendance
    where status = 'present' and evidence_kind <> 'grid'
    union all
    select
        board_id,
        meeting_date,
        meeting_type,
        paper_id,
        null,
        lower(trim(regexp_replace(title, '\W+', ' ', 'g'))),
    from stg_agenda_items
),

held_contents as (
    select
        board_id,
        meeting_date,
        meeting_type,
        paper_id,
        list(distinct person) filter (where person is not null) as people,
        list(distinct item) filter (where item is not null) as items,
    from contents
    group by all
),

-- The agendas and the notes of each day, with the hour that each gives.
hours as (
    select
        board_id,
        meeting_date,
        meeting_type,
        statement_kind,
        paper_id,
        min(start_time) as start_time,
    from stg_meetings
    where statement_kind in ('own', 'note')
    group by all
),

own_papers as (
    select
        hours.*,
        held_contents.people,
        held_contents.items,
    from hours
    left join held_contents
        on
            hours.board_id = held_contents.board_id
            and hours.meeting_date = held_contents.meeting_date
            and hours.meeting_type is not distinct from held_contents.meeting_type
            and hours.paper_id = held_contents.paper_id
),

pairs as (
    select
        plain.board_id,
        plain.meeting_date,
        plain.statement_kind = typed.statement_kind as are_of_one_kind,
        abs(date_diff('minute', plain.start_time, typed.start_time)) as minutes_apart,
        len(list_intersect(plain.people, typed.people))
        / nullif(len(list_distinct(list_concat(plain.people, typed.people))), 0) as people_in_both,
        len(list_intersect(plain.items, typed.items))
        / nullif(len(list_distinct(list_concat(plain.items, typed.items))), 0) as items_in_both,
    from own_papers as plain
    inner join own_papers as typed
        on plain.board_id = typed.board_id and plain.meeting_date = typed.meeting_date
    where plain.meeting_type is null and typed.meeting_type is not null
),

two_meetings as (
    select distinct
        board_id,
        meeting_date,
    from pairs
    where
        minutes_apart >= 30
        or (
            minutes_apart is null
            and are_of_one_kind
            and (people_in_both < 0.5 or items_in_both < 0.5)
        )
),

-- The kind that is meant by a statement that names only the day.
plain_types as (
    select
        meant_dates.board_id,
        meant_dates.printed_date,
        if(
            called.only_type is null or called.are_several or two_meetings.board_id is not null,
            'ordinary',
            called.only_type
        ) as meeting_type,
    from meant_dates
    left join called
        on
            meant_dates.board_id = called.board_id
            and meant_dates.meeting_date = called.meeting_date
    left join two_meetings
        on
            meant_dates.board_id = two_meetings.board_id
            and meant_dates.meeting_date = two_meetings.meeting_date
),

-- A paper that makes no meeting by itself may still name the kind of one.
printed_types as (
    select
        board_id,
        meeting_date as printed_date,
        meeting_type as printed_type,
        true as is_stated,
    from statements
    union all
    select board_id, meeting_date, meeting_type, false from stg_action_progress
    union all
    select board_id, meeting_date, meeting_type, false from stg_papers
    union all
    select board_id, printed_date, null, false from printed_dates
),

told_types as (
    select
        board_id,
        printed_date,
        printed_type,
        bool_or(is_stated) as is_stated,
    from printed_types
    group by all
),

meant as (
    select
        meant_dates.*,
        told_types.printed_type,
        told_types.is_stated,
        if(
            told_types.is_stated and told_types.printed_type is not null,
            told_types.printed_type,
            plain_types.meeting_type
        ) as meeting_type,
    from meant_dates
    inner join told_types
        on
            meant_dates.board_id = told_types.board_id
            and meant_dates.printed_date = told_types.printed_date
    inner join plain_types
        on
            meant_dates.board_id = plain_types.board_id
            and meant_dates.printed_date = plain_types.printed_date
)

select
    board_id,
    printed_date,
    printed_type,
    board_id
    || ':' || printed_date
    || coalesce(':' || printed_type, '') as printed_meeting,
    meeting_date,
    meeting_type,
    is_misprint,
    is_stated,
    concat_ws(
        ':',
        board_id,
        strftime(meeting_date, '%Y-%m-%d'),
        if(meeting_type = 'ordinary', null, meeting_type)
    ) as meeting_id,
from meant
