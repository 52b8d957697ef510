/*
One row: one word that names of authorities have beside the place. Key: word.
They are the words of the full forms in which papers print names: council, borough, cc, lb. Words
that are as common in the names of other bodies are left out, because they show nothing.
*/
select distinct words.word
from (
    select unnest(regexp_extract_all(lower(register.form), '[\p{L}\p{M}]{2,}')) as word
    from reference.council_alias_forms as register
    where register.is_full = 'true'
) as words
where
    words.word not in (
        'and', 'of', 'the', 'for', 'national', 'park', 'fire', 'rescue', 'service', 'shadow'
    )
