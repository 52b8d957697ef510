/*
One row: one rule of the catalogue. Key: rule.
*/
select
    register.rule,
    register.severity,
    register.title,
    register.meaning,
    register.message,
    register.advice,
from reference.rules as register
