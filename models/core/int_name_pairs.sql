/*
One row: two printed names of one person, both ways round. Key: one, other.
Either the given names are forms of one name (or an initial and a name that begins with it) and the
surnames are the same. Or the given name is the same and the surname has one letter doubled, or one
wrong. Or both have one number in a source's own register, which needs no other evidence.
Names alone prove nothing. Both must also be of one authority, or of an authority and its successor,
or of one board and year without two authorities. A person of no authority at all must sit on the
same board, whatever it was called. A surname with a wrong letter needs both.
A peer without a given name ("Lady Bee of Dee") is anyone else with the surname in that authority,
or on that board in that year. Two names in one list are two people, and so are two that
overrides.csv separates.
A name is compared with the next fifty that could be it. More people of one name add no evidence,
and pairs of all of them would take all memory.
*/
with

names as (
    select distinct
        printed_id,
        lower(strip_accents(string_split(name, ' ')[1])) as given,
        lower(strip_accents(string_split(name, ' ')[-1])) as last_word,
        lower(strip_accents(substr(name, strpos(name, ' ') + 1))) as rest,
    from (
        select
            printed_id,
            regexp_replace(councillor_name, ' of .*', '') as name,
        from int_mentions
    ) as without_places
    where contains(name, ' ')
),

spellings as (
    select
        printed_id,
        regexp_replace(given, '\P{L}.*', '') as given,
        regexp_replace(last_word, '\P{L}', '', 'g') as last_word,
        regexp_replace(rest, '\P{L}', '', 'g') as surname,
        string_split(regexp_replace(rest, '\P{L}', '', 'g'), '') as letters,
    from names
),

squeezed_names as (
    select distinct
        printed_id,
        given,
        last_word,
        surname,
        array_to_string(
            list_transform(
                list_filter(
                    range(1, len(letters) + 1),
                    lambda place: place = 1 or letters[place] <> letters[place - 1]
                ),
                lambda place: letters[place]
            ),
            ''
        ) as squeezed,
    from spellings
),

lineages as (
    select
        mentions.printed_id,
        coalesce(lineage.lineage_id, mentions.board_id) as lineage_id,
    from int_mentions as mentions
    left join int_board_lines as lineage on mentions.board_id = lineage.board_id
    group by all
),

placed as (
    select
        printed_id,
        'council ' || council_id as context,
        'council' as context_kind,
        true as is_printed,
    from int_mentions
    where council_id is not null
    union
    -- A seat on a council continues in the council that took its place.
    select
        mentions.printed_id,
        'council ' || later.later_id as context,
        'council' as context_kind,
        false as is_printed,
    from int_mentions as mentions
    inner join int_council_lines as later on mentions.council_id = later.council_id
    union
    select
        printed_id,
        concat_ws(' ', 'seat', board_id, meeting_year) as context,
        'seat' as context_kind,
        true as is_printed,
    from int_mentions
    where meeting_year is not null
    union
    select
        lineages.printed_id,
        'board ' || lineages.lineage_id as context,
        'board' as context_kind,
        true as is_printed,
    from lineages
    where
        lineages.printed_id not in (
            select mentions.printed_id from int_mentions as mentions
            where mentions.council_id is not null
        )
),

keys as (
    select
        printed_id,
        unnest([
            'last ' || last_word, 'whole ' || surname, concat('given ', given, ' ', letters[1])
        ]) as key,
    from spellings
),

places as (
    select
        placed.context,
        keys.key,
        placed.printed_id,
        any_value(placed.context_kind) as context_kind,
        bool_or(placed.is_printed) as is_printed,
    from placed
    inner join keys on placed.printed_id = keys.printed_id
    group by placed.context, keys.key, placed.printed_id
),

numbered as (
    select
        *,
        row_number() over (partition by context, key order by printed_id) as number,
        count(*) over (partition by context, key) as last_number,
    from places
),

followed as (
    select
        *,
        unnest(range(number + 1, least(number + 50, last_number) + 1)) as next_number,
    from numbered
),

-- From here on the smaller id comes first; the reverse pairs are added at the end.
met as (
    select
        one.printed_id as one,
        other.printed_id as other,
        bool_or(one.context_kind = 'council') as is_same_council,
        bool_or(one.context_kind = 'seat') as is_same_seat,
    from followed as one
    inner join numbered as other
        on
            one.context = other.context
            and one.key = other.key
            and one.next_number = other.number
            and (one.is_printed or other.is_printed)
    group by all
),

alike as (
    select
        met.one,
        met.other,
        met.is_same_council,
        met.is_same_seat,
        first_name.given = other_name.given
        or (first_name.given, other_name.given) in (
            select (variants.one, variants.other) from stg_given_names as variants
        )
        or (
            least(length(first_name.given), length(other_name.given)) = 1
            and left(first_name.given, 1) = left(other_name.given, 1)
        ) as is_given_name,
        first_name.surname = other_name.surname
        or first_name.last_word = other_name.last_word as is_surname,
        first_name.squeezed = other_name.squeezed as is_doubled_letter,
        length(first_name.surname) >= 6
        and levenshtein(first_name.surname, other_name.surname) = 1 as is_wrong_letter,
        first_name.given = other_name.given and length(first_name.given) > 1 as is_whole_given_name,
        (first_name.given in (select peerages.title from stg_peerages as peerages))
        <> (other_name.given in (select peerages.title from stg_peerages as peerages)) as is_peer,
    from met
    inner join squeezed_names as first_name on met.one = first_name.printed_id
    inner join squeezed_names as other_name on met.other = other_name.printed_id
),

matched as (
    select
        one,
        other,
        case
            when is_surname and is_given_name then 'given_name_variant'
            when is_surname and is_peer and (is_same_council or is_same_seat) then 'peerage'
            when is_doubled_letter and is_whole_given_name then 'doubled_letter'
            when is_wrong_letter and is_whole_given_name and is_same_council and is_same_seat
                then 'misread_name'
        end as rule,
    from alike
),

fitting as (
    select
        one,
        other,
        min(rule) as rule,
    from (
        select one, other, rule from matched
        where rule is not null
        union all
        select one, other, 'register_number' as rule from int_register_pairs
    ) as matched_or_numbered
    group by one, other
),

lists as (
    select distinct
        printed_id,
        list_id,
    from int_mentions
    where list_id is not null
),

list_counts as (
    select
        printed_id,
        count(*) as lists,
    from lists
    group by printed_id
),

-- Search the lists of the name that is in fewer of them.
rarer_first as (
    select
        fitting.one,
        fitting.other,
        if(one.lists <= other.lists, fitting.one, fitting.other) as rarer,
        if(one.lists <= other.lists, fitting.other, fitting.one) as commoner,
    from fitting
    inner join list_counts as one on fitting.one = one.printed_id
    inner join list_counts as other on fitting.other = other.printed_id
),

years as (
    select distinct
        printed_id,
        meeting_year,
        council_id,
    from int_mentions
    where meeting_year is not null and council_id is not null
),

told_apart as (
    select
        pairs.one,
        pairs.other,
    from rarer_first as pairs
    inner join lists as rarer on pairs.rarer = rarer.printed_id
    inner join lists as commoner
        on pairs.commoner = commoner.printed_id and rarer.list_id = commoner.list_id
    union
    select
        fitting.one,
        fitting.other,
    from fitting
    inner join years as one on fitting.one = one.printed_id
    inner join years as other
        on fitting.other = other.printed_id and one.meeting_year = other.meeting_year
    where
        one.council_id <> other.council_id
        and (one.council_id, other.council_id) not in (
            select (lines.council_id, lines.later_id) from int_council_lines as lines
        )
        and (other.council_id, one.council_id) not in (
            select (lines.council_id, lines.later_id) from int_council_lines as lines
        )
    union
    select
        least(councillor_id, distinct_from) as one,
        greatest(councillor_id, distinct_from) as other,
    from stg_overrides
    where distinct_from is not null
),

kept as (
    select *
    from fitting
    where
        (one, other) not in (
            select (told_apart.one, told_apart.other) from told_apart
        )
)

select
    one,
    other,
    rule,
from kept
union all
select
    other as one,
    one as other,
    rule,
from kept
