/*
One row: one title that can replace a given name, as "lady" in Lady Bee. Key: title.
*/
select distinct lower(register.title) as title
from reference.titles as register
where register.stands_for_given_name = 'true'
