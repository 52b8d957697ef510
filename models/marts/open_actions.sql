/*
One row: one owner of one action without recorded completion; one row without owner if none is
printed. Key: meeting_id, item_no, seq, owner.
The age counts to as_of: the date of the newest paper of the same board or of one that followed it.
Several owners are split at commas, slashes and "and" if each part reads like a person's name or
initials; otherwise the words stay as printed.
*/
with

owned as (
    select
        *,
        list_filter(
            regexp_split_to_array(owner, '\s*[,;/&]\s*|\s+and\s+'), lambda part: part <> ''
        ) as parts,
    from actions
    where progress is null
),

split as (
    select
        *,
        list_distinct(
            if(
                len(parts) > 1
                and len(
                    list_filter(
                        parts,
                        -- Ann Bee, Cllr Ann Bee-Cee, AB
                        lambda part: not regexp_full_match(
                            part,
                            '\p{Lu}[\p{L}\p{M}.’''-]*(?: \p{Lu}[\p{L}\p{M}.’''-]*){1,3}'
                            || '|\p{Lu}{2,4}'
                        )
                    )
                ) = 0,
                parts,
                [owner]
            )
        ) as owners,
    from owned
),

one_owner as (
    select
        *,
        unnest(if(len(owners) = 0, [null], owners)) as one,
    from split
)

select
    one_owner.meeting_id,
    one_owner.item_no,
    one_owner.item_title,
    one_owner.seq,
    one_owner.text,
    one_owner.one as owner,
    greatest(boards_today.as_of, papers_read.meeting_date) as as_of,
    cast(
        date_diff(
            'day', meetings.meeting_date, greatest(boards_today.as_of, papers_read.meeting_date)
        ) as integer
    ) as age_days,
    one_owner.paper_id,
    one_owner.locator,
    one_owner.quote,
    one_owner.proof,
from one_owner
inner join meetings on one_owner.meeting_id = meetings.meeting_id
inner join stg_papers as papers_read on one_owner.paper_id = papers_read.paper_id
left join int_board_today as boards_today on meetings.board_id = boards_today.board_id
