/*
One row: one kind of words that decide whether a statement covers all authorities of a type. Key:
kind.
pattern matches any of the words.
*/
select
    register.kind,
    string_agg(
        regexp_escape(register.words), '|' order by length(register.words) desc, register.words
    ) as pattern,
from reference.challenge_cover_words as register
group by register.kind
