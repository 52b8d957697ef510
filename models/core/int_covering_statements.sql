/*
One row: one statement that all authorities of one type have had a peer challenge. Key:
council_type, paper_id, locator, quote.
The words or the number of the statement prove it. Either it says that "all" of the type "have had"
one, with no exception and no word before that which denies it. Or it gives a number of the type
that have had one, and no more of the type existed at the paper's date.
A number beside "all" must be no smaller than the register's number at that date: "all 12" of a
larger type are those of some area. Without a number the sentence must name no place and no part.
Making a pattern for each type takes time, so only statements with a form of the type just before
"have" or "had" are matched against it.
*/
with

statements as (
    select
        challenges.paper_id,
        challenges.locator,
        challenges.quote,
        weakest(challenges.proof) as proof,
        challenges.challenges,
        replace(challenges.quote, '*', '') as plain,
        lower(replace(challenges.quote, '*', '')) as folded,
        papers_read.meeting_date as said_on,
        papers_read.recency,
    from peer_challenges as challenges
    inner join stg_papers as papers_read on challenges.paper_id = papers_read.paper_id
    where
        challenges.council_name is null
        and challenges.status = 'delivered'
        and coalesce(challenges.qualifier, 'exactly') = 'exactly'
        and papers_read.meeting_date is not null
    group by all
),

words as (
    select
        max(pattern) filter (where kind = 'verb') as verb,
        max(pattern) filter (where kind = 'before_all') as before_all,
        max(pattern) filter (where kind = 'exception') as exception,
        max(pattern) filter (where kind = 'part') as part,
    from stg_cover_words
),

-- No quote has a line break, so one can mark where the subject ends and the verb begins.
marked as (
    select
        *,
        regexp_replace(
            folded,
            '(?: \([^()]*\))?(?: in england(?: and wales)?)? (?:have|had)'
            || '(?: (?:now|all|each|since|already))* ',
            chr(10),
            'g'
        ) as marked_text,
    from statements
),

-- Plain searches, which are far cheaper than a pattern that is new in each row
possible as materialized (
    select distinct
        marked.*,
        forms.council_type,
        forms.pattern as type_pattern,
    from marked
    cross join stg_council_type_forms as forms
    cross join unnest(forms.forms) as each_form (form)
    where
        contains(marked.marked_text, chr(10))
        and contains(marked.marked_text, each_form.form || chr(10))
),

matched as (
    select
        possible.*,
        -- "process (all the 46 " before "fire authorities (FRAs) in England have now had"
        '((?:[\p{L}\p{M}]+[^\p{L}\p{M}]+)?(?:all )?(?:of )?(?:the )?(?:[0-9][0-9,]* )?)\b(?:'
        || possible.type_pattern || ')(?: \([^()]*\))?(?: in england(?: and wales)?)? (?:have|had)'
        || '(?: (?:now|all|each|since|already))* (?:' || words.verb || ')\b' as pattern,
        words.before_all,
        words.exception,
        words.part,
    from possible
    cross join words
),

read as (
    select
        *,
        regexp_matches(regexp_extract(folded, pattern, 1), '\ball\b') as says_all,
        regexp_extract(regexp_extract(folded, pattern, 1), '^([\p{L}\p{M}]+)[^\p{L}\p{M}]+all\b', 1)
            as word_before,
        try_cast(
            replace(
                regexp_extract(regexp_extract(folded, pattern, 1), '([0-9][0-9,]*) $', 1), ',', ''
            ) as integer
        ) as number,
    from matched
    where regexp_matches(folded, pattern)
),

existing as (
    select
        read.council_type,
        read.said_on,
        count(*) as councils,
    from (select distinct council_type, said_on from read) as read
    inner join councils
        on
            read.council_type = councils.council_type
            and coalesce(councils.valid_from, read.said_on) <= read.said_on
            and coalesce(councils.valid_to, read.said_on) >= read.said_on
    group by all
)

select
    read.council_type,
    read.said_on,
    read.recency,
    read.paper_id,
    read.locator,
    read.quote,
    read.proof,
from read
inner join existing
    on read.council_type = existing.council_type and read.said_on = existing.said_on
where
    not regexp_matches(read.folded, '\b(?:' || read.exception || ')\b')
    and (read.number is null or coalesce(read.challenges, read.number) = read.number)
    and case
        when read.says_all and read.number is not null
            then
                read.number >= existing.councils
                and not regexp_full_match(read.word_before, read.before_all)
        when read.says_all
            then
                not regexp_full_match(read.word_before, read.before_all)
                and not regexp_matches(read.folded, '\b(?:' || read.part || ')\b')
                and not regexp_matches(
                    replace(replace(read.plain, 'in England and Wales', ''), 'in England', ''),
                    '\b(?:[Ii]n|[Aa]cross|[Ww]ithin|[Oo]f) (?:the )?\p{Lu}'
                )
        else read.number = existing.councils
    end
