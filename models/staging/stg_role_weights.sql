/*
One row: one role or capacity and its weight: if a person has several, the one with the lowest
number counts. Key: role.
*/
select
    roles.role,
    cast(roles.weight as integer) as weight,
from (
    values
    ('chair', 1),
    ('vice_chair', 2),
    ('deputy_chair', 3),
    ('lead_peer', 4),
    ('member', 5),
    ('observer', 6),
    ('substitute', 7),
    ('in_attendance', 8)
) as roles (role, weight)
